import { stepsLook } from "../kit/commands/menuLook";
import { later } from "../kit/load/later";
import { menuButton } from "../kit/load/laterMenu";

/** The button that opens the steps of the history. */
export const StepsMenu = later(
  () => import("./StepsMenu"),
  menuButton(() => stepsLook),
);
