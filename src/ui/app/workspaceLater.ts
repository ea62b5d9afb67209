import { later } from "../kit/load/later";

/** The panes of what is open. */
export const Workspace = later(() => import("./Workspace"), { name: "The payload" });
