import { later } from "../kit/load/later";
import { menuButton } from "../kit/load/laterMenu";

/** The button that opens the forms in which the payload can be copied. */
export const CopyMenu = later(
  () => import("./CopyMenu"),
  menuButton(() => "Copy as"),
);
