import { listChildElements } from "../eas/catalogue";
import { type Command, commands, findCommandByName } from "../eas/commands";
import { type Direction, directions } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import type { ProtocolVersion } from "../eas/versions";
import type { CursorPlace } from "./cursor";

/** What is known about the message and its folder. Anything unknown does not restrict the suggestions. */
export interface CompletionContext {
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion | "unknown";
  /** The kind of the folder, which determines the class of its items. */
  readonly folder?: FolderKind;
  readonly product?: string;
}

/** What is known at a cursor, from the context and from the surrounding text. */
export interface PlaceContext {
  readonly command: Command | undefined;
  readonly direction: Direction | undefined;
  readonly version: ProtocolVersion | undefined;
  /** "Email", "SMS" …; `undefined` if unknown. */
  readonly itemClass: string | undefined;
}

/**
 * Combines the context with the text around the cursor. For the command, the root of the text takes
 * precedence; for the direction, the context does.
 */
export function resolvePlaceContext(place: CursorPlace, context: CompletionContext): PlaceContext {
  const root = place.open[0]?.key;
  const matching = commands.filter(
    ({ request, response }) => root !== undefined && (request === root || response === root),
  );
  const command = matching.length === 1 ? matching[0] : findCommandByName(context.command);
  return {
    command,
    direction: context.direction ?? (command && inferDirection(place, command)),
    version: context.version === "unknown" ? undefined : context.version,
    itemClass: findItemClass(place) ?? getFolderClass(context.folder),
  };
}

/**
 * The only direction in which all open elements and their siblings are allowed; `undefined` if both fit, or
 * neither.
 */
function inferDirection(
  { open, after }: CursorPlace,
  { name, request, response }: Command,
): Direction | undefined {
  const fits = directions.filter((direction) =>
    open.every(({ key, before }, depth) => {
      const around = open[depth - 1]?.key;
      const placed = listChildElements(name, direction, key).filter(
        ({ place }) => (place.grandparent ?? around) === around,
      );
      const allowed = new Set(placed.map(({ element }) => element.key));
      const inner = open[depth + 1];
      const inside = [...before, ...(inner === undefined ? after : [inner])];
      const isRoot = depth > 0 || key === (direction === "request" ? request : response);
      return isRoot && inside.every((child) => child.key === undefined || allowed.has(child.key));
    }),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** The class of the item at the cursor, from a Class element next to it or around it. */
function findItemClass({ open, after }: CursorPlace): string | undefined {
  for (const siblings of [after, ...open.toReversed().map(({ before }) => before)]) {
    const named = siblings.find(({ key, text }) => key === "AirSync:Class" && text.trim() !== "");
    if (named !== undefined) return named.text.trim();
  }
  return undefined;
}

/** The class of the items in a folder of a kind; `undefined` if it is not known. */
export function getFolderClass(folder: FolderKind | undefined): string | undefined {
  switch (folder) {
    case "calendar":
      return "Calendar";
    case "contacts":
      return "Contacts";
    case "tasks":
      return "Tasks";
    case "notes":
      return "Notes";
    case "unknown":
    case undefined:
      return undefined;
    default:
      return "Email";
  }
}
