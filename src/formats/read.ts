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
import { decodeInput } from "./reading/decodeInput";
import { missingHeader, withHeader } from "./reading/headerRepair";
import { movedReading } from "./reading/movedReading";
import { bareTexts, type Part } from "./reading/surroundings";
import { unwrapHttp } from "./reading/unwrapHttp";
import { unzipPayloads } from "./reading/unzipPayloads";
import { summaryOf } from "./summary";
import { unexpectedText } from "./text/problems";
import { wbxml } from "./wbxml";

/** A format that could read the input, and how sure it is. */
interface Candidate extends Recognition {
  readonly format: Format;
}

/** Below this a format is not taken unasked, though it is offered. */
const SURE_ENOUGH = 0.2;
/** Below this a format is not even offered. */
const OFFERED = 0.1;

/** Formats whose payloads may be whole HTTP messages. */
const WRAPPERS = new Set([...textFormats, wbxml]);

/** All formats that recognise the input, surest first; equals in the order of the list. */
function candidates(input: Input): Candidate[] {
  const found = formats.flatMap((format) => {
    const recognition = format.recognise(input);
    return recognition === undefined || recognition.confidence < OFFERED ? [] : [{ ...recognition, format }];
  });
  return found.sort((a, b) => b.confidence - a.confidence);
}

/** What is doubtful anywhere: the input's own problems, then those of each capture. */
function allProblems(
  own: readonly InputProblem[],
  { captures, problems }: Contents,
): readonly InputProblem[] {
  return [...own, ...problems, ...captures.flatMap((capture) => capture.problems)];
}

interface Source {
  readonly input: Input;
  readonly problems: readonly InputProblem[];
}

/**
 * Captures whose header was not copied, named so, and the same contents with the header put in front;
 * `undefined` where none is.
 */
function repair(contents: Contents): { readonly named: Contents; readonly repaired: Contents } | undefined {
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

function readingOf(
  source: Source,
  { format, why }: Candidate,
  contents: Contents,
  alternatives: readonly Alternative[],
  id = format.id,
  title = format.title,
): Reading {
  const summary = summaryOf(title, contents, why);
  return {
    format: id,
    title,
    summary,
    captures: contents.captures,
    alternatives,
    problems: allProblems(source.problems, contents),
  };
}

/** Contents without captures and without a reason, and the reason: what was recognised carries nothing. */
function explained(contents: Contents, { text, bytes }: Input, title: string): Contents {
  if (contents.captures.length > 0 || contents.problems.length > 0) return contents;
  const message = `The input is ${title}, but no payload is in it.`;
  const place =
    text === undefined
      ? { bytes: { start: 0, end: bytes?.length ?? 0 } }
      : { text: { from: 0, to: text.length } };
  return { ...contents, problems: [{ code: "no-payload", severity: "warning", message, ...place }] };
}

/** Contents with no more captures than the page takes. */
function bounded(contents: Contents): Contents {
  if (contents.captures.length <= limits.captures) return contents;
  const problem = limitProblem("captures", "The number of messages", limits.captures);
  return {
    ...contents,
    captures: contents.captures.slice(0, limits.captures),
    problems: [...contents.problems, problem],
  };
}

/** A text within an input, read as an input of its own. */
function readWithin(text: string, options: ReadOptions): Promise<Reading> {
  return readInput(text, undefined, options);
}

async function readAs(
  source: Source,
  chosen: Candidate,
  options: ReadOptions,
  all: readonly Candidate[],
): Promise<Reading> {
  options.signal?.throwIfAborted();
  const formatOptions: FormatOptions = { ...options, readInput: readWithin };
  const raw = await chosen.format.read(source.input, formatOptions);
  options.signal?.throwIfAborted();
  const contents = explained(
    bounded(
      WRAPPERS.has(chosen.format)
        ? await unwrapHttp(await unzipPayloads(raw), httpFormats, formatOptions)
        : raw,
    ),
    source.input,
    chosen.format.title,
  );
  const others = all.filter((other) => other !== chosen).map((other) => alternativeOf(source, other, all));
  const mended = WRAPPERS.has(chosen.format) ? repair(contents) : undefined;
  if (mended === undefined) return readingOf(source, chosen, contents, others);
  const id = `${chosen.format.id}+header`;
  const title = `${chosen.format.title}, with the missing header put in front`;
  const plain: Alternative = {
    format: chosen.format.id,
    title: chosen.format.title,
    why: chosen.why,
    read: (again = {}) => readAs(source, chosen, again, all),
  };
  const repaired = (): Reading => readingOf(source, chosen, mended.repaired, [plain, ...others], id, title);
  const offer: Alternative = {
    format: id,
    title,
    why: "with 03 01 6A 00 in front it is a whole WBXML document",
    read: () => Promise.resolve(repaired()),
  };
  return readingOf(source, chosen, mended.named, [offer, ...others]);
}

function alternativeOf(source: Source, candidate: Candidate, all: readonly Candidate[]): Alternative {
  const { format, why } = candidate;
  return {
    format: format.id,
    title: format.title,
    why,
    read: (options = {}) => readAs(source, candidate, options, all),
  };
}

function whatWasSeen({ text, bytes }: Input): string {
  if (bytes !== undefined && bytes.length === 0) return "The file is empty";
  if (text === undefined)
    return `The file is binary and starts with ${toHex((bytes ?? new Uint8Array(0)).subarray(0, 8))}`;
  const start = text.trim().slice(0, 40).replace(/\s+/g, " ");
  if (start === "") return "The input is empty";
  return `The input is ${text.length.toLocaleString("en")} characters of text that start with "${start}"`;
}

function nothingFits({ input }: Source): InputProblem {
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
    message: `${whatWasSeen({ ...input })}. Expected was one of: ${expected}.`,
    ...place,
  };
}

