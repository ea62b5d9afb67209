import { toHex } from "../bytes/hex";
import type {
  Alternative,
  Contents,
  Format,
  FormatOptions,
  Input,
  InputProblem,
  Reading,
  ReadOptions,
  Recognition,
} from "./format";
import { formats, textFormats } from "./formats";
import { httpFormats } from "./http/formats";
import { limitProblem, limits } from "./limits";
import { type DecodedInput, decodeInput } from "./reading/decodeInput";
import { missingHeader, withHeader } from "./reading/headerRepair";
import { moveReading } from "./reading/moveReading";
import { bareTexts, type TextPart } from "./reading/surroundings";
import { unwrapHttp } from "./reading/unwrapHttp";
import { unzipPayloads } from "./reading/unzipPayloads";
import { writeSummary } from "./summary";
import { unexpectedText } from "./text/problems";
import { wbxml } from "./wbxml";

/*
 * Detection is a contest, not a decision tree: every format looks at the input and returns its confidence,
 * and the most confident one reads it. So formats don't know each other, a new one is an entry in a list, and
 * the other candidates are offered as alternatives. If none is confident of the whole text, the contest is
 * repeated on the text without its surroundings. Afterwards the payloads are examined once more, because they
 * can be gzip, a whole HTTP message, or WBXML without its header.
 */

/** A format that could read the input, and its confidence. */
interface Candidate extends Recognition {
  readonly format: Format;
}

/** Below this confidence, a format is offered but not chosen. */
const SURE_ENOUGH = 0.2;
/** Below this confidence, a format is not offered either. */
const OFFERED = 0.1;

/** Formats whose payloads can be whole HTTP messages. */
const WRAPPERS = new Set([...textFormats, wbxml]);

/** All formats that recognise the input, most confident first; ties in list order. */
function rankFormats(input: Input): Candidate[] {
  const found = formats.flatMap((format) => {
    const recognition = format.recognise(input);
    return recognition === undefined || recognition.confidence < OFFERED ? [] : [{ ...recognition, format }];
  });
  return found.sort((a, b) => b.confidence - a.confidence);
}

/** All problems: those of the input, then those of each capture. */
function allProblems(
  own: readonly InputProblem[],
  { captures, problems }: Contents,
): readonly InputProblem[] {
  return [...own, ...problems, ...captures.flatMap((capture) => capture.problems)];
}

/**
 * The contents with a problem for each capture whose header was not copied, and the contents with those
 * headers restored; `undefined` if no capture lacks its header.
 */
function repairHeaders(
  contents: Contents,
): { readonly named: Contents; readonly repaired: Contents } | undefined {
  const fixes = contents.captures.map(({ payload, contentType }) =>
    contentType?.includes("xml") === true ? undefined : withHeader(payload),
  );
  if (fixes.every((fix) => fix === undefined)) return undefined;
  const named = contents.captures.map((capture, i) => {
    const fix = fixes[i];
    return fix === undefined
      ? capture
      : {
          ...capture,
          problems: [...capture.problems, missingHeader(capture, fix.length - capture.payload.length)],
        };
  });
  const repaired = contents.captures.map((capture, i) => ({
    ...capture,
    payload: fixes[i] ?? capture.payload,
  }));
  return { named: { ...contents, captures: named }, repaired: { ...contents, captures: repaired } };
}

function toReading(
  source: DecodedInput,
  { format, why }: Candidate,
  contents: Contents,
  alternatives: readonly Alternative[],
  id = format.id,
  title = format.title,
): Reading {
  const summary = writeSummary(title, contents, why);
  return {
    format: id,
    title,
    summary,
    captures: contents.captures,
    alternatives,
    problems: allProblems(source.problems, contents),
  };
}

/**
 * Adds the reason to contents that have neither captures nor problems: the format is right, but there is
 * nothing in it.
 */
function explainEmpty(contents: Contents, { text, bytes }: Input, title: string): Contents {
  if (contents.captures.length > 0 || contents.problems.length > 0) return contents;
  const message = `The input is ${title}, but it contains no payload.`;
  const place =
    text === undefined
      ? { bytes: { start: 0, end: bytes?.length ?? 0 } }
      : { text: { from: 0, to: text.length } };
  return { ...contents, problems: [{ code: "no-payload", severity: "warning", message, ...place }] };
}

/** The contents, limited to the number of captures that the page accepts. */
function limitCaptures(contents: Contents): Contents {
  if (contents.captures.length <= limits.captures) return contents;
  const problem = limitProblem("captures", "The number of messages", limits.captures);
  return {
    ...contents,
    captures: contents.captures.slice(0, limits.captures),
    problems: [...contents.problems, problem],
  };
}

