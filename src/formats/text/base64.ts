import type { InputProblem } from "../format";
import { STEP, type Steps } from "../pace";
import { byteSink } from "./byteSink";
import { isSpace } from "./chars";
import type { Decoded } from "./decoded";
import { percentSteps } from "./escaped";
import { type Fit, onePayload } from "./onePayload";
import { moveProblem, problemList, strayText } from "./problems";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const INVALID = 255;

/** Both alphabets of RFC 4648: sections 4 (`+/`) and 5 (`-_`). */
const VALUES = (() => {
  const values = new Uint8Array(128).fill(INVALID);
  Array.from(ALPHABET).forEach((char, value) => {
    values[char.charCodeAt(0)] = value;
  });
  values[0x2d] = 62;
  values[0x5f] = 63;
  return values;
})();

const PAD = 0x3d;
const BACKSLASH = 0x5c;
const ARMOUR = /^-----(?:BEGIN|END) .*-----[ \t]*$/gm;
const DATA_URI = /^\s*(?:["'(]\s*)?(?:url\(["']?)?data:([^,]{0,200}),/i;

function readDigit(code: number): number {
  return code < 128 ? (VALUES[code] ?? INVALID) : INVALID;
}

function truncatedBase64(at: number): InputProblem {
  return {
    code: "truncated-base64",
    severity: "warning",
    message:
      `The base64 text ends inside a byte at ${at}: the last character holds only 6 bits. Something is ` +
      "missing.",
    text: { from: Math.max(0, at - 1), to: at },
  };
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x60;
}

/**
 * The length of text at `at` that can be skipped: white space, quotes, `\/` and `\n` of JSON; 0 if the
 * character counts.
 */
function skipLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isSpace(code) || isQuote(code)) return 1;
  if (code !== BACKSLASH) return 0;
  const next = text.charCodeAt(at + 1);
  if (next === 0x2f) return 1; // \/ means /
  return next === 0x6e || next === 0x72 ? 2 : 0;
}

/**
 * The bytes of base64 or base64url between `from` and `to` [RFC 4648 4, 5], with or without padding and line
 * wrapping; padding in the middle starts a new run of groups. Total: anything that is not base64 is skipped
 * and becomes a problem.
 */
export function* base64Steps(text: string, from = 0, to = text.length): Steps<Decoded> {
  const sink = byteSink(Math.ceil(((to - from) * 3) / 4) + 3);
  const problems = problemList();
  let bits = 0;
  let held = 0;
  const flush = (at: number): void => {
    if (held === 1) problems.add(truncatedBase64(at));
    held = 0;
    bits = 0;
  };
  let pauseAt = from + STEP;
  for (let at = from; at < to; at++) {
    if (at >= pauseAt) {
      yield at / text.length;
      pauseAt = at + STEP;
    }
    const code = text.charCodeAt(at);
    const value = readDigit(code);
    if (value !== INVALID) {
      bits = (bits << 6) | value;
      held++;
      if (held > 1) sink.push(bits >> (8 - held * 2));
      if (held === 4) held = bits = 0;
      continue;
    }
    if (code === PAD) {
      flush(at);
      continue;
    }
    const skip = skipLength(text, at);
    if (skip === 0) problems.add(strayText(text, at, at + 1, "base64"));
    else at += skip - 1;
  }
  flush(to);
  return { bytes: sink.bytes(), problems: problems.list() };
}

function blankArmour(text: string): string {
  return text.includes("-----") ? text.replace(ARMOUR, (line) => " ".repeat(line.length)) : text;
}

/** Whether the whole sample is base64 with white space between lines and optional quotes around it. */
function isBase64(sample: string): boolean {
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (readDigit(code) !== INVALID || code === PAD) continue;
    const skip = skipLength(sample, at);
    if (skip === 0) return false;
    at += skip - 1;
  }
  return true;
}

function fitBase64(sample: string, whole: boolean): Fit | undefined {
  const plain = blankArmour(sample);
  const trimmed = plain.trim();
  if (trimmed.length < 4 || !isBase64(plain)) return undefined;
  const spaced = /[^\s] +[^\s]/.test(trimmed);
  const letters = trimmed.replace(/[\s"'`=]+/g, "");
  const padded = /=\s*["'`]?$/.test(trimmed);
  const mixed = /[a-z]/.test(letters) && /[A-Z]/.test(letters) && /[0-9+/_-]/.test(letters);
  const remainder = whole ? letters.length % 4 : 0;
  const why = /[-_]/.test(letters) ? "characters found only in base64url" : "characters found only in base64";
  if (spaced || remainder === 1) return { floor: 0, ceiling: 0.7, why };
  if (padded || (mixed && letters.length >= 24)) return { floor: 0.45, ceiling: 0.98, why };
  return { floor: 0.05, ceiling: 0.97, why };
}

/** Base64 and base64url, with or without padding, line wrapping, armour lines or quotes; one payload. */
export const base64 = onePayload({
  id: "base64",
  title: "Base64",
  fit: fitBase64,
  decode: (text) => base64Steps(blankArmour(text)),
});

function* dataUriSteps(text: string): Steps<Decoded> {
  const match = DATA_URI.exec(text);
  const from = match === null ? 0 : match[0].length;
  let end = text.length;
  while (
    end > from &&
    (isSpace(text.charCodeAt(end - 1)) || isQuote(text.charCodeAt(end - 1)) || text.charAt(end - 1) === ")")
  )
    end--;
  if (/;\s*base64\s*$/i.test(match?.[1] ?? "")) {
    return yield* text.includes("%", from)
      ? base64Steps(decodeURIPadding(text, from))
      : base64Steps(text, from, end);
  }
  const { bytes, problems } = yield* percentSteps(text.slice(from, end));
  return { bytes, problems: problems.map((problem) => moveProblem(problem, from)) };
}

/**
 * Percent escapes that a base64 `data:` URI can contain: %2B, %2F, %3D; padded with spaces to keep positions
 * in the text.
 */
function decodeURIPadding(text: string, from: number): string {
  const escapes: Readonly<Record<string, string>> = { "2b": "+  ", "2f": "/  ", "3d": "=  " };
  return (
    " ".repeat(from) +
    text
      .slice(from)
      .replace(/%(2b|2f|3d)/gi, (whole, digits: string) => escapes[digits.toLowerCase()] ?? whole)
  );
}

/** A `data:` URI [RFC 2397], base64 or percent-encoded; one payload. */
export const dataUri = onePayload({
  id: "data-uri",
  title: "data: URI",
  fit: (sample) =>
    DATA_URI.test(sample) ? { floor: 0.97, ceiling: 0.99, why: "starts with data:" } : undefined,
  decode: dataUriSteps,
});
