import type { ElementEntry } from "../eas/catalogue";
import type { Direction } from "../eas/direction";
import type { ElementValue } from "../eas/elements/element";
import { statuses } from "../eas/statuses";
import type { ProtocolVersion } from "../eas/versions";

/** What decides which values an element may have; what is not known does not limit. */
export interface ValuePlace {
  readonly command?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly version?: ProtocolVersion | undefined;
  readonly itemClass?: string | undefined;
}

const BOOLEAN: readonly ElementValue[] = [
  { value: "0", meaning: "No." },
  { value: "1", meaning: "Yes." },
];

/** Whether a Status says how a command went; that of Email is the state of a flag. */
export function isCommandStatus({ name, namespace }: ElementEntry): boolean {
  return name === "Status" && namespace !== "Email";
}

/**
 * The values an element may have inside a parent, in a command; what only some commands allow is left out
 * where that is not known.
 */
export function valuesOf(
  { meanings, values, dataType }: ElementEntry,
  parent: string | undefined,
  command?: string,
  direction?: Direction,
): readonly ElementValue[] {
  const here = meanings.filter(
    (meaning) =>
      meaning.values !== undefined &&
      (meaning.parent === undefined || meaning.parent === parent) &&
      (meaning.command === undefined || meaning.command === command) &&
      (meaning.direction === undefined || direction === undefined || meaning.direction === direction),
  );
  const listed = here.length > 0 ? here.flatMap((meaning) => meaning.values ?? []) : (values ?? []);
  const distinct = [...new Map(listed.map((item) => [item.value, item])).values()];
  return distinct.length === 0 && dataType === "boolean" ? BOOLEAN : distinct;
}

/**
 * The values an element may have inside a parent, of those the version and the class of the item know; for a
 * Status the common ones too.
 */
export function legalValues(
  element: ElementEntry,
  parent: string | undefined,
  place: ValuePlace,
): readonly ElementValue[] {
  const { command, direction, version, itemClass } = place;
  const own = valuesOf(element, parent, command, direction);
  const all =
    isCommandStatus(element) && command !== undefined
      ? [...own, ...statusValues(parent, command, direction, own)]
      : own;
  return all.filter(
    ({ versions, classes }) =>
      (version === undefined || versions === undefined || versions.includes(version)) &&
      (itemClass === undefined || classes === undefined || classes.includes(itemClass)),
  );
}

/** The statuses of a command that a Status inside a parent may have besides those of its own list. */
function statusValues(
  parent: string | undefined,
  command: string,
  direction: Direction = "response",
  own: readonly ElementValue[],
): readonly ElementValue[] {
  const listed = new Set(own.map(({ value }) => value));
  const rows = statuses(command)
    .filter(
      (entry) =>
        (entry.element === undefined || entry.element === parent) &&
        (entry.direction ?? "response") === direction,
    )
    .filter(({ value }) => !listed.has(String(value)) && (own.length === 0 || value > 100));
  const found = rows.map(({ value, name, meaning, versions }) => ({
    value: String(value),
    meaning: `${name}: ${meaning}`,
    ...(versions && { versions }),
  }));
  return [...new Map(found.toReversed().map((item) => [item.value, item])).values()].toReversed();
}
