import { later } from "../kit/load/later";

/** Two payloads side by side, loaded when it is first shown. */
export const ComparePane = later(() => import("./ComparePane"), { name: "The comparison" });
