import type { ElementFacts, ElementValue, Meaning, Place } from "../elements/element";
import type { ProtocolVersion } from "../versions";
import { listOwnStatuses, type StatusEntry } from "./statuses";

/** A status as a value of its element. */
export function toElementValue({ value, name, meaning, versions }: StatusEntry): ElementValue {
  return { value: String(value), name, meaning, ...(versions && { versions }) };
}

/**
 * The values and meanings of a Status element, whose tag has the given versions, from the table of statuses.
 *
 * A meaning gets the values of the places it covers, the element those of the places that no meaning covers.
 * Where all of these lists are the same, the element has the list and the meanings none. Throws where places
 * that share a list explain a value differently: the element then needs a meaning for each of them.
 */
export function addStatusValues(facts: ElementFacts, versions: readonly ProtocolVersion[]): ElementFacts {
  const { meanings = [], places } = facts;
  const listValues = (covered: readonly Place[]): readonly ElementValue[] =>
    mergeValues(
      covered.map((place) => listOwnStatuses(place).map(toElementValue)),
      versions,
    );
  const uncovered = places.filter((place) => !meanings.some((meaning) => appliesTo(meaning, place)));
  const lists = meanings.map((meaning) => listValues(places.filter((place) => appliesTo(meaning, place))));
  const others = uncovered.length > 0 ? listValues(uncovered) : undefined;
  if (new Set([...lists, ...(others ? [others] : [])].map((list) => JSON.stringify(list))).size === 1)
    return { ...facts, values: listValues(places) };
  return {
    ...facts,
    ...(others && { values: others }),
    meanings: meanings.map((meaning, index) => ({ ...meaning, values: lists[index] ?? [] })),
  };
}

function appliesTo({ parent, command, direction }: Meaning, place: Place): boolean {
  return (
    (parent ?? place.parent) === place.parent &&
    (command ?? place.command) === place.command &&
    (direction ?? place.direction) === place.direction
  );
}

/** One list of several; a value has the versions of all of them, none where those are all that the tag has. */
function mergeValues(
  lists: readonly (readonly ElementValue[])[],
  versions: readonly ProtocolVersion[],
): readonly ElementValue[] {
  const merged = new Map<string, ElementValue>();
  for (const value of lists.flat()) merged.set(value.value, mergeValue(merged.get(value.value), value));
  return Array.from(merged.values(), ({ versions: own = versions, ...value }) => {
    const known = versions.filter((version) => own.includes(version));
    return known.length === versions.length ? value : { ...value, versions: known };
  });
}

function mergeValue(known: ElementValue | undefined, value: ElementValue): ElementValue {
  if (known === undefined) return value;
  if (known.meaning !== value.meaning)
    throw new Error(`Status ${value.value} has two meanings: ${known.meaning} ${value.meaning}`);
  if (known.versions === undefined) return known;
  const { versions, ...unlimited } = value;
  return versions === undefined ? unlimited : { ...value, versions: [...known.versions, ...versions] };
}
