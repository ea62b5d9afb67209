import { runAtOnce, STEP, type Steps, scaleSteps } from "../pace";
import { type ByteSink, byteSink } from "./byteSink";
import { hexValue, isBlank, isBreak, isSpace } from "./chars";
import type { Decoded } from "./decoded";
import { type Fit, onePayload } from "./onePayload";
import { oddDigit, type ProblemList, problemList, strayText } from "./problems";

/*
 * Hexadecimal has many notations: `03016A`, `03 01`, `0x3,0x1`, `\x03`, `03h`, `3 1 6a`. Two passes
 * distinguish them. The first counts runs of digits and their lengths. If no run is longer than two digits,
 * each run is a byte, padded or not; otherwise runs are pairs of digits, and a line ending can split them,
 * even between the two digits of a byte. The second pass produces the bytes.
 */

/** Called for what a scan finds: a run of digits, or a stretch that is not hexadecimal. */
interface Visitor {
  /**
   * `prefixed`: the run has its own prefix: 0x, $, #, &h. `goesOn`: there is nothing but a line break and
   * white space, or nothing at all, between the previous run and this one.
   */
  readonly run: (from: number, to: number, prefixed: boolean, goesOn: boolean) => void;
  readonly stray: (from: number, to: number) => void;
}

const X = 0x78;
const H = 0x68;
const ZERO = 0x30;
const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;

const OTHER = 0;
const DIGIT = 1;
const BLANK = 2;
const BREAK = 3;
const SEPARATOR = 4;

/** What each ASCII character means in hexadecimal text. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (hexValue(code) >= 0) return DIGIT;
  if (isBreak(code)) return BREAK;
  if (isBlank(code)) return BLANK;
  return ",;:.-_|/\\+()[]{}<>\"'`=~^*".includes(String.fromCharCode(code)) ? SEPARATOR : OTHER;
});

function classify(code: number): number {
  if (code < 128) return KINDS[code] ?? OTHER;
  return isBlank(code) ? BLANK : OTHER;
}

function isDigit(text: string, at: number): boolean {
  return hexValue(text.charCodeAt(at)) >= 0;
}

/** The end of the digits from `at`, at most `most`. */
function endOfDigits(text: string, at: number, most: number): number {
  let end = at;
  while (end < most && classify(text.charCodeAt(end)) === DIGIT) end++;
  return end;
}

/**
 * The end of the run from `from`, or of a step of it; the 0 of another `0x` directly after a prefixed run is
 * not part of it.
 */
function endOfRun(text: string, from: number, prefixed: boolean): number {
  const end = endOfDigits(text, from, Math.min(text.length, from + STEP));
  const joined =
    prefixed &&
    text.charCodeAt(end - 1) === ZERO &&
    (text.charCodeAt(end) | 0x20) === X &&
    isDigit(text, end + 1);
  return joined && end - 1 > from ? end - 1 : end;
}

/** Whether a prefix can start with an ASCII character: 1 or 0. */
const PREFIX_STARTS = Uint8Array.from({ length: 128 }, (_, code) =>
  Number("0\\&xX$#%".includes(String.fromCharCode(code))),
);

/**
 * The length of a prefix at `at` before hexadecimal digits: `0x`, `\x`, `x'`, `&h`, `$`, `#`, `%`; 0 if there
 * is none.
 */
function prefixLength(text: string, at: number, code: number): number {
  const next = text.charCodeAt(at + 1);
  const letter = next | 0x20;
  if (code === ZERO || code === BACKSLASH) return letter === X && isDigit(text, at + 2) ? 2 : 0;
  if (code === AMPERSAND && letter === H && isDigit(text, at + 2)) return 2;
  if ((code | 0x20) === X) return (next === 0x27 || next === 0x22) && isDigit(text, at + 2) ? 2 : 0;
  return isDigit(text, at + 1) ? 1 : 0;
}

/** Whether an `h` at `at` ends a number: 03h 01h. */
function isSuffix(text: string, at: number, code: number): boolean {
  return (code | 0x20) === H && at > 0 && isDigit(text, at - 1) && !/[0-9a-z]/i.test(text.charAt(at + 1));
}

function endOfStray(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Scans the text once, from left to right. A run that is longer than a step is passed on in pieces that
 * continue each other.
 */
function* visitHex(text: string, { run, stray }: Visitor): Steps<void> {
  let wrapped = false; // a line ended since the last run
  let onlyBlank = true;
  let pauseAt = STEP;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const prefix = PREFIX_STARTS[code] === 1 ? prefixLength(text, at, code) : 0;
    const kind = classify(code);
    if (kind === DIGIT || prefix > 0) {
      const from = at + prefix;
      at = endOfRun(text, from, prefix > 0);
      run(from, at, prefix > 0, wrapped && onlyBlank && prefix === 0);
      wrapped = at - from === STEP; // the next run, if it follows directly, is the same one
      onlyBlank = true;
    } else if (kind === BLANK) {
      at++;
    } else if (kind === BREAK) {
      wrapped = true;
      at++;
    } else {
      onlyBlank = false;
      const end = kind === SEPARATOR || isSuffix(text, at, code) ? at + 1 : endOfStray(text, at);
      if (kind === OTHER && !isSuffix(text, at, code)) stray(at, end);
      at = end;
    }
    if (at < pauseAt) continue;
    yield at / text.length;
    pauseAt = at + STEP;
  }
}

