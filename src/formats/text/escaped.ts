import type { InputProblem } from "../format";
import { runAtOnce, STEP, type Steps } from "../pace";
import { byteSink } from "./byteSink";
import { endWithoutBreaks, hexValue, isBreak, isSpace } from "./chars";
import type { Decoded } from "./decoded";
import { type Fit, onePayload } from "./onePayload";
import { problemList, replacementCharacter } from "./problems";

/**
 * What a character above U+007F represents: the byte with its number (a "binary string"), or its UTF-8 bytes.
 */
export type CharMode = "byte" | "utf8";

/** The bytes that the body of a string literal represents. */
export interface Unescaped extends Decoded {
  /** Whether there are characters from U+0080 on, so that the other CharMode gives different bytes. */
  readonly wide: boolean;
  readonly escapes: number;
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const REPLACEMENT = 0xfffd;

const SIMPLE: ReadonlyMap<string, number> = new Map(
  Object.entries({
    n: 10,
    r: 13,
    t: 9,
    a: 7,
    b: 8,
    f: 12,
    v: 11,
    e: 27,
    "\\": 92,
    '"': 34,
    "'": 39,
    "/": 47,
    "?": 63,
    $: 36,
    "`": 96,
  }),
);

interface Escape {
  /** UTF-16 unit or code point of a character, or the value of a byte. */
  readonly value: number;
  readonly byte: boolean;
  readonly length: number;
}

function digitsAt(text: string, at: number, most: number, radix: 8 | 16): number {
  let count = 0;
  while (count < most) {
    const value = hexValue(text.charCodeAt(at + count));
    if (value < 0 || value >= radix) break;
    count++;
  }
  return count;
}

function numeric(text: string, at: number, most: number, radix: 8 | 16, skip: number): Escape | undefined {
  const count = digitsAt(text, at + skip, most, radix);
  if (count === 0) return undefined;
  return {
    value: Number.parseInt(text.slice(at + skip, at + skip + count), radix),
    byte: most <= 3,
    length: skip + count,
  };
}

/** The escape at a backslash; `undefined` if it is not valid. */
function escapeAt(text: string, at: number): Escape | undefined {
  const kind = text.charAt(at + 1);
  if (kind === "x") return numeric(text, at, 2, 16, 2);
  if (kind === "u" && text.charAt(at + 2) === "{") {
    const braced = numeric(text, at, 6, 16, 3);
    return braced && text.charAt(at + braced.length) === "}" && braced.value <= 0x10ffff
      ? { ...braced, length: braced.length + 1 }
      : undefined;
  }
  if (kind === "u" || kind === "U") {
    const size = kind === "u" ? 4 : 8;
    return digitsAt(text, at + 2, size, 16) === size ? numeric(text, at, size, 16, 2) : undefined;
  }
  if (kind >= "0" && kind <= "7") return numeric(text, at, 3, 8, 1);
  const simple = SIMPLE.get(kind);
  return simple === undefined || kind === "" ? undefined : { value: simple, byte: true, length: 2 };
}

const encoder = new TextEncoder();

/** Receives the characters and bytes of a string, in one CharMode. */
interface Writer {
  readonly byte: (value: number) => void;
  readonly char: (code: number, from: number, to: number) => void;
  readonly problem: (problem: InputProblem) => void;
  readonly done: (escapes: number) => Unescaped;
}

function stringWriter(mode: CharMode, capacity: number): Writer {
  const sink = byteSink(capacity);
  const problems = problemList();
  let wide = false;
  let high = 0; // a high surrogate that waits for its other half
  const utf8 = (code: number): void => sink.append(encoder.encode(String.fromCodePoint(code)));
  const writeLoneSurrogate = (): void => {
    if (high !== 0) utf8(REPLACEMENT);
    high = 0;
  };
  const above = (code: number, from: number, to: number): void => {
    wide = true;
    if (code === REPLACEMENT) problems.add(replacementCharacter(from, to));
    if (high !== 0 && code >= 0xdc00 && code <= 0xdfff) {
      const lead = high;
      high = 0;
      return utf8(0x10000 + ((lead - 0xd800) << 10) + (code - 0xdc00));
    }
    writeLoneSurrogate();
    if (code >= 0xd800 && code <= 0xdbff) high = code;
    else if (code >= 0xdc80 && code <= 0xdcff) sink.push(code & 0xff);
    else if (mode === "byte" && code <= 0xff) sink.push(code);
    else utf8(code);
  };
  return {
    byte: (value) => {
      writeLoneSurrogate();
      sink.push(value);
    },
    char: (code, from, to) => {
      if (code >= 0x80) return above(code, from, to);
      writeLoneSurrogate();
      sink.push(code);
    },
    problem: problems.add,
    done: (escapes) => {
      writeLoneSurrogate();
      return { bytes: sink.bytes(), problems: problems.list(), wide, escapes };
    },
  };
}

function unknownEscape(at: number, end: number): InputProblem {
  const message =
    `The escape at character ${at} is not valid in C, C#, Java, Go, Python, JavaScript or PHP; both ` +
    "characters were kept as they are.";
  return {
    code: "unknown-escape",
    severity: "warning",
    message,
    text: { from: at, to: Math.min(end, at + 2) },
  };
}

/** The length of a backslash and the line ending it hides; 0 if it does not hide one. */
function continuation(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (!isBreak(next)) return 0;
  return next === 0x0d && text.charCodeAt(at + 2) === 0x0a ? 3 : 2;
}

/**
 * The bytes of a string body between `from` and `to`: escapes `\xHH`, octal, `\uHHHH`, `\u{…}`, `\UHHHHHHHH`,
 * `\n` and similar; U+DC80 to U+DCFF are the bytes 80 to FF (Python's surrogateescape). If `breaks` is false,
 * line endings are layout. Total.
 */
export function* unescapeSteps(
  text: string,
  from: number,
  to: number,
  mode: CharMode,
  breaks = true,
): Steps<Unescaped> {
  const writer = stringWriter(mode, to - from);
  let escapes = 0;
  let pauseAt = from + STEP;
  for (let at = from; at < to; ) {
    if (at >= pauseAt) {
      yield at / text.length;
      pauseAt = at + STEP;
    }
    const code = text.charCodeAt(at);
    if (code !== BACKSLASH) {
      if (breaks || !isBreak(code)) writer.char(code, at, at + 1);
      at++;
      continue;
    }
    const hidden = continuation(text, at);
    const escape = hidden > 0 ? undefined : escapeAt(text, at);
    if (escape === undefined) {
      if (hidden === 0) writer.problem(unknownEscape(at, to));
      if (hidden === 0) writer.byte(BACKSLASH);
      at += hidden || 1;
      continue;
    }
    escapes++;
    if (escape.byte) writer.byte(escape.value);
    else writer.char(escape.value, at, at + escape.length);
    at += escape.length;
  }
  return writer.done(escapes);
}

/** The result of `unescapeSteps`, without pauses. */
export function unescape(
  text: string,
  from: number,
  to: number,
  mode: CharMode,
  breaks?: boolean,
): Unescaped {
  return runAtOnce(unescapeSteps(text, from, to, mode, breaks));
}

/** The bytes of characters, in one CharMode; U+FFFD is a problem. */
export function* charSteps(text: string, mode: CharMode): Steps<Unescaped> {
  const writer = stringWriter(mode, text.length);
  for (let at = 0; at < text.length; at++) {
    if (at % STEP === STEP - 1) yield at / text.length;
    writer.char(text.charCodeAt(at), at, at + 1);
  }
  return writer.done(0);
}

/**
 * Escapes of one marker and two hexadecimal digits; everything else is literal (UTF-8). A marker at a line
 * end hides the line ending.
 */
function* markedSteps(text: string, marker: number): Steps<Decoded> {
  const writer = stringWriter("utf8", text.length);
  // white space would be escaped, so any here comes from wrapping and indentation
  const layout = marker === PERCENT;
  const end = layout ? text.length : endWithoutBreaks(text);
  let pauseAt = STEP;
  for (let at = 0; at < end; at++) {
    if (at >= pauseAt) {
      yield at / text.length;
      pauseAt = at + STEP;
    }
    const code = text.charCodeAt(at);
    if (layout && isSpace(code)) continue;
    const digits = code === marker ? digitsAt(text, at + 1, 2, 16) : 0;
    if (digits === 2) {
      writer.byte(hexValue(text.charCodeAt(at + 1)) * 16 + hexValue(text.charCodeAt(at + 2)));
      at += 2;
    } else if (code === marker && marker === 0x3d && isBreak(text.charCodeAt(at + 1))) {
      at += continuation(text, at) - 1;
    } else {
      writer.char(code, at, at + 1);
    }
  }
  return writer.done(0);
}

/**
 * The bytes of a percent-encoded text [RFC 3986 2.1]; unescaped characters represent themselves, white space
 * is layout.
 */
export function percentSteps(text: string): Steps<Decoded> {
  return markedSteps(text, PERCENT);
}

/**
 * Whether the text contains a control character other than white space: then it is not a printable notation.
 */
function holdsControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && (code < 0x09 || code > 0x0d || code === 0x0b || code === 0x0c)) return true;
  }
  return false;
}

