import { later } from "../load/later";
import { menuButton } from "../load/laterMenu";

/** A button that opens a menu of commands. */
export const CommandMenu = later(
  () => import("./CommandMenu"),
  menuButton(({ title }) => title, "button is-plain"),
);
