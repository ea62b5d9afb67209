import { later } from "../kit/load/later";

/** The panes of what is open. */
export const Workspace = later(() => import("./Workspace"), { name: "The payload" });

/** The part of the status bar about a payload. */
export const PayloadStatus = later(() => import("./PayloadStatus"), { name: "The status of the payload" });
