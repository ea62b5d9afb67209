import { compareCommands } from "../compare/menuCommands";
import { craftCommands } from "../craft/menuCommands";
import { editCommands } from "../edit/menuCommands";
import { goCommands } from "../go/menuCommands";
import { helpCommands } from "../help/menuCommands";
import { openCommands } from "../input/menuCommands";
import { keepCommands } from "../keep/menuCommands";
import { outCommands } from "../out/menuCommands";
import { paletteCommands } from "../palette/menuCommands";
import { searchCommands } from "../search/menuCommands";
import { nodeCommands } from "../tree/menuCommands";
import { viewCommands } from "../view/menuCommands";
import type { MenuCommand, MenuName } from "./menuCommand";

/** All menu commands, in the order in which the palette lists them. */
export const menuCommands: readonly MenuCommand[] = [
  ...openCommands,
  ...keepCommands,
  ...craftCommands,
  ...editCommands,
  ...nodeCommands,
  ...outCommands,
  ...goCommands,
  ...compareCommands,
  ...searchCommands,
  ...viewCommands,
  ...paletteCommands,
  ...helpCommands,
];

/** The commands of a menu. */
export function listMenuCommands(menu: MenuName): readonly MenuCommand[] {
  return menuCommands.filter((menuCommand) => menuCommand.menu === menu);
}
