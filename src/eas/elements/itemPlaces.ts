import { codePageTables } from "../codePageTables";
import { FROM_12_0, type ProtocolVersion } from "../versions";
import {
  both,
  type DataType,
  type ElementFacts,
  type PageElements,
  type Place,
  request,
  response,
  spec,
} from "./element";

/** The condition for item properties that a request lists by name, without a value. */
const NAMED_ONLY = "empty: it names the property and carries no value";

/** The condition for properties of mail that a request lists by name. */
export const AS_TAG = "as an empty tag that asks for it";

/** The condition for what clients write into mail from 16.0 on. */
export const IN_DRAFT = "in the Add or Change of a draft";

/** The condition for most of what clients write into a text message. */
export const IN_SMS_ADD = "in an Add; a Change of an SMS item takes only Read and Flag";

/** Footnote 6 of MS-ASMS, which applies to the whole SMS class. */
export const SMS_FOLDERS =
  "With protocol version 14.0 Exchange syncs SMS items in the Inbox, the Outbox and Sent Items only; later versions in any mail folder.";

/** ItemOperations was introduced in version 12.0, and so was Search for anything but people. */
const RESULTS: Partial<Place> = { versions: FROM_12_0 };

/**
 * A property of an item in Sync, in both directions [MS-ASCMD 2.2.3.11]. `itemClass` is "Contacts",
 * "Calendar" ….
 */
export function inSync(itemClass: string, more: Partial<Place> = {}): readonly Place[] {
  return both("Sync", "AirSync:ApplicationData", 0, 1, { classes: [itemClass], ...more });
}

/** A property of an item in the results of ItemOperations and Search [MS-ASCMD 2.2.3.139.2, 2.2.3.139.3]. */
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
 * The name of a property in an ItemOperations request, which returns only the properties it lists [MS-ASCMD
 * 2.2.3.158].
 */
export function inSchema(itemClass: string): Place {
  return request("ItemOperations", "ItemOperations:Schema", 0, 1, {
    ...RESULTS,
    classes: [itemClass],
    when: NAMED_ONLY,
  });
}

/**
 * The name of a property in the Supported list of a Sync request, so that it is not ghosted [MS-ASCMD
 * 2.2.3.179].
 */
export function inSupported(itemClass: string, when = NAMED_ONLY): Place {
  return request("Sync", "AirSync:Supported", 0, 1, { classes: [itemClass], when });
}

/**
 * The places of a property of a contact, except for the few that only one version or folder has [MS-ASCNTC
 * 2.2.2, 3.1.5.3].
 */
export const contactPlaces: readonly Place[] = [
  ...inSync("Contacts"),
  inSchema("Contacts"),
  ...inResults("Contacts"),
  inSupported("Contacts", `${NAMED_ONLY}; Exchange 2007 SP1 answers Status 4`),
];

/** A field of a contact, in these places. */
export function contactField(section: string, summary: string, type: DataType = "string"): ElementFacts {
  return { type, summary, places: contactPlaces, spec: [spec(`MS-ASCNTC ${section}`)] };
}

/** A child of one of an item's containers, in every response that returns items. */
export function inReturnedItems(
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

/** A child of one of an item's containers, in every message that sends or returns items. */
export function inItems(
  parent: string,
  min: number,
  max: number,
  more: Partial<Place> = {},
): readonly Place[] {
  return [request("Sync", parent, min, max, more), ...inReturnedItems(parent, min, max, more)];
}

/**
 * Limits a place to the versions that define the tag: adds `versions` if they are fewer than the tag's, and
 * removes the place if there are none.
 */
function narrowPlace(place: Place, tagVersions: readonly ProtocolVersion[]): readonly Place[] {
  const { versions: ownVersions = tagVersions, ...anywhere } = place;
  const versions = tagVersions.filter((version) => ownVersions.includes(version));
  if (versions.length === tagVersions.length) return [anywhere];
  return versions.length === 0 ? [] : [{ ...anywhere, versions }];
}

/** Limits the places of each element of a page, and their versions, to those that define the tag itself. */
export function limitToTagVersions(namespace: string, elements: PageElements): PageElements {
  const tags = codePageTables.find((table) => table.namespace === namespace)?.tags ?? [];
  const versionsByName = new Map(tags.map(([, name, versions]) => [name, versions]));
  const limitPlaces = ([name, facts]: [string, ElementFacts]) => {
    const places = facts.places.flatMap((place) => narrowPlace(place, versionsByName.get(name) ?? []));
    return [name, { ...facts, places }] as const;
  };
  return Object.fromEntries(Object.entries(elements).map(limitPlaces));
}
