import { craftCommands } from "../craft/menuCommands";
import { outCommands } from "../export/menuCommands";
import { helpCommands } from "../help/menuCommands";
import { compareCommands } from "../history/compareCommands";
import { editCommands } from "../history/menuCommands";
import { openCommands } from "../input/menuCommands";
import { keepCommands } from "../keep/menuCommands";
import type { MenuCommand, MenuName } from "../kit/commands/menuCommand";
import { goCommands } from "../search/menuCommands";
import { searchCommands } from "../search/searchCommands";
import { nodeCommands } from "../tree/menuCommands";
import { viewCommands } from "../workspace/menuCommands";
import { paletteCommands } from "./paletteCommands";

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