function unknown(source: Source, all: readonly Candidate[]): Reading {
  const alternatives = all.map((candidate) => alternativeOf(source, candidate, all));
  const problems = [...source.problems, nothingFits(source)];
  return {
    format: "unknown",
    title: "Not recognised",
    summary: whatWasSeen(source.input),
    captures: [],
    alternatives,
    problems,
  };
}

/** A part of a text and the format that it is surely in. */
interface ReadablePart extends Part {
  readonly input: Input;
  readonly best: Candidate;
  readonly all: readonly Candidate[];
}

/** A text without its surroundings that a format is surer of than of the text as it is. */
interface BareChoice {
  readonly parts: readonly ReadablePart[];
  readonly problems: readonly InputProblem[];
}

/** Where a format is as sure as this of the whole text, nothing is taken off it. */
const SURE = 0.9;
/** A text that falls into more parts is no mail with payloads in it. */
const MOST_PARTS = 200;
/** How sure a format must be of a bare text where the whole fits some format too, and where it fits none. */
const SURE_OF_BARE = 0.7;
const BETTER_THAN_NOTHING = 0.55;

const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { text }) => sum + text.length, 0);

function readablePart(
  { text, from }: Part,
  name: string | undefined,
  least: number,
): ReadablePart | InputProblem {
  const input: Input = { name, text, bytes: undefined };
  const all = candidates(input);
  const [best] = all;
  if (best !== undefined && best.confidence >= least) return { text, from, input, best, all };
  return unexpectedText(from, from + text.length, "a payload");
}

/** How much of a text must show that something can be taken off it before all of it is looked at. */
const BARE_HEAD = 65_536;

/** The barest text that a format is surest of; `undefined` where none is surer than of the whole, `whole`. */
function bareChoice({ input }: Source, whole: number): BareChoice | undefined {
  const { text, name } = input;
  if (text === undefined || whole >= SURE) return undefined;
  if (text.length <= BARE_HEAD) return bareChoiceOf(text, name, whole);
  const head = text.slice(0, text.lastIndexOf("\n", BARE_HEAD) + 1 || BARE_HEAD);
  return bareChoiceOf(head, name, whole) && bareChoiceOf(text, name, whole);
}

function bareChoiceOf(text: string, name: string | undefined, whole: number): BareChoice | undefined {
  let [choice, most]: [BareChoice | undefined, number] = [undefined, whole];
  for (const { parts, problems, margin } of bareTexts(text)) {
    const needed = whole < SURE_ENOUGH ? BETTER_THAN_NOTHING : Math.max(SURE_OF_BARE, whole + margin);
    if (needed >= 1 || parts.length > MOST_PARTS) continue;
    const read = parts.map((part) =>
      readablePart(part, name, parts.length === 1 ? SURE_ENOUGH : SURE_OF_BARE),
    );
    const readable = read.filter((part) => "best" in part);
    const confidence = Math.max(0, ...readable.map(({ best }) => best.confidence));
    if (confidence <= most || confidence < needed || sizeOf(readable) * 2 < sizeOf(parts)) continue;
    choice = { parts: readable, problems: [...problems, ...read.filter((part) => "code" in part)] };
    most = confidence;
  }
  return choice;
}

/** The captures of all parts, in order, places counted in the whole text. */
async function readBare(
  source: Source,
  { parts, problems }: BareChoice,
  options: ReadOptions,
  whole: readonly Candidate[],
): Promise<Reading> {
  const readings: Reading[] = [];
  for (const { input, best, all, from } of parts)
    readings.push(movedReading(await readAs({ input, problems: [] }, best, options, all), from));
  const [first] = readings;
  const others = whole.map((candidate) => alternativeOf(source, candidate, whole));
  if (first === undefined) return unknown(source, whole);
  const alternatives = readings.length === 1 ? [...first.alternatives, ...others] : others;
  if (readings.length === 1)
    return { ...first, alternatives, problems: [...source.problems, ...problems, ...first.problems] };
  const contents = bounded({ captures: readings.flatMap(({ captures }) => captures), problems: [] });
  const summary = summaryOf(first.title, contents, "");
  const all = [
    ...source.problems,
    ...problems,
    ...contents.problems,
    ...readings.flatMap((reading) => reading.problems),
  ];
  return { ...first, summary, captures: contents.captures, alternatives, problems: all };
}

/**
 * Whatever was pasted (text) or dropped (bytes) as captures. Every format looks at the content; the surest
 * reads it, all others are offered as `alternatives`, which read when asked. `problems` holds everything
 * missing or doubtful: of the input, then of each capture. Total: an input that nothing fits gives the format
 * "unknown". Rejects only where `options.signal` is aborted, with its reason.
 */
export async function readInput(
  input: string | Uint8Array,
  name?: string,
  options: ReadOptions = {},
): Promise<Reading> {
  options.signal?.throwIfAborted();
  const source = decodeInput(input, name);
  const all = candidates(source.input);
  const [best] = all;
  const bare = bareChoice(source, best?.confidence ?? 0);
  if (bare !== undefined) return readBare(source, bare, options, all);
  if (best === undefined || best.confidence < SURE_ENOUGH) return unknown(source, all);
  return readAs(source, best, options, all);
}
