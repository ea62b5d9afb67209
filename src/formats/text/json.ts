import type { Capture, Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import { dropPlace } from "../http/places";
import { inputText } from "../inputText";
import { likeness } from "../likeness";
import { runAtOnce, runPaced, type Steps } from "../pace";
import { plainCapture } from "../plainCapture";
import { base64Steps } from "./base64";
import { everyChar, isBase64Text, isHexText } from "./chars";
import type { Decoded } from "./decoded";
import { charSteps } from "./escaped";
import { hexSteps } from "./hex";
import { takeSample } from "./onePayload";

/** Bytes found at one place of a JSON document. */
interface FoundBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly problems: readonly InputProblem[];
  /** The value itself shows that it is bytes: a Buffer, a list of numbers. */
  readonly sure: boolean;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function parseStrictly(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // not JSON: reported by the caller
  }
}

/** The documents of a text with one on each line, as in logs; `undefined` if a line is not JSON. */
function parseLines(text: string): Json | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines.every((line) => /^\s*[{[]/.test(line))) return undefined;
  const documents: Json[] = [];
  for (const line of lines) {
    const document = parseStrictly(line);
    if (document === undefined) return undefined;
    documents.push(document);
  }
  return documents;
}

/**
 * The document, or one per line. If that fails, no-break spaces inserted by a page or mail program are read
 * as blanks.
 */
function parse(text: string): Json | undefined {
  const plain = text.includes("\u00A0") ? text.replaceAll("\u00A0", " ") : text;
  return parseStrictly(text) ?? parseLines(text) ?? (plain === text ? undefined : parseStrictly(plain));
}

function isByte(value: Json): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= -128 && value <= 255;
}

function byteList(value: Json): Uint8Array | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const list = value as readonly Json[];
  const bytes = new Uint8Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const byte = list[i] ?? null;
    if (!isByte(byte)) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `{"type":"Buffer","data":[…]}` of Node, `{"0":3,"1":1,…}` of a Uint8Array. */
function byteObject(value: { readonly [key: string]: Json }): Uint8Array | undefined {
  if (value["type"] === "Buffer" && value["data"] !== undefined) {
    return Array.isArray(value["data"]) && value["data"].length === 0
      ? new Uint8Array(0)
      : byteList(value["data"]);
  }
  const keys = Object.keys(value);
  if (keys.length < 2 || !keys.every((key, i) => key === String(i))) return undefined;
  return byteList(Object.values(value));
}

/**
 * A string rarely contains bytes decoded as UTF-8, so that reading must be much more plausible to be used.
 */
const UTF8_DOUBT = 0.3;

/** The possible meanings of a string: hexadecimal, base64, or its characters as bytes or UTF-8. */
const NOTATIONS: readonly {
  readonly fits: (value: string) => boolean;
  readonly steps: (value: string) => Steps<Decoded>;
  readonly doubt: number;
}[] = [
  { fits: (value) => value.length >= 10 && everyChar(value, isHexText), steps: hexSteps, doubt: 0 },
  {
    fits: (value) => value.length >= 7 && everyChar(value, isBase64Text),
    steps: (value) => base64Steps(value),
    doubt: 0,
  },
  { fits: () => true, steps: (value) => charSteps(value, "byte"), doubt: 0 },
  { fits: () => true, steps: (value) => charSteps(value, "utf8"), doubt: UTF8_DOUBT },
];

/** The bytes of a string in the notation that looks most like EAS traffic; `undefined` if none does. */
function* stringBytes(value: string): Steps<Omit<FoundBytes, "path"> | undefined> {
  let best: { readonly read: Decoded; readonly score: number } | undefined;
  for (const { steps, doubt } of NOTATIONS.filter(({ fits }) => fits(value))) {
    const read = yield* steps(value);
    const { kind, score } = likeness(read.bytes);
    if ((kind === "wbxml" || kind === "http") && score - doubt > (best?.score ?? 0))
      best = { read, score: score - doubt };
  }
  return best && { bytes: best.read.bytes, problems: best.read.problems.map(dropPlace), sure: false };
}

/** The bytes that a value represents, not counting those inside it. */
function* valueBytes(value: Json, path: string): Steps<Omit<FoundBytes, "path"> | undefined> {
  if (typeof value === "string") {
    const found = yield* stringBytes(value);
    return found ?? (path === "" ? { ...(yield* charSteps(value, "byte")), sure: true } : undefined);
  }
  const bytes = byteList(value) ?? (isObject(value) ? byteObject(value) : undefined);
  return bytes && { bytes, problems: [], sure: true };
}

interface Waiting {
  readonly path: string;
  readonly value: Json;
}

