import type { ElementEntry } from "../../../eas/catalogue";
import type { DataType, ElementValue, Limits, Meaning, SpecReference } from "../../../eas/elements/element";
import { isCommandStatus } from "../../../eas/statuses/statuses";
import { parentOf } from "../../../wbxml/tokenTable";
import { tagNumberAt } from "../../../wbxml/tree";
import type { MessageView } from "../../view";

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const COMPACT = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/;

function within(text: string, least: number, most: number): boolean {
  return /^[+-]?\d{1,12}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

/** Whether the month of a date (2026-01-31) has its day; the first 28 every month has. */
function isDayOfMonth(text: string): boolean {
  const day = text.slice(8, 10);
  return day <= "28" || Number(day) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** The days of a month (1 to 12). */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const CHECKS: Readonly<Partial<Record<DataType, (text: string) => boolean>>> = {
  integer: (text) => within(text, -2147483648, 2147483647),
  unsignedByte: (text) => within(text, 0, 255),
  unsignedShort: (text) => within(text, 0, 65535),
  unsignedInt: (text) => within(text, 0, 4294967295),
  boolean: (text) => text === "0" || text === "1",
  decimal: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text),
  double: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text),
  date: (text) => DATE.test(text) && isDayOfMonth(text),
  dateTime: (text) => DATE_TIME.test(text) && isDayOfMonth(text),
  compactDateTime: (text) => COMPACT.test(text),
  base64: (text) => BASE64.test(text.replace(/\s+/g, "")),
  timeZone: (text) => BASE64.test(text.replace(/\s+/g, "")) && text.replace(/\s+/g, "").length === 232,
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
  timeZone: "a time zone: 172 bytes as 232 characters of base64",
  guid: "a GUID",
};

/** Types whose listed values are all there are; for texts a list names the usual ones only. */
const CLOSED: ReadonlySet<DataType> = new Set([
  "integer",
  "unsignedByte",
  "unsignedShort",
  "unsignedInt",
  "boolean",
  "enumeration",
]);

/**
 * Texts whose list is closed all the same: the classes of content, and the two formats of policies [MS-ASCMD
 * 2.2.3.27, MS-ASPROV 2.2.2.43].
 */
const CLOSED_TEXTS: ReadonlySet<string> = new Set([
  "AirSync:Class",
  "GetItemEstimate:Class",
  "Ping:Class",
  "Provision:PolicyType",
]);

/** What is expected of an element's value at the place it stands. */
export interface Expected {
  readonly type: DataType;
  readonly limits: Limits;
  readonly values: readonly ElementValue[];
  /** Whether there are no others. */
  readonly isClosed: boolean;
  /** Those of the message's version, as they are written. */
  readonly texts: ReadonlySet<string>;
}

/**
 * Works something out for elements by what holds them, once for each kind of holder (`undefined` for the root
 * and unknown ones).
 */
export function byHolder<T>(view: MessageView, make: (holder: string | undefined) => T): (node: number) => T {
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

/**
 * The meanings that an element may have in a message, wherever it stands; all of them where what decides is
 * unknown.
 */
function meaningsIn(view: MessageView, { meanings }: ElementEntry): readonly Meaning[] {
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
 * Where the specification tells the meaning that an element has inside a holder; `undefined` where that is
 * not told apart.
 */
export function meaningSpec(
  view: MessageView,
  holder: number,
  entry: ElementEntry,
): SpecReference | undefined {
  return meaningsIn(view, entry).find(
    (meaning) =>
      meaning.spec !== undefined && meaning.parent !== undefined && isIn(view.key(holder))(meaning),
  )?.spec;
}

/**
 * The data type of an element's value, by the node where it stands; `undefined` where any text fits it
 * wherever it stands.
 */
export function typeOf(view: MessageView, entry: ElementEntry): ((node: number) => DataType) | undefined {
  if (meaningsIn(view, entry).some(({ type }) => type !== undefined)) {
    const { at } = expectationOf(view, entry);
    return (node) => at(node).type;
  }
  return CHECKS[entry.dataType] === undefined ? undefined : () => entry.dataType;
}

/**
 * What is expected of an element's value: by the node where it stands, and what is so wherever it stands, if
 * that does not matter.
 */
export interface Expectation {
  readonly at: (node: number) => Expected;
  readonly always: Expected | undefined;
}

/** What an element's value must be in a message. */
export function expectationOf(view: MessageView, entry: ElementEntry): Expectation {
  const meanings = meaningsIn(view, entry);
  if (meanings.some(({ parent }) => parent !== undefined)) {
    return {
      at: byHolder(view, (holder) => expectedOf(view, entry, meanings.filter(isIn(holder)))),
      always: undefined,
    };
  }
  const always = expectedOf(view, entry, meanings);
  return { at: () => always, always };
}

function expectedOf({ version }: MessageView, entry: ElementEntry, meanings: readonly Meaning[]): Expected {
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

/** Whether an element may hold text where it stands, though it is a container elsewhere. */
export function mayHoldText(view: MessageView, node: number, entry: ElementEntry): boolean {
  const here = meaningsIn(view, entry).filter(isIn(view.key(view.parent(node))));
  return here.some(({ type }) => type !== undefined && type !== "container" && type !== "empty");
}

/** Whether a text is of a data type [MS-ASDTYPE]; true for types that any text fits. */
export function isOfType(text: string, type: DataType): boolean {
  return CHECKS[type]?.(text) ?? true;
}

/** A data type in words, for a person who has to write one. */
export function typeInWords(type: DataType): string {
  return NAMES[type] ?? type;
}

/** Whether an element has a value: it is no container, and no bare name of one. */
export function hasValue({ dataType }: ElementEntry): boolean {
  return dataType !== "container" && dataType !== "empty";
}

/** The text of an element; `undefined` for an empty one, and where it is no text. */
export function valueOf(view: MessageView, node: number): string | undefined {
  const text = view.text(node);
  return text === "" ? undefined : text;
}
