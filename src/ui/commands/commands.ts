import { compareCommands } from "../compare/commands";
import { craftCommands } from "../craft/commands";
import { editCommands } from "../edit/commands";
import { goCommands } from "../go/commands";
import { openCommands } from "../input/commands";
import { keepCommands } from "../keep/commands";
import { outCommands } from "../out/commands";
import { paletteCommands } from "../palette/commands";
import { searchCommands } from "../search/commands";
import { nodeCommands } from "../tree/commands";
import { viewCommands } from "../view/commands";
import type { Command, MenuName } from "./command";

/** Everything a person can do, in the order that the palette lists it. */
export const commands: readonly Command[] = [
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
];

/** The commands of a menu. */
export function commandsOf(menu: MenuName): readonly Command[] {
  return commands.filter((command) => command.menu === menu);
}
