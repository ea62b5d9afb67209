import type { Namespace, TagName } from "../codePageTables";
import type { Direction } from "../direction";
import type { ProtocolVersion } from "../versions";

/**
 * A data type of [MS-ASDTYPE]; `container` for an element that contains elements, `empty` for one that is
 * just a flag.
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

/** Types that can have an empty value, or no value at all. */
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

/** A section of a document. */
export interface SpecReference {
  /** "MS-ASCMD". */
  readonly document: string;
  /** "2.2.3.24". */
  readonly section: string;
}

/**
 * A place where an element is allowed: in a command's request or response, inside a parent, this many times.
 */
export interface Place {
  /** "Sync"; a name from `commands`, or "Autodiscover". */
  readonly command: string;
  readonly direction: Direction;
  /** "AirSync:Collection"; `undefined` if the element is the root. */
  readonly parent: string | undefined;
  readonly min: number;
  /** Number.POSITIVE_INFINITY if there is no limit. */
  readonly max: number;
  /** The protocol versions that allow it there, if they are fewer than the element's own. */
  readonly versions?: readonly ProtocolVersion[];
  /**
   * The item classes it belongs to there ("Email", "SMS", "Calendar" …), for children of ApplicationData and
   * similar elements.
   */
  readonly classes?: readonly string[];
  /**
   * The parent of the parent ("AirSync:Commands"), if the parent has several places and the element belongs
   * to only one of them.
   */
  readonly grandparent?: string;
  /** The condition under which it may or must be there, in a few words. */
  readonly when?: string;
}

/** A value of an enumeration, or of an element with well-known values. */
export interface ElementValue {
  readonly value: string;
  /** What a Status value is called, "InvalidSyncKey". */
  readonly name?: string;
  readonly meaning: string;
  /** The protocol versions that define the value, if they are fewer than the element's. */
  readonly versions?: readonly ProtocolVersion[];
  /** The item classes that define the value, if not all do. */
  readonly classes?: readonly string[];
}

/** The bounds of a value. Lengths are in characters or, for byte arrays, in bytes. */
export interface Limits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

/** The meaning of an element in a particular place. */
export interface Meaning {
  /** "in Options of a Sync request". */
  readonly where: string;
  /**
   * The parent ("AirSync:Options"), item class, command and direction in which it has this meaning; those
   * omitted do not matter.
   */
  readonly parent?: string;
  readonly itemClass?: string;
  readonly command?: string;
  readonly direction?: Direction;
  readonly text: string;
  /** Its data type there, if different. */
  readonly type?: DataType;
  /** The bounds of its value there, if different. */
  readonly limits?: Limits;
  /** The values it may have there, if they depend on the place. */
  readonly values?: readonly ElementValue[];
  readonly spec?: SpecReference;
}

/** What MS-ASMS says about an element of the SMS class, or about one that SMS requires. */
export interface SmsRole {
  readonly section: string;
  /** Its purpose in an SMS message. */
  readonly role: string;
  /** The format of its value, and an example. */
  readonly format?: string;
  readonly example?: string;
  /** What a client, and a server, may or must do with it. */
  readonly client: string;
  readonly server: string;
  /** Differences between products, from the footnotes in MS-ASMS 6. */
  readonly products?: string;
}

/**
 * What the specification says about an element, except for its token and versions, which are in the code page
 * tables.
 */
export interface ElementFacts {
  readonly type: DataType;
  /** One or two sentences on its meaning. */
  readonly summary: string;
  readonly meanings?: readonly Meaning[];
  readonly limits?: Limits;
  readonly values?: readonly ElementValue[];
  readonly places: readonly Place[];
  readonly spec: readonly SpecReference[];
  readonly sms?: SmsRole;
  /** If the tag exists but must no longer be sent: what to use instead. */
  readonly deprecated?: string;
}

/** The elements of a code page, by name. */
export type PageElements = Readonly<Record<string, ElementFacts>>;

/** The elements of the code page with this namespace: one for each of its tags, and no others. */
export type ElementsOfPage<N extends Namespace> = Readonly<Record<TagName<N>, ElementFacts>>;

/** No limit on how often an element can occur in a place. */
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

/** The same place in both request and response. */
export function both(
  command: string,
  parent: string | undefined,
  min: number,
  max: number,
  more: Partial<Place> = {},
): readonly Place[] {
  return [request(command, parent, min, max, more), response(command, parent, min, max, more)];
}

/** A value and what it means. */
export function value(text: string, meaning: string): ElementValue {
  return { value: text, meaning };
}

/** Several values, each with what it means. */
export function values(
  ...rows: readonly (readonly [text: string, meaning: string])[]
): readonly ElementValue[] {
  return rows.map(([text, meaning]) => value(text, meaning));
}

/** Parses a reference such as "MS-ASCMD 2.2.3.24"; throws if the text is not a document and a section. */
export function spec(text: string): SpecReference {
  const match = /^(MS-[A-Z]+) ([0-9]+(?:\.[0-9]+)*)$/.exec(text);
  if (match === null) throw new Error(`"${text}" is not a document and a section`);
  return { document: match[1] ?? "", section: match[2] ?? "" };
}
