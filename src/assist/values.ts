import type { ElementEntry } from "../eas/catalogue";
import type { Direction } from "../eas/direction";
import type { ElementValue } from "../eas/elements/element";
import { isCommandStatus, listOwnStatuses, listStatuses } from "../eas/statuses/statuses";
import { toElementValue } from "../eas/statuses/statusValues";
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

/**
 * The values an element may have inside a parent, in a command; what only some commands allow is left out
 * where that is not known.
 */
export function valuesOf(
  element: ElementEntry,
  parent: string | undefined,
  command?: string,
  direction?: Direction,
): readonly ElementValue[] {
  if (isCommandStatus(element) && command !== undefined)
    return listOwnStatuses({ command, parent, direction }).map(toElementValue);
  const { meanings, values, dataType } = element;
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
  const all =
    isCommandStatus(element) && command !== undefined
      ? listStatuses({ command, parent, direction }).map(toElementValue)
      : valuesOf(element, parent, command, direction);
  return all.filter(
    ({ versions, classes }) =>
      (version === undefined || versions === undefined || versions.includes(version)) &&
      (itemClass === undefined || classes === undefined || classes.includes(itemClass)),
  );
}
