import { laterCode } from "../kit/load/laterCode";

/** Reverting, which needs the comparison with the original. */
export const reverting = laterCode(() => import("./revert"));
