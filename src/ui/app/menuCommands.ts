import { compareCommands } from "../compare/menuCommands";
import { craftCommands } from "../craft/menuCommands";
import { exportCommands, printCommands } from "../export/menuCommands";
import { helpCommands } from "../help/menuCommands";
import { editCommands, revertCommands } from "../history/menuCommands";
import { openCommands } from "../input/menuCommands";
import { keepCommands } from "../keep/menuCommands";
import type { MenuCommand, MenuName } from "../kit/commands/menuCommand";
import { themeCommands } from "../kit/theme/menuCommands";
import { problemCommands } from "../problems/menuCommands";
import { goCommands, searchCommands } from "../search/menuCommands";
import { nodeCommands } from "../tree/menuCommands";
import { paneCommands } from "../workspace/menuCommands";
import { omniboxCommands } from "./omniboxCommands";

/** All menu commands, in the order in which the palette lists them. */
export const menuCommands: readonly MenuCommand[] = [
  ...openCommands,
  ...keepCommands,
  ...craftCommands,
  ...editCommands,
  ...nodeCommands,
  ...exportCommands,
  ...goCommands,
  ...problemCommands,
  ...compareCommands,
  ...revertCommands,
  ...paneCommands,
  ...searchCommands,
  ...themeCommands,
  ...printCommands,
  ...omniboxCommands,
  ...helpCommands,
];

/** The commands of some menus, menu by menu. */
export function listMenuCommands(...menus: readonly MenuName[]): readonly MenuCommand[] {
  return menus.flatMap((menu) => menuCommands.filter((menuCommand) => menuCommand.menu === menu));
}