function fitMarked(marker: string): (sample: string) => Fit | undefined {
  const escape = new RegExp(`${marker}[0-9A-Fa-f]{2}`, "g");
  return (sample) => {
    if (holdsControl(sample)) return undefined;
    const { length: escapes } = sample.match(escape) ?? [];
    if (escapes === 0 || escapes * 40 < sample.length) return undefined;
    const starts = sample.trimStart().startsWith(marker);
    return {
      floor: starts ? 0.2 : 0,
      ceiling: starts ? 0.96 : 0.6,
      why: `${escapes} escapes of ${marker} and two digits`,
    };
  };
}

/** Percent-encoding; one payload. */
export const percent = onePayload({
  id: "percent",
  title: "Percent-encoding",
  fit: fitMarked("%"),
  decode: percentSteps,
});

/** Quoted-printable [RFC 2045 6.7]; one payload. */
export const quotedPrintable = onePayload({
  id: "quoted-printable",
  title: "Quoted-printable",
  fit: fitMarked("="),
  decode: (text) => markedSteps(text, 0x3d),
});

function fitEscaped(mode: CharMode): (sample: string) => Fit | undefined {
  return (sample) => {
    const { length: escapes } =
      sample.match(/\\(?:x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{4}|[0-7]{1,3}|[nrtabfve])/g) ?? [];
    if (escapes === 0 || escapes * 60 < sample.length || holdsControl(sample)) return undefined;
    const { wide, problems } = unescape(sample, 0, sample.length, mode, false);
    if (!wide && mode === "utf8") return undefined;
    const starts = sample.trimStart().startsWith("\\") && problems.length === 0;
    const why =
      `${escapes} backslash ` +
      `escapes${wide ? `, other characters as ${mode === "byte" ? "bytes" : "UTF-8"}` : ""}`;
    const doubt = mode === "utf8" ? 0.12 : 0;
    return { floor: starts ? 0.5 - doubt : 0, ceiling: (starts ? 0.97 : 0.5) - doubt, why };
  };
}

function escapedFormat(id: string, title: string, mode: CharMode): ReturnType<typeof onePayload> {
  return onePayload({
    id,
    title,
    fit: fitEscaped(mode),
    decode: (text) => unescapeSteps(text, 0, endWithoutBreaks(text), mode, false),
  });
}

/** A string body without its quotes, `\x03\x01j\x00`; characters up to U+00FF are bytes. */
export const escaped = escapedFormat("escaped", "Escaped string", "byte");

/** A string body without its quotes; characters from U+0080 on are UTF-8. */
export const escapedUtf8 = escapedFormat("escaped-utf8", "Escaped string (UTF-8)", "utf8");
