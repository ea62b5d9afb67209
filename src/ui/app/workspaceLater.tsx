import { later } from "../kit/load/later";

/** The panes of what is open. */
export const Workspace = later(() => import("./Workspace"), { name: "The payload" });

/** The part of the status bar about a payload. */
export const PayloadStatus = later(() => import("./PayloadStatus"), {
  name: "The status of the payload",
  failed: ({ retry }) => (
    <button type="button" className="status-button" onClick={retry}>
      The status of the payload could not be loaded. Try again
    </button>
  ),
});
