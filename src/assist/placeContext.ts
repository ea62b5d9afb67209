import { childrenOf } from "../eas/catalogue";
import { type Command, commandByName, commands } from "../eas/commands";
import { type Direction, directions } from "../eas/direction";
import type { FolderKind } from "../eas/folderKinds";
import type { ProtocolVersion } from "../eas/versions";
import type { CursorPlace } from "./cursor";

/** What is known of the message and its folder; what is not known does not limit. */
export interface CompletionContext {
  readonly command?: string;
  readonly direction?: Direction;
  readonly version?: ProtocolVersion | "unknown";
  /** What kind of folder a collection is, which decides the class of its items. */
  readonly folder?: FolderKind;
  readonly product?: string;
}

/** What is known at a cursor: of the context, and of the text around it. */
export interface PlaceContext {
  readonly command: Command | undefined;
  readonly direction: Direction | undefined;
  readonly version: ProtocolVersion | undefined;
  /** "Email", "SMS" …; `undefined` where nothing tells. */
  readonly itemClass: string | undefined;
}

/**
 * What is known at a cursor. The root of the text tells the command before the context does, and the context
 * the direction before the text.
 */
export function placeContext(place: CursorPlace, context: CompletionContext): PlaceContext {
  const root = place.open[0]?.key;
  const own = commands.filter(
    ({ request, response }) => root !== undefined && (request === root || response === root),
  );
  const command = own.length === 1 ? own[0] : commandByName(context.command ?? "");
  return {
    command,
    direction: context.direction ?? (command && directionOf(place, command)),
    version: context.version === "unknown" ? undefined : context.version,
    itemClass: classNamed(place) ?? classOfFolder(context.folder),
  };
}

/**
 * The only direction in which all elements that are open or beside them may stand; `undefined` where both or
 * none fit.
 */
function directionOf(
  { open, after }: CursorPlace,
  { name, request, response }: Command,
): Direction | undefined {
  const fits = directions.filter((direction) =>
    open.every(({ key, before }, depth) => {
      const around = open[depth - 1]?.key;
      const placed = childrenOf(name, direction, key ?? "").filter(
        ({ place }) => (place.grandparent ?? around) === around,
      );
      const may = new Set(placed.map(({ element }) => element.key));
      const inner = open[depth + 1];
      const inside = [...before, ...(inner === undefined ? after : [inner])];
      const isRoot = depth > 0 || key === (direction === "request" ? request : response);
      return isRoot && inside.every((child) => child.key === undefined || may.has(child.key));
    }),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** The class of the item around the cursor, where a Class element beside or around it says. */
function classNamed({ open, after }: CursorPlace): string | undefined {
  for (const siblings of [after, ...open.toReversed().map(({ before }) => before)]) {
    const named = siblings.find(({ key, text }) => key === "AirSync:Class" && text.trim() !== "");
    if (named !== undefined) return named.text.trim();
  }
  return undefined;
}

function classOfFolder(folder: CompletionContext["folder"]): string | undefined {
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
