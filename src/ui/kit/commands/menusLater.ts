import { later } from "../load/later";
import { menuButton } from "../load/laterMenu";
import { lookOfMenu } from "./menuLook";

/** A button that opens a menu of commands. */
export const CommandMenu = later(
  () => import("./CommandMenu"),
  menuButton(({ title, icon }) => lookOfMenu(title, icon)),
);
