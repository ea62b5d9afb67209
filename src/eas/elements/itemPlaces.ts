import { codePageTables } from "../codePageTables";
import { FROM_12_0, type ProtocolVersion } from "../versions";
import { both, type ElementFacts, type PageElements, type Place, request, response } from "./element";

/** What is said of an item's elements that a request only names, without a value. */
const NAMED_ONLY = "empty: it names the property and carries no value";

/** ItemOperations came with version 12.0, and so did Search for anything but people. */
const RESULTS: Partial<Place> = { versions: FROM_12_0 };

/** A property of an item in Sync, both ways [MS-ASCMD 2.2.3.11]. `itemClass` is "Contacts", "Calendar" …. */
export function inSync(itemClass: string, more: Partial<Place> = {}): readonly Place[] {
  return both("Sync", "AirSync:ApplicationData", 0, 1, { classes: [itemClass], ...more });
}

/** The property in what ItemOperations and Search return of an item [MS-ASCMD 2.2.3.139.2, 2.2.3.139.3]. */
export function inResults(itemClass: string, more: Partial<Place> = {}): readonly Place[] {
  return [
    response("ItemOperations", "ItemOperations:Properties", 0, 1, {
      ...RESULTS,
      classes: [itemClass],
      ...more,
    }),
    response("Search", "Search:Properties", 0, 1, { ...RESULTS, classes: [itemClass], ...more }),
  ];
}

/**
 * The property's name in an ItemOperations request, which asks the server for nothing but what is named
 * [MS-ASCMD 2.2.3.158].
 */
export function inSchema(itemClass: string): Place {
  return request("ItemOperations", "ItemOperations:Schema", 0, 1, {
    ...RESULTS,
    classes: [itemClass],
    when: NAMED_ONLY,
  });
}

/**
 * The property's name in a Sync request that lists what the client looks after, so that it is not ghosted
 * [MS-ASCMD 2.2.3.179].
 */
export function inSupported(itemClass: string, when = NAMED_ONLY): Place {
  return request("Sync", "AirSync:Supported", 0, 1, { classes: [itemClass], when });
}

/**
 * Where a property of a contact may stand, but for the few that only one version or folder has [MS-ASCNTC
 * 2.2.2, 3.1.5.3].
 */
export const contactPlaces: readonly Place[] = [
  ...inSync("Contacts"),
  inSchema("Contacts"),
  ...inResults("Contacts"),
  inSupported("Contacts", `${NAMED_ONLY}; Exchange 2007 SP1 answers Status 4`),
];

/** A child of one of an item's containers, wherever items are returned. */
export function answeredIn(
  parent: string,
  min: number,
  max: number,
  more: Partial<Place> = {},
): readonly Place[] {
  const versions = more.versions?.filter((version) => FROM_12_0.includes(version)) ?? FROM_12_0;
  return [
    response("Sync", parent, min, max, more),
    response("ItemOperations", parent, min, max, { ...more, versions }),
    response("Search", parent, min, max, { ...more, versions }),
  ];
}

/** A child of one of an item's containers, wherever items are sent or returned. */
export function within(
  parent: string,
  min: number,
  max: number,
  more: Partial<Place> = {},
): readonly Place[] {
  return [request("Sync", parent, min, max, more), ...answeredIn(parent, min, max, more)];
}

/**
 * The place in the versions that the tag has too: with `versions` where those are fewer than the tag's, gone
 * where there are none.
 */
function narrowed(place: Place, tagVersions: readonly ProtocolVersion[]): readonly Place[] {
  const { versions: said = tagVersions, ...anywhere } = place;
  const versions = tagVersions.filter((version) => said.includes(version));
  if (versions.length === tagVersions.length) return [anywhere];
  return versions.length === 0 ? [] : [{ ...anywhere, versions }];
}

/**
 * The elements of a page, each with those of its places, and those of their versions, in which the tag itself
 * is known.
 */
export function inTagVersions(namespace: string, elements: PageElements): PageElements {
  const tags = codePageTables.find((table) => table.namespace === namespace)?.tags ?? [];
  const versionsOf = new Map(tags.map(([, name, versions]) => [name, versions]));
  const settled = ([name, facts]: [string, ElementFacts]) => {
    const places = facts.places.flatMap((place) => narrowed(place, versionsOf.get(name) ?? []));
    return [name, { ...facts, places }] as const;
  };
  return Object.fromEntries(Object.entries(elements).map(settled));
}