/** Counts that show how a text writes its bytes. */
interface Tally {
  readonly runs: number;
  readonly digits: number;
  readonly longest: number;
  /** Runs with an odd number of digits, 3 or more. */
  readonly odd: number;
  /** Runs of one digit. */
  readonly single: number;
  readonly strays: number;
}

function* tallyHex(text: string): Steps<Tally> {
  let [runs, digits, longest, odd, single, strays] = [0, 0, 0, 0, 0, 0];
  yield* visitHex(text, {
    run: (from, to) => {
      const length = to - from;
      runs++;
      digits += length;
      if (length > longest) longest = length;
      if (length === 1) single++;
      else if (length % 2 === 1) odd++;
    },
    stray: () => {
      strays++;
    },
  });
  return { runs, digits, longest, odd, single, strays };
}

type Digits = (from: number, to: number, prefixed: boolean, goesOn: boolean) => void;

/** Each run is one byte of one or two digits. */
function singleBytes(text: string, sink: ByteSink): Digits {
  return (from, to) => {
    const first = hexValue(text.charCodeAt(from));
    sink.push(to - from === 1 ? first : first * 16 + hexValue(text.charCodeAt(from + 1)));
  };
}

/**
 * Runs of pairs, which can continue after a line ending in the middle of a pair. `close` ends the last one.
 */
function pairs(
  text: string,
  sink: ByteSink,
  problems: ProblemList,
): { readonly run: Digits; readonly close: () => void } {
  let open = -1; // the digit that waits for its partner, and its run
  let [openFrom, openTo] = [0, 0];
  const close = (): void => {
    if (open >= 0) problems.add(oddDigit(openFrom, openTo));
    open = -1;
  };
  const run: Digits = (from, to, prefixed, goesOn) => {
    if (!goesOn) close();
    let at = from;
    if (open < 0 && prefixed && (to - from) % 2 === 1) open = 0; // 0x3
    if (open >= 0) sink.push(open * 16 + hexValue(text.charCodeAt(at++)));
    for (; at + 1 < to; at += 2)
      sink.push(hexValue(text.charCodeAt(at)) * 16 + hexValue(text.charCodeAt(at + 1)));
    open = at < to ? hexValue(text.charCodeAt(at)) : -1;
    [openFrom, openTo] = [from, to];
  };
  return { run, close };
}

/**
 * The bytes of a hexadecimal text: digits in pairs with any separators and prefixes, unpadded if no run is
 * longer than two digits. A run split by a line ending continues in the next line. Total: anything that is
 * not a digit or has no partner becomes a problem with its place.
 */
export function* hexSteps(text: string): Steps<Decoded> {
  const tally = yield* scaleSteps(tallyHex(text), 0, 0.4);
  const sink = byteSink((tally.digits >> 1) + tally.single + 1);
  const problems = problemList();
  const { run, close } = pairs(text, sink, problems);
  const stray = (from: number, to: number): void => problems.add(strayText(text, from, to, "hexadecimal"));
  yield* scaleSteps(
    visitHex(text, { run: tally.longest <= 2 ? singleBytes(text, sink) : run, stray }),
    0.4,
    1,
  );
  close();
  return { bytes: sink.bytes(), problems: problems.list() };
}

/** The result of `hexSteps`, without pauses. */
export function decodeHex(text: string): Decoded {
  return runAtOnce(hexSteps(text));
}

function describe({ runs, longest, single }: Tally): string {
  if (runs === 1) return "one run of hexadecimal digits";
  if (longest > 2) return "runs of hexadecimal digits";
  return single > 0 ? "hexadecimal numbers, not all padded" : "pairs of hexadecimal digits";
}

function fitHex(sample: string, whole: boolean): Fit | undefined {
  const tally = runAtOnce(tallyHex(sample));
  if (tally.runs === 0 || tally.strays > 0 || tally.digits < 2) return undefined;
  const why = describe(tally);
  if (/\\[uU]/.test(sample) || tally.odd > (whole ? 1 : 2) + tally.runs / 50)
    return { floor: 0.02, ceiling: 0.5, why };
  if (tally.longest > 2 && tally.single > 1 + tally.runs / 50) return { floor: 0.02, ceiling: 0.5, why };
  if (!/\d/.test(sample) && tally.longest > 2)
    return { floor: tally.digits >= 8 && tally.digits % 2 === 0 ? 0.25 : 0.05, ceiling: 0.9, why };
  return tally.longest === 2 && tally.single === 0
    ? { floor: 0.62, ceiling: 0.97, why }
    : { floor: 0.4, ceiling: 0.96, why };
}

/** Hexadecimal with any separators, case and prefixes; one payload. */
export const hex = onePayload({ id: "hex", title: "Hexadecimal", fit: fitHex, decode: hexSteps });
