import type { ByteRange, TextRange } from "../../bytes/range";

/** The place of something inside a value: in its decoded bytes, in its text, or both. */
export interface ValuePlace {
  /** Bytes of the decoded value (decoded from base64, if the value is base64). */
  readonly range?: ByteRange;
  /** UTF-16 units of the value's text. */
  readonly text?: TextRange;
}

/** One row of the explanation of a value. */
export interface ValueRow extends ValuePlace {
  readonly label: string;
  readonly value: string;
}

/** Something wrong or questionable about a value: a stable kebab-case code, a sentence, and the place. */
export interface ValueProblem extends ValuePlace {
  readonly code: string;
  readonly message: string;
}

/** The explanation of a value. */
export interface ValueReading {
  /** A stable kebab-case name of the kind of value. */
  readonly kind: string;
  /** The heading above the rows: "Time zone". */
  readonly title: string;
  /** One line, short enough to show after the element in a tree. */
  readonly summary: string;
  readonly rows: readonly ValueRow[];
  readonly problems: readonly ValueProblem[];
}

/**
 * The element that contains a value. The namespace may end in a colon; `parent` is a name with or without its
 * namespace.
 */
export interface ValueElement {
  readonly namespace: string;
  readonly name: string;
  readonly parent?: string;
}

/** The content of an element as it appears in the payload: inline text, or the bytes of an OPAQUE. */
export interface ValueContent {
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

/** Facts outside the value that affect how it is read. */
export interface ValueContext {
  /** The AirSyncBase:Type next to a Data: "1" plain text, "2" HTML, "3" RTF, "4" MIME. */
  readonly bodyType?: string;
  /** The class of the item around the value: "SMS", "Email" … */
  readonly itemClass?: string;
}

/**
 * Reads one kind of value. Total: any text and any bytes give a reading, or `undefined` if there is nothing
 * to explain.
 */
export type ValueReader = (
  content: ValueContent,
  element: ValueElement,
  context: ValueContext,
) => ValueReading | undefined;

/** The place of the decoded bytes from `start` to `end`. */
export function atBytes(start: number, end: number): ValuePlace {
  return { range: { start, end } };
}

/** The place of the text from `from` to `to`. */
export function atText(from: number, to: number): ValuePlace {
  return { text: { from, to } };
}

/** A row, with its place if it has one. */
export function row(label: string, value: string, place: ValuePlace = {}): ValueRow {
  return { label, value, ...place };
}

/** A problem, with its place if it has one. */
export function problem(code: string, message: string, place: ValuePlace = {}): ValueProblem {
  return { code, message, ...place };
}

/** Formats a number with its noun: "1 byte", "2 bytes". */
export function formatCount(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** Shortens a text to one line of at most `length` UTF-16 units, plus an ellipsis. */
export function shorten(text: string, length = 60): string {
  const head = text.slice(0, length * 20);
  const line = head.replace(/\s+/g, " ").trim();
  if (line.length <= length && head.length === text.length) return line;
  return `${line.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
