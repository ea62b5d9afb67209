import type { ByteRange, TextRange } from "../../bytes/range";

/** Where something stands inside a value: in its bytes as decoded, in its text, or in both. */
export interface ValuePlace {
  /** Bytes within the decoded value (after base64, where the value is written in it). */
  readonly range?: ByteRange;
  /** UTF-16 units within the value's text. */
  readonly text?: TextRange;
}

/** One line of what a value says. */
export interface ValueRow extends ValuePlace {
  readonly label: string;
  readonly value: string;
}

/**
 * Something about a value that is wrong or doubtful: a stable code in kebab-case, a sentence, and where it
 * is.
 */
export interface ValueProblem extends ValuePlace {
  readonly code: string;
  readonly message: string;
}

/** What a value says when it is read as what it is. */
export interface ValueReading {
  /** Stable name in kebab-case of what it was read as. */
  readonly kind: string;
  /** What a person reads above the rows: "Time zone". */
  readonly title: string;
  /** One line, short enough to stand behind the element in a tree. */
  readonly summary: string;
  readonly rows: readonly ValueRow[];
  readonly problems: readonly ValueProblem[];
}

/**
 * The element a value stands in. The namespace may end in a colon; `parent` is a name with or without its
 * namespace.
 */
export interface ValueElement {
  readonly namespace: string;
  readonly name: string;
  readonly parent?: string;
}

/** An element's content as it stands in the payload: inline text, or the bytes of an OPAQUE. */
export interface ValueContent {
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

/** What lies outside the value and decides how it is read. */
export interface ValueContext {
  /** The AirSyncBase:Type beside a Data: "1" plain text, "2" HTML, "3" RTF, "4" MIME. */
  readonly bodyType?: string;
  /** The class of the item around the value: "SMS", "Email" … */
  readonly itemClass?: string;
}

/**
 * A reader of one kind of value. Total: any text and any bytes give a reading, or `undefined` where there is
 * nothing to say.
 */
export type ValueReader = (
  content: ValueContent,
  element: ValueElement,
  context: ValueContext,
) => ValueReading | undefined;

/** The place of decoded bytes from `start` up to `end`. */
export function atBytes(start: number, end: number): ValuePlace {
  return { range: { start, end } };
}

/** The place of text from `from` up to `to`. */
export function atText(from: number, to: number): ValuePlace {
  return { text: { from, to } };
}

/** A row, with its place where it has one. */
export function row(label: string, value: string, place: ValuePlace = {}): ValueRow {
  return { label, value, ...place };
}

/** A problem, with its place where it has one. */
export function problem(code: string, message: string, place: ValuePlace = {}): ValueProblem {
  return { code, message, ...place };
}

/** A number with its noun: "1 byte", "2 bytes". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** The beginning of a text on one line, at most `length` UTF-16 units and an ellipsis. */
export function shorten(text: string, length = 60): string {
  const head = text.slice(0, length * 20);
  const line = head.replace(/\s+/g, " ").trim();
  if (line.length <= length && head.length === text.length) return line;
  return `${line.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
