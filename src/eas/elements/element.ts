import { codePageTables } from "../codePageTables";
import type { Direction } from "../direction";
import type { ProtocolVersion } from "../versions";

/**
 * A data type of [MS-ASDTYPE], `container` for an element whose content is elements, `empty` for one that is
 * a mere flag.
 */
export type DataType =
  | "container"
  | "empty"
  | "string"
  | "integer"
  | "unsignedByte"
  | "unsignedShort"
  | "unsignedInt"
  | "decimal"
  | "double"
  | "boolean"
  | "dateTime"
  | "compactDateTime"
  | "date"
  | "byteArray"
  | "timeZone"
  | "emailAddress"
  | "phoneNumber"
  | "enumeration"
  | "base64"
  | "mime"
  | "guid";

/** Types that have an empty value, or no value at all. */
export const MAY_BE_EMPTY: ReadonlySet<DataType> = new Set([
  "container",
  "empty",
  "string",
  "base64",
  "byteArray",
  "mime",
  "emailAddress",
  "phoneNumber",
]);

/** A document and a section of it. */
export interface SpecReference {
  /** "MS-ASCMD". */
  readonly document: string;
  /** "2.2.3.24". */
  readonly section: string;
}

/** One place an element may stand at: in a command's request or response, inside a parent, so many times. */
export interface Place {
  /** "Sync"; a name of `commands`, or "Autodiscover". */
  readonly command: string;
  readonly direction: Direction;
  /** "AirSync:Collection"; `undefined` where the element is the root. */
  readonly parent: string | undefined;
  readonly min: number;
  /** Number.POSITIVE_INFINITY where there is no limit. */
  readonly max: number;
  /** The protocol versions that allow it there, where those are fewer than the element's own. */
  readonly versions?: readonly ProtocolVersion[];
  /**
   * The classes of item it belongs to there ("Email", "SMS", "Calendar" …), for children of ApplicationData
   * and the like.
   */
  readonly classes?: readonly string[];
  /**
   * What the parent itself stands in ("AirSync:Commands"), where it may stand in several and the element
   * belongs to one.
   */
  readonly grandparent?: string;
  /** What decides whether it may or must stand there, in a few words. */
  readonly when?: string;
}

/** A value that an enumeration, or an element with well-known values, may have. */
export interface ElementValue {
  readonly value: string;
  /** What a Status value is called, "InvalidSyncKey". */
  readonly name?: string;
  readonly meaning: string;
  /** The protocol versions that know the value, where those are fewer than the element's. */
  readonly versions?: readonly ProtocolVersion[];
  /** The classes of item that know the value, where not all do. */
  readonly classes?: readonly string[];
}

/** Bounds of a value. Lengths are in characters, or for byte arrays in bytes. */
export interface Limits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

/** What an element means where its meaning depends on where it stands. */
export interface Meaning {
  /** "in Options of a Sync request". */
  readonly where: string;
  /**
   * The parent ("AirSync:Options"), class of item, command and direction that make it this meaning; those
   * left out do not matter.
   */
  readonly parent?: string;
  readonly itemClass?: string;
  readonly command?: string;
  readonly direction?: Direction;
  readonly text: string;
  /** Its data type there, where that is another one. */
  readonly type?: DataType;
  /** The bounds of its value there, where those are others. */
  readonly limits?: Limits;
  /** The values it may have there, where they differ from place to place. */
  readonly values?: readonly ElementValue[];
  readonly spec?: SpecReference;
}

/** What MS-ASMS says of an element of the SMS class, or of one that SMS needs. */
export interface SmsRole {
  readonly section: string;
  /** What it is for in an SMS message. */
  readonly role: string;
  /** How its value is written, and an example. */
  readonly format?: string;
  readonly example?: string;
  /** What a client may or must do with it, and what a server. */
  readonly client: string;
  readonly server: string;
  /** How products differ: the footnotes of MS-ASMS 6. */
  readonly products?: string;
}

/**
 * What the specification says of one element, but for its token and versions, which the code page tables
 * hold.
 */
export interface ElementFacts {
  readonly type: DataType;
  /** One or two sentences on what it means. */
  readonly summary: string;
  readonly meanings?: readonly Meaning[];
  readonly limits?: Limits;
  readonly values?: readonly ElementValue[];
  readonly places: readonly Place[];
  readonly spec: readonly SpecReference[];
  readonly sms?: SmsRole;
  /** Still in the code page, and not to be sent any more; says what to use in its place. */
  readonly deprecated?: string;
}

/** The elements of one code page, by name. */
export type PageElements = Readonly<Record<string, ElementFacts>>;

/** No limit to how often an element may stand somewhere. */
export const UNBOUNDED = Number.POSITIVE_INFINITY;

/** A place in a command's request. `parent` is "Namespace:Element", or `undefined` for the root. */
export function request(
  command: string,
  parent: string | undefined,
  min: number,
  max: number,
  more: Partial<Place> = {},
): Place {
  return { command, direction: "request", parent, min, max, ...more };
}

/** A place in a command's response. */
export function response(
  command: string,
  parent: string | undefined,
  min: number,
  max: number,
  more: Partial<Place> = {},
): Place {
  return { command, direction: "response", parent, min, max, ...more };
}

/** The same place in request and response. */
export function both(
  command: string,
  parent: string | undefined,
  min: number,
  max: number,
  more: Partial<Place> = {},
): readonly Place[] {
  return [request(command, parent, min, max, more), response(command, parent, min, max, more)];
}

/** "MS-ASCMD 2.2.3.24" as a reference; throws where the text is not a document and a section. */
export function spec(text: string): SpecReference {
  const match = /^(MS-[A-Z]+) ([0-9]+(?:\.[0-9]+)*)$/.exec(text);
  if (match === null) throw new Error(`"${text}" is not a document and a section`);
  return { document: match[1] ?? "", section: match[2] ?? "" };
}

/** The table of a page that a catalogue file is about, by namespace; throws where there is none. */
export function pageNamed(namespace: string): (typeof codePageTables)[number] {
  const table = codePageTables.find((page) => page.namespace === namespace);
  if (table === undefined) throw new Error(`No code page is named ${namespace}`);
  return table;
}
