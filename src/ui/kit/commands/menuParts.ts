import type { MenuCommand, MenuSection, Submenu } from "./menuCommand";

/** An entry of a menu: a command, or a submenu with its commands. */
export type MenuEntry =
  | { readonly kind: "command"; readonly command: MenuCommand }
  | { readonly kind: "submenu"; readonly submenu: Submenu; readonly commands: readonly MenuCommand[] };

/** A part of a menu: what it is, and its entries in their order. */
export interface MenuPart {
  readonly section: MenuSection | undefined;
  readonly entries: readonly MenuEntry[];
}

/**
 * Divides the commands of a menu, or of several, into parts and submenus. Those that are only in the palette
 * are left out.
 */
export function divideMenu(commands: readonly MenuCommand[]): readonly MenuPart[] {
  const shown = commands.filter(({ isOnlyInPalette }) => isOnlyInPalette !== true);
  return groupRuns(shown, ({ menu }) => menu)
    .flatMap((own) => groupRuns(own, ({ section }) => section))
    .map((run) => ({
      section: run[0]?.section,
      entries: groupRuns(run, ({ submenu }) => submenu).flatMap(toEntries),
    }));
}

function toEntries(run: readonly MenuCommand[]): readonly MenuEntry[] {
  const submenu = run[0]?.submenu;
  return submenu === undefined
    ? run.map((command) => ({ kind: "command", command }))
    : [{ kind: "submenu", submenu, commands: run }];
}

/** The longest runs of commands with the same key. */
function groupRuns<K>(
  commands: readonly MenuCommand[],
  getKey: (command: MenuCommand) => K,
): readonly (readonly MenuCommand[])[] {
  const runs: MenuCommand[][] = [];
  for (const command of commands) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && getKey(last[0]) === getKey(command)) last.push(command);
    else runs.push([command]);
  }
  return runs;
}
