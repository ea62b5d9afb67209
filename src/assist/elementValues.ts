import type { ElementEntry } from "../eas/catalogue";
import type { Direction } from "../eas/direction";
import type { ElementValue } from "../eas/elements/element";
import { isCommandStatus, listOwnStatuses, listStatuses } from "../eas/statuses/statuses";
import { toElementValue } from "../eas/statuses/statusValues";
import type { ProtocolVersion } from "../eas/versions";

/** What determines the values that an element can have. Anything unknown does not restrict them. */
export interface ValueScope {
  readonly command?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly version?: ProtocolVersion | undefined;
  readonly itemClass?: string | undefined;
}

const BOOLEAN_VALUES: readonly ElementValue[] = [
  { value: "0", meaning: "No." },
  { value: "1", meaning: "Yes." },
];

/**
 * The values that an element can have inside a parent, in a command. Values that only some commands allow are
 * omitted if the command is unknown.
 */
export function listValues(
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
  return distinct.length === 0 && dataType === "boolean" ? BOOLEAN_VALUES : distinct;
}

/**
 * The values that an element can have inside a parent, restricted to the version and item class; for a
 * Status, the common statuses too.
 */
export function listLegalValues(
  element: ElementEntry,
  parent: string | undefined,
  place: ValueScope,
): readonly ElementValue[] {
  const { command, direction, version, itemClass } = place;
  const all =
    isCommandStatus(element) && command !== undefined
      ? listStatuses({ command, parent, direction }).map(toElementValue)
      : listValues(element, parent, command, direction);
  return all.filter(
    ({ versions, classes }) =>
      (version === undefined || versions === undefined || versions.includes(version)) &&
      (itemClass === undefined || classes === undefined || classes.includes(itemClass)),
  );
}