/** A text within an input, read as a separate input. */
function readWithin(text: string, options: ReadOptions): Promise<Reading> {
  return readInput(text, undefined, options);
}

async function readAs(
  source: DecodedInput,
  chosen: Candidate,
  options: ReadOptions,
  all: readonly Candidate[],
): Promise<Reading> {
  options.signal?.throwIfAborted();
  const formatOptions: FormatOptions = { ...options, readInput: readWithin };
  const raw = await chosen.format.read(source.input, formatOptions);
  options.signal?.throwIfAborted();
  const contents = explainEmpty(
    limitCaptures(
      WRAPPERS.has(chosen.format)
        ? await unwrapHttp(await unzipPayloads(raw), httpFormats, formatOptions)
        : raw,
    ),
    source.input,
    chosen.format.title,
  );
  const others = all.filter((other) => other !== chosen).map((other) => toAlternative(source, other, all));
  const mended = WRAPPERS.has(chosen.format) ? repairHeaders(contents) : undefined;
  if (mended === undefined) return toReading(source, chosen, contents, others);
  const id = `${chosen.format.id}+header`;
  const title = `${chosen.format.title}, with the missing header added`;
  const plain: Alternative = {
    format: chosen.format.id,
    title: chosen.format.title,
    why: chosen.why,
    read: (again = {}) => readAs(source, chosen, again, all),
  };
  const readRepaired = (): Reading =>
    toReading(source, chosen, mended.repaired, [plain, ...others], id, title);
  const offer: Alternative = {
    format: id,
    title,
    why: "with 03 01 6A 00 in front it is a complete WBXML document",
    read: () => Promise.resolve(readRepaired()),
  };
  return toReading(source, chosen, mended.named, [offer, ...others]);
}

function toAlternative(source: DecodedInput, candidate: Candidate, all: readonly Candidate[]): Alternative {
  const { format, why } = candidate;
  return {
    format: format.id,
    title: format.title,
    why,
    read: (options = {}) => readAs(source, candidate, options, all),
  };
}

function describeInput({ text, bytes }: Input): string {
  if (bytes !== undefined && bytes.length === 0) return "The file is empty";
  if (text === undefined)
    return `The file is binary and starts with ${toHex((bytes ?? new Uint8Array(0)).subarray(0, 8))}`;
  const start = text.trim().slice(0, 40).replace(/\s+/g, " ");
  if (start === "") return "The input is empty";
  return `The input is ${text.length.toLocaleString("en")} characters of text that start with "${start}"`;
}

function unknownInput({ input }: DecodedInput): InputProblem {
  const expected =
    "WBXML bytes (03 01 6A …), hexadecimal, a hex dump, base64, a byte array or string of a " +
    "programming language, JSON, XML, an HTTP message, or a file of Fiddler, Burp, Charles, mitmproxy, " +
    "Wireshark, or a HAR";
  const place =
    input.text === undefined
      ? { bytes: { start: 0, end: input.bytes?.length ?? 0 } }
      : { text: { from: 0, to: input.text.length } };
  return {
    code: "unknown-input",
    severity: "error",
    message: `${describeInput({ ...input })}. Expected one of: ${expected}.`,
    ...place,
  };
}

function toUnknown(source: DecodedInput, all: readonly Candidate[]): Reading {
  const alternatives = all.map((candidate) => toAlternative(source, candidate, all));
  const problems = [...source.problems, unknownInput(source)];
  return {
    format: "unknown",
    title: "Not recognised",
    summary: describeInput(source.input),
    captures: [],
    alternatives,
    problems,
  };
}

/** A part of a text and the format it is in. */
interface ReadablePart extends TextPart {
  readonly input: Input;
  readonly best: Candidate;
  readonly all: readonly Candidate[];
}

/** A text without its surroundings, in which a format has more confidence than in the whole text. */
interface BareChoice {
  readonly parts: readonly ReadablePart[];
  readonly problems: readonly InputProblem[];
}

/** From this confidence in the whole text on, no surroundings are removed. */
const SURE = 0.9;
/** A text with more parts than this is not a mail with payloads in it. */
const MOST_PARTS = 200;
/** The confidence required in a bare text: if the whole text fits a format too, and if it fits none. */
const SURE_OF_BARE = 0.7;
const BETTER_THAN_NOTHING = 0.55;

const countChars = (parts: readonly TextPart[]): number =>
  parts.reduce((sum, { text }) => sum + text.length, 0);

function recognisePart(
  { text, from }: TextPart,
  name: string | undefined,
  least: number,
): ReadablePart | InputProblem {
  const input: Input = { name, text, bytes: undefined };
  const all = rankFormats(input);
  const [best] = all;
  if (best !== undefined && best.confidence >= least) return { text, from, input, best, all };
  return unexpectedText(from, from + text.length, "a payload");
}