function listChildren({ path, value }: Waiting): Waiting[] {
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).map(([key, child]) => ({
    path: isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`,
    value: child,
  }));
}

/** The number of values of a document that are examined in one step. */
const VALUES_A_STEP = 256;

/**
 * Everything in the document that is bytes, in document order. Uses its own list instead of recursion, so
 * depth does not matter.
 */
function* findBytes(root: Json): Steps<FoundBytes[]> {
  const found: FoundBytes[] = [];
  const waiting: Waiting[] = [{ path: "", value: root }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const bytes = yield* valueBytes(next.value, next.path);
    if (bytes !== undefined) found.push({ path: next.path, ...bytes });
    else for (const child of listChildren(next).reverse()) waiting.push(child);
    if (++seen % VALUES_A_STEP === 0) yield seen / (seen + waiting.length);
  }
  return found;
}

const SHORTEST = 4;

/**
 * The payloads among the bytes found: those that look like EAS traffic or, if there are none, the lists that
 * are long enough.
 */
function payloads(found: readonly FoundBytes[]): readonly FoundBytes[] {
  const like = found.filter(({ bytes }) => /wbxml|http/.test(likeness(bytes).kind));
  if (like.length > 0) return like;
  const sure = found.filter(
    ({ sure: isSure, bytes, path }) => isSure && (bytes.length >= SHORTEST || path === ""),
  );
  return sure;
}

async function readJson(input: Input, options: ReadOptions): Promise<Contents> {
  const text = inputText(input);
  const document = parse(text.trim());
  if (document === undefined) return { captures: [], problems: [notJson(text)] };
  const origin: Capture["origin"] = {
    ...(input.name !== undefined && { name: input.name }),
    text: { from: 0, to: text.length },
  };
  const found = await runPaced(findBytes(document), options, "values");
  const captures = payloads(found).map(({ path, bytes, problems }) =>
    plainCapture(bytes, path || "JSON", origin, { problems }),
  );
  return { captures, problems: captures.length > 0 ? [] : [nothingInJson(text)] };
}

function notJson(text: string): InputProblem {
  return {
    code: "not-json",
    severity: "error",
    message: "The text starts like JSON, but is incomplete or not valid JSON.",
    text: { from: 0, to: text.length },
  };
}

function nothingInJson(text: string): InputProblem {
  const message =
    "The JSON contains no bytes. Expected a list of numbers, a Buffer, or a string of hexadecimal, base64 " +
    "or escaped WBXML.";
  return { code: "no-payload", severity: "error", message, text: { from: 0, to: text.length } };
}

const BUFFER = /^\s*\{\s*"type"\s*:\s*"Buffer"\s*,\s*"data"\s*:\s*\[/;
const INDEXED = /^\s*\{\s*"0"\s*:\s*-?\d{1,3}\s*,\s*"1"\s*:/;

/**
 * JSON that contains bytes: Node's Buffer, a Uint8Array, lists of numbers, strings of hex, base64 or escapes;
 * a capture for each.
 */
export const json: Format = {
  id: "json",
  title: "JSON",
  recognise: ({ text }) => {
    if (text === undefined) return undefined;
    const { sample, whole } = takeSample(text);
    if (BUFFER.test(sample)) return { confidence: 0.99, why: "a Node.js Buffer" };
    if (INDEXED.test(sample))
      return { confidence: 0.97, why: "an object with a number for each index, like a Uint8Array" };
    const start = sample.trimStart().charAt(0);
    if (start !== "{" && start !== "[" && start !== '"') return undefined;
    if (whole) return rateSample(sample.trim(), start, true);
    if (start === '"')
      return rateSample(`${sample.trimStart().replace(/\\[^"\\]{0,5}$/, "")}"`, start, false);
    return /^\s*(?:\{\s*"|\[\s*[[{"\d-])/.test(sample)
      ? { confidence: 0.5, why: "starts like JSON" }
      : undefined;
  },
  read: readJson,
};

function rateSample(
  sample: string,
  start: string,
  whole: boolean,
): { readonly confidence: number; readonly why: string } | undefined {
  const document = parse(sample);
  if (document === undefined) return undefined;
  const found = payloads(runAtOnce(findBytes(document)));
  const best = found.reduce((most, { bytes }) => Math.max(most, likeness(bytes, whole).score), 0);
  if (found.length === 0 || (start === '"' && best < 0.4))
    return { confidence: 0.15, why: start === '"' ? "a JSON string" : "valid JSON" };
  const bare = start === "[" && found[0]?.path === ""; // a list of numbers is as much Python as it is JSON
  return {
    confidence: 0.5 + (bare ? 0.46 : 0.485) * best,
    why: `valid JSON with ${found.length === 1 ? "bytes" : `${found.length} runs of bytes`} in it`,
  };
}
