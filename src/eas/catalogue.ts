import { tagNumber } from "../wbxml/codeSpace";
import { codePageTables } from "./codePageTables";
import type { Direction } from "./direction";
import type {
  ElementFacts,
  ElementValue,
  Limits,
  Meaning,
  PageElements,
  Place,
  SmsRole,
  SpecReference,
} from "./elements/element";
import { pageElements } from "./elements/pages";
import { isCommandStatus } from "./statuses/statuses";
import { addStatusValues } from "./statuses/statusValues";
import type { ProtocolVersion } from "./versions";

/**
 * Everything about one element: its tag in the code page, and what the specification says about it. The
 * values of a Status come from the table of statuses.
 */
export interface ElementEntry {
  /** "AirSync:Sync". */
  readonly key: string;
  readonly page: number;
  readonly token: number;
  readonly namespace: string;
  readonly name: string;
  /** The protocol versions that define the tag. */
  readonly versions: readonly ProtocolVersion[];
  readonly dataType: ElementFacts["type"];
  readonly summary: string;
  /** What it means in particular places, if that depends on the place. */
  readonly meanings: readonly Meaning[];
  readonly limits: Limits;
  readonly places: readonly Place[];
  readonly values?: readonly ElementValue[];
  readonly spec: readonly SpecReference[];
  readonly sms?: SmsRole;
  readonly deprecated?: string;
  /** Whether its content is sent as opaque data. */
  readonly opaque: boolean;
}

function buildPageEntries(
  { page, namespace, tags }: (typeof codePageTables)[number],
  elementsOfPage: PageElements,
): ElementEntry[] {
  return tags.map(([token, name, versions, opaque]) => {
    const entry = elementsOfPage[name];
    if (entry === undefined) throw new Error(`The catalogue lacks ${namespace}:${name}`);
    const facts = isCommandStatus({ name, namespace }) ? addStatusValues(entry, versions) : entry;
    const { type, summary, meanings = [], limits = {}, values, places, spec, sms, deprecated } = facts;
    return {
      key: `${namespace}:${name}`,
      page,
      token,
      namespace,
      name,
      versions,
      dataType: type,
      summary,
      meanings,
      limits,
      places,
      spec,
      opaque: opaque !== undefined,
      ...(values && { values }),
      ...(sms && { sms }),
      ...(deprecated !== undefined && { deprecated }),
    };
  });
}

const entries: readonly ElementEntry[] = codePageTables.flatMap((table) =>
  buildPageEntries(table, pageElements[table.namespace] ?? {}),
);
const byNumber = new Map(entries.map((entry) => [tagNumber(entry.page, entry.token), entry]));
const byKey = new Map(entries.map((entry) => [entry.key, entry]));

/** One entry per tag of the 26 code pages, ordered by page and token. */
export function elements(): readonly ElementEntry[] {
  return entries;
}

/**
 * The entry of a tag by its `tagNumber`; `undefined` for a token that its page does not assign, or that is
 * retired.
 */
export function findElementByTagNumber(number: number): ElementEntry | undefined {
  return byNumber.get(number);
}

/** The entry for a key such as "AirSync:Sync"; `undefined` if there is none. */
export function findElementByKey(key: string | undefined): ElementEntry | undefined {
  return key === undefined ? undefined : byKey.get(key);
}

/** An element and one place where it is allowed. */
export interface PlacedElement {
  readonly element: ElementEntry;
  readonly place: Place;
}

const children = new Map<string, PlacedElement[]>();
for (const element of entries) {
  for (const place of element.places) {
    const key = `${place.command} ${place.direction} ${place.parent ?? ""}`;
    const entry = children.get(key);
    if (entry === undefined) children.set(key, [{ element, place }]);
    else entry.push({ element, place });
  }
}

/**
 * The elements allowed inside a parent ("AirSync:Collection"; `undefined` for the root) in a command's
 * request or response.
 */
export function listChildElements(
  command: string | undefined,
  direction: Direction,
  parent: string | undefined,
): readonly PlacedElement[] {
  return children.get(`${command} ${direction} ${parent ?? ""}`) ?? [];
}
