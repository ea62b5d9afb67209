import { later } from "./load/later";

/** A tooltip. If its code is missing there is none; the element has a name all the same. */
export const Tip = later(() => import("./Tip"), { name: "A tooltip", failed: () => null });
