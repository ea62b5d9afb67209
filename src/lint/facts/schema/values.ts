import type { ElementEntry } from "../../../eas/catalogue";
import type { DataType, ElementValue, Limits, Meaning, SpecReference } from "../../../eas/elements/element";
import { isCommandStatus } from "../../../eas/statuses/statuses";
import { parentOf } from "../../../wbxml/tokenTable";
import { tagNumberAt } from "../../../wbxml/tree";
import type { MessageView } from "../../view";

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const COMPACT = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/;

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function isWithin(text: string, least: number, most: number): boolean {
  return /^[+-]?\d{1,12}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

/** Whether the day of a date (2026-01-31) exists in its month. Every month has the first 28 days. */
function isDayOfMonth(text: string): boolean {
  const day = text.slice(8, 10);
  return day <= "28" || Number(day) <= countDays(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** Returns the number of days in a month (1 to 12). */
function countDays(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const CHECKS: Readonly<Partial<Record<DataType, (text: string) => boolean>>> = {
  integer: (text) => isWithin(text, -2147483648, 2147483647),
  unsignedByte: (text) => isWithin(text, 0, 255),
  unsignedShort: (text) => isWithin(text, 0, 65535),
  unsignedInt: (text) => isWithin(text, 0, 4294967295),
  boolean: (text) => text === "0" || text === "1",
  decimal: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text),
  double: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text),
  date: (text) => DATE.test(text) && isDayOfMonth(text),
  dateTime: (text) => DATE_TIME.test(text) && isDayOfMonth(text),
  compactDateTime: (text) => COMPACT.test(text),
  base64: (text) => isBase64(text.replace(/\s+/g, "")),
  timeZone: (text) => isBase64(text.replace(/\s+/g, "")) && text.replace(/\s+/g, "").length === 232,
  guid: (text) => /^\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?$/.test(text),
};

const NAMES: Readonly<Partial<Record<DataType, string>>> = {
  integer: "a whole number",
  unsignedByte: "a whole number from 0 to 255",
  unsignedShort: "a whole number from 0 to 65535",
  unsignedInt: "a whole number from 0 to 4294967295",
  boolean: "0 or 1",
  decimal: "a number",
  double: "a number",
  date: "a date such as 2026-01-31",
  dateTime: "a UTC time such as 2026-01-31T08:00:00.000Z",
  compactDateTime: "a UTC time such as 20260131T080000Z",
  base64: "base64",
  timeZone: "a time zone: 172 bytes as 232 base64 characters",
  guid: "a GUID",
};

/** Types whose lists of values are complete. For other texts, a list contains only the usual values. */
const CLOSED: ReadonlySet<DataType> = new Set([
  "integer",
  "unsignedByte",
  "unsignedShort",
  "unsignedInt",
  "boolean",
  "enumeration",
]);

/**
 * Texts whose list of values is complete: the content classes and the two policy formats [MS-ASCMD 2.2.3.27,
 * MS-ASPROV 2.2.2.43].
 */
const CLOSED_TEXTS: ReadonlySet<string> = new Set([
  "AirSync:Class",
  "GetItemEstimate:Class",
  "Ping:Class",
  "Provision:PolicyType",
]);

/** What is expected of an element's value in its place. */
export interface Expected {
  readonly type: DataType;
  readonly limits: Limits;
  readonly values: readonly ElementValue[];
  /** Whether no other values are allowed. */
  readonly isClosed: boolean;
  /** The values of the message's version, in their spelling. */
  readonly texts: ReadonlySet<string>;
}

/**
 * Computes something about elements from the key of their holder, once per kind of holder (the key is
 * `undefined` for the root and for unknown elements).
 */
export function rememberByHolder<T>(
  view: MessageView,
  make: (holder: string | undefined) => T,
): (node: number) => T {
  const { tokens } = view.document.tree;
  const made = new Map<number, { readonly value: T }>();
  return (node) => {
    const holder = parentOf(tokens, node);
    const number = tagNumberAt(tokens, holder);
    let known = made.get(number);
    if (known === undefined) made.set(number, (known = { value: make(view.key(holder)) }));
    return known.value;
  };
}

/** Lists the meanings that an element can have in a message; unknown facts of the message exclude none. */
function listMeanings(view: MessageView, { meanings }: ElementEntry): readonly Meaning[] {
  return meanings.filter(
    ({ command, direction }) =>
      (command === undefined || view.command === undefined || command === view.command) &&
      (direction === undefined || view.direction === undefined || direction === view.direction),
  );
}

function isIn(holder: string | undefined): (meaning: Meaning) => boolean {
  return ({ parent }) => parent === undefined || parent === holder;
}

/**
 * Finds the section that describes an element inside this holder; `undefined` if the specification does not
 * distinguish holders.
 */
export function findMeaningSpec(
  view: MessageView,
  holder: number,
  entry: ElementEntry,
): SpecReference | undefined {
  return listMeanings(view, entry).find(
    (meaning) =>
      meaning.spec !== undefined && meaning.parent !== undefined && isIn(view.key(holder))(meaning),
  )?.spec;
}

/**
 * Returns a function from a node to the data type of its value; `undefined` if any text is valid in every
 * place of the element.
 */
export function typeReader(view: MessageView, entry: ElementEntry): ((node: number) => DataType) | undefined {
  if (listMeanings(view, entry).some(({ type }) => type !== undefined)) {
    const { at } = describeExpected(view, entry);
    return (node) => at(node).type;
  }
  return CHECKS[entry.dataType] === undefined ? undefined : () => entry.dataType;
}

/** What is expected of an element's value at a node; `always` if the place makes no difference. */
export interface Expectation {
  readonly at: (node: number) => Expected;
  readonly always: Expected | undefined;
}

/** Describes what the value of an element must be in a message. */
export function describeExpected(view: MessageView, entry: ElementEntry): Expectation {
  const meanings = listMeanings(view, entry);
  if (meanings.some(({ parent }) => parent !== undefined)) {
    return {
      at: rememberByHolder(view, (holder) => resolveExpected(view, entry, meanings.filter(isIn(holder)))),
      always: undefined,
    };
  }
  const always = resolveExpected(view, entry, meanings);
  return { at: () => always, always };
}

function resolveExpected(
  { version }: MessageView,
  entry: ElementEntry,
  meanings: readonly Meaning[],
): Expected {
  const type = meanings.find((meaning) => meaning.type !== undefined)?.type ?? entry.dataType;
  const listed = meanings.some(({ values }) => values !== undefined)
    ? meanings.flatMap(({ values = [] }) => values)
    : (entry.values ?? []);
  const isBounded = entry.limits.min !== undefined || entry.limits.max !== undefined;
  const ofVersion = listed.filter(
    ({ versions }) => version === undefined || (versions?.includes(version) ?? true),
  );
  return {
    type,
    limits: meanings.find(({ limits }) => limits !== undefined)?.limits ?? entry.limits,
    values: listed,
    // a server may send statuses that no command lists
    isClosed:
      listed.length > 0 &&
      (CLOSED.has(type) || CLOSED_TEXTS.has(entry.key)) &&
      !isBounded &&
      !isCommandStatus(entry),
    texts: new Set(ofVersion.map(({ value }) => value)),
  };
}

/** Whether an element may contain text in this place although it is a container elsewhere. */
export function mayHoldText(view: MessageView, node: number, entry: ElementEntry): boolean {
  const here = listMeanings(view, entry).filter(isIn(view.key(view.parent(node))));
  return here.some(({ type }) => type !== undefined && type !== "container" && type !== "empty");
}

/** Whether a text conforms to a data type [MS-ASDTYPE]; true for types that allow any text. */
export function fitsType(text: string, type: DataType): boolean {
  return CHECKS[type]?.(text) ?? true;
}

/** Describes a data type in words, for a person who has to write a value. */
export function nameType(type: DataType): string {
  return NAMES[type] ?? type;
}

/** Whether an element has a value: it is neither a container nor always empty. */
export function hasValue({ dataType }: ElementEntry): boolean {
  return dataType !== "container" && dataType !== "empty";
}

/** Reads the text of an element; `undefined` if it is empty or contains anything else. */
export function readValue(view: MessageView, node: number): string | undefined {
  const text = view.text(node);
  return text === "" ? undefined : text;
}
