import type { Capture, Contents, Format, Input, InputProblem, ReadOptions } from "../format";
import { inputText } from "../inputText";
import { likeness } from "../likeness";
import { limitProblem, limits } from "../limits";
import { runAtOnce, runPaced, type Steps, scaleSteps } from "../pace";
import { originIn, plainCapture } from "../plainCapture";
import { base64Steps } from "./base64";
import type { Decoded } from "./decoded";
import { hexSteps } from "./hex";
import { moveProblem } from "./problems";

/** How much of a text is searched to recognise it. */
const HEAD = 65_536;

/** 03 01 6A 00 as hexadecimal pairs with any separators, at the start of a run of digits. */
const HEX_START =
  /(?<![0-9A-Fa-f])(?:0x|\\x)?03[ \t,:-]*(?:0x|\\x)?01[ \t,:-]*(?:0x|\\x)?6A[ \t,:-]*(?:0x|\\x)?00/gi;
const HEX_PAIR = /(?:[ \t,:-]|\r?\n){0,80}(?:0x|\\x)?[0-9A-Fa-f]{2}(?![g-zG-Z])/y;
/** 03 01 6A in base64. */
const BASE64_START = /(?<![A-Za-z0-9+/_-])AwFq[A-D]/g;
const BASE64_RUN = /[A-Za-z0-9+/_-]{1,4096}={0,2}/y;

interface EmbeddedPayload extends Decoded {
  readonly from: number;
  readonly to: number;
}

function hexEnd(text: string, from: number): number {
  let end = from;
  for (HEX_PAIR.lastIndex = from; HEX_PAIR.test(text); ) end = HEX_PAIR.lastIndex;
  return end;
}

/** The end of base64 on one line. */
function base64LineEnd(text: string, from: number): number {
  let end = from;
  for (BASE64_RUN.lastIndex = from; BASE64_RUN.test(text) && (end === from || text.charAt(end - 1) !== "="); )
    end = BASE64_RUN.lastIndex;
  return end;
}

/** A line that is base64 from end to end. */
const BASE64_LINE = /\r?\n[A-Za-z0-9+/_-]+={0,2}(?=["'`]?[ \t]*(?:\r?\n|$))/y;

/** The end of base64 that continues in the next lines as long as they are only base64. */
function base64End(text: string, from: number): number {
  let end = base64LineEnd(text, from);
  for (BASE64_LINE.lastIndex = end; text.charAt(end - 1) !== "=" && BASE64_LINE.test(text); )
    end = BASE64_LINE.lastIndex;
  return end;
}

function moveDecoded({ bytes, problems }: Decoded, by: number): Decoded {
  return { bytes: bytes.slice(), problems: problems.map((problem) => moveProblem(problem, by)) };
}

/*
 * In a text that is not a notation as a whole, payloads are found by their start: the header 03 01 6A 00 has
 * a fixed spelling in hexadecimal and in base64, and text rarely contains it by chance. From there the run is
 * followed as far as it is written in the notation, across line endings. That can go too far, because words
 * such as `dead` or `Sync` are hexadecimal or base64 too: if the bytes are not a complete document, lines are
 * removed from the end until they are.
 */

/** How payloads start in one notation, how far they extend, and how they are decoded. */
interface Search {
  readonly start: RegExp;
  readonly endOf: (text: string, from: number) => number;
  readonly decode: (text: string) => Steps<Decoded>;
}

const SEARCHES: readonly Search[] = [
  { start: HEX_START, endOf: hexEnd, decode: hexSteps },
  { start: BASE64_START, endOf: base64End, decode: (text) => base64Steps(text) },
];

/** The maximum number of lines with words that look like digits. */
const MOST_WORDS = 4;

/**
 * The payload without its last lines, if that makes it a complete document: then those lines are words, not
 * digits.
 */
function* withoutWords(
  text: string,
  all: Decoded,
  decode: Search["decode"],
): Steps<(Decoded & { readonly length: number }) | undefined> {
  if (likeness(all.bytes).score === 1) return undefined;
  let length = text.trimEnd().length;
  for (let lines = 0; lines < MOST_WORDS; lines++) {
    length = text.lastIndexOf("\n", length - 1);
    if (length < 0) return undefined;
    const shorter = moveDecoded(yield* decode(text.slice(0, length)), 0);
    if (likeness(shorter.bytes).score === 1) return { ...shorter, length };
  }
  return undefined;
}

function* search(text: string, { start, endOf, decode }: Search): Steps<EmbeddedPayload[]> {
  const found: EmbeddedPayload[] = [];
  start.lastIndex = 0;
  for (
    let match = start.exec(text);
    match !== null && found.length <= limits.captures;
    match = start.exec(text)
  ) {
    const from = match.index;
    const to = Math.max(endOf(text, from), from + match[0].length);
    const decoded = yield* scaleSteps(decode(text.slice(from, to)), from / text.length, to / text.length);
    const shorter = yield* withoutWords(text.slice(from, to), decoded, decode);
    const end = from + (shorter?.length ?? to - from);
    found.push({ from, to: end, ...moveDecoded(shorter ?? decoded, from) });
    yield end / text.length;
    start.lastIndex = end;
  }
  return found;
}

/**
 * Every run of hexadecimal or base64 in the text that starts with the header of an EAS document, in order.
 */
function* findPayloads(text: string): Steps<EmbeddedPayload[]> {
  const found: EmbeddedPayload[] = [];
  for (const [i, one] of SEARCHES.entries())
    for (const payload of yield* scaleSteps(
      search(text, one),
      i / SEARCHES.length,
      (i + 1) / SEARCHES.length,
    ))
      found.push(payload);
  return found.sort((a, b) => a.from - b.from);
}

function surroundingText(text: string, count: number): InputProblem {
  return {
    code: "surrounding-text",
    severity: "info",
    message:
      `${count === 1 ? "One payload was" : `${count} payloads were`} found in other text; the rest of the ` +
      "text was skipped.",
    text: { from: 0, to: text.length },
  };
}

async function readEmbedded(input: Input, options: ReadOptions): Promise<Contents> {
  const text = inputText(input);
  const found = await runPaced(findPayloads(text), options, "text");
  const kept = found.slice(0, limits.captures);
  const captures: Capture[] = kept.map(({ bytes, problems, from, to }, i) =>
    plainCapture(bytes, `payload ${i + 1}`, originIn(input, from, to), { problems }),
  );
  const cut =
    found.length > kept.length
      ? [limitProblem("captures", "The number of payloads in this text", limits.captures)]
      : [];
  return { captures, problems: [surroundingText(text, kept.length), ...cut] };
}

/**
 * Payloads as hex or base64 in the middle of other text, as in a log or a mail; found by the header 03 01 6A
 * 00.
 */
export const embedded: Format = {
  id: "embedded",
  title: "Text with payloads in it",
  recognise: (input) => {
    const found = runAtOnce(findPayloads(inputText(input).slice(0, HEAD)));
    if (found.length === 0) return undefined;
    const score = found.reduce((best, { bytes }) => Math.max(best, likeness(bytes).score), 0);
    return {
      confidence: 0.25 + 0.2 * score,
      why: "the text contains hexadecimal or base64 that starts with the WBXML header",
    };
  },
  read: readEmbedded,
};