/**
 * The start of a long text is tried first; the whole text is examined only if surroundings can be removed
 * there.
 */
const BARE_HEAD = 65_536;

/**
 * The bare text of which a format is most confident; `undefined` if none beats `whole`, the confidence in the
 * whole text.
 */
function chooseBare({ input }: DecodedInput, whole: number): BareChoice | undefined {
  const { text, name } = input;
  if (text === undefined || whole >= SURE) return undefined;
  if (text.length <= BARE_HEAD) return chooseBareIn(text, name, whole);
  const head = text.slice(0, text.lastIndexOf("\n", BARE_HEAD) + 1 || BARE_HEAD);
  return chooseBareIn(head, name, whole) && chooseBareIn(text, name, whole);
}

function chooseBareIn(text: string, name: string | undefined, whole: number): BareChoice | undefined {
  let [choice, most]: [BareChoice | undefined, number] = [undefined, whole];
  for (const { parts, problems, margin } of bareTexts(text)) {
    const needed = whole < SURE_ENOUGH ? BETTER_THAN_NOTHING : Math.max(SURE_OF_BARE, whole + margin);
    if (needed >= 1 || parts.length > MOST_PARTS) continue;
    const read = parts.map((part) =>
      recognisePart(part, name, parts.length === 1 ? SURE_ENOUGH : SURE_OF_BARE),
    );
    const readable = read.filter((part) => "best" in part);
    const confidence = Math.max(0, ...readable.map(({ best }) => best.confidence));
    if (confidence <= most || confidence < needed || countChars(readable) * 2 < countChars(parts)) continue;
    choice = { parts: readable, problems: [...problems, ...read.filter((part) => "code" in part)] };
    most = confidence;
  }
  return choice;
}

/** The captures of all parts in order, with places in the whole text. */
async function readBare(
  source: DecodedInput,
  { parts, problems }: BareChoice,
  options: ReadOptions,
  whole: readonly Candidate[],
): Promise<Reading> {
  const readings: Reading[] = [];
  for (const { input, best, all, from } of parts)
    readings.push(moveReading(await readAs({ input, problems: [] }, best, options, all), from));
  const [first] = readings;
  const others = whole.map((candidate) => toAlternative(source, candidate, whole));
  if (first === undefined) return toUnknown(source, whole);
  const alternatives = readings.length === 1 ? [...first.alternatives, ...others] : others;
  if (readings.length === 1)
    return { ...first, alternatives, problems: [...source.problems, ...problems, ...first.problems] };
  const contents = limitCaptures({ captures: readings.flatMap(({ captures }) => captures), problems: [] });
  const summary = writeSummary(first.title, contents, "");
  const all = [
    ...source.problems,
    ...problems,
    ...contents.problems,
    ...readings.flatMap((reading) => reading.problems),
  ];
  return { ...first, summary, captures: contents.captures, alternatives, problems: all };
}

/**
 * Reads anything that was pasted (text) or dropped (bytes) into captures. Every format looks at the content;
 * the most confident one reads it, and all others are offered as `alternatives`, which read on demand.
 * `problems` lists everything missing or doubtful: first in the input, then in each capture. Total: an input
 * that no format fits has the format "unknown". The name, if there is one, is the source of all captures.
 * Rejects only if `options.signal` is aborted, with its reason.
 */
export async function readInput(
  input: string | Uint8Array,
  name?: string,
  options: ReadOptions = {},
): Promise<Reading> {
  const reading = nameSource(await chooseAndRead(input, name, options), name);
  const alternatives = reading.alternatives.map((alternative) => ({
    ...alternative,
    read: async (again?: ReadOptions) => nameSource(await alternative.read(again), name),
  }));
  return { ...reading, alternatives };
}

/** Names the source of new captures. They are not copied, because there can be very many. */
function nameSource(reading: Reading, source: string | undefined): Reading {
  if (source !== undefined) for (const capture of reading.captures) Object.assign(capture, { source });
  return reading;
}

async function chooseAndRead(
  input: string | Uint8Array,
  name: string | undefined,
  options: ReadOptions,
): Promise<Reading> {
  options.signal?.throwIfAborted();
  const source = decodeInput(input, name);
  const all = rankFormats(source.input);
  const [best] = all;
  const bare = chooseBare(source, best?.confidence ?? 0);
  if (bare !== undefined) return readBare(source, bare, options, all);
  if (best === undefined || best.confidence < SURE_ENOUGH) return toUnknown(source, all);
  return readAs(source, best, options, all);
}
