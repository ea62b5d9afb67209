import { atBytes, atText, problem, type ValueContent, type ValuePlace, type ValueProblem } from "./reading";

/** A value written in base64: its bytes, and where each of them stands in the text. */
export interface Base64Value {
  /** What could be decoded; the longest readable beginning where the text is not base64 throughout. */
  readonly bytes: Uint8Array;
  /**
   * The place of the decoded bytes from `start` up to `end`: in the bytes, and the characters of the text
   * that hold them.
   */
  readonly place: (start: number, end: number) => ValuePlace;
  readonly problems: readonly ValueProblem[];
}

interface Digits {
  readonly compact: string;
  /** Offset in the text of each character of `compact`. */
  readonly offsets: readonly number[] | undefined;
  readonly padding: number;
  readonly problems: readonly ValueProblem[];
}

const CLEAN = /^([A-Za-z0-9+/]*)(={0,2})$/;

/**
 * Base64 digits, white space and padding, one character after the other, up to the first that is none of
 * them.
 */
function collectDigits(text: string): Digits {
  const clean = CLEAN.exec(text);
  if (clean !== null)
    return { compact: clean[1] ?? "", offsets: undefined, padding: clean[2]?.length ?? 0, problems: [] };
  const chars: string[] = [];
  const offsets: number[] = [];
  const problems: ValueProblem[] = [];
  let padding = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (/[ \t\r\n]/.test(char)) continue;
    if (char === "=") padding++;
    else if (padding > 0 || !/[A-Za-z0-9+/_-]/.test(char)) {
      problems.push(
        problem(
          "not-base64",
          "Here the text stops being base64; only what stands before it is decoded.",
          atText(at, at + 1),
        ),
      );
      break;
    } else {
      chars.push(char);
      offsets.push(at);
    }
  }
  return { compact: chars.join(""), offsets, padding, problems };
}

function formProblems(text: string, { compact, padding, problems }: Digits): ValueProblem[] {
  const found = [...problems];
  const end = atText(text.length, text.length);
  if (/[-_]/.test(compact))
    found.push(
      problem(
        "base64-url-alphabet",
        "The value uses the URL alphabet of base64 (- and _) in place of + and /.",
      ),
    );
  if (problems.length > 0) return found;
  if (compact.length % 4 === 1)
    found.push(problem("base64-cut", "One base64 digit is left over: the value was cut.", end));
  else if ((compact.length + padding) % 4 !== 0)
    found.push(problem("base64-padding", "The padding (=) at the end does not fit the length.", end));
  return found;
}

function decodeDigits(compact: string): Uint8Array {
  const whole = compact.length % 4 === 1 ? compact.slice(0, -1) : compact;
  const binary = atob(whole.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/**
 * Reads base64 as leniently as can be done without guessing (RFC 4648 sections 4 and 5): white space
 * anywhere, either alphabet, padding or none. Never fails: what stands in the way becomes a problem
 * ("not-base64", "base64-cut", "base64-padding", "base64-url-alphabet").
 */
export function readBase64(text: string): Base64Value {
  const digits = collectDigits(text);
  const { compact, offsets } = digits;
  const textOffset = (digit: number): number =>
    offsets?.[digit] ?? (offsets === undefined ? digit : text.length);
  const place = (start: number, end: number): ValuePlace => {
    const from = textOffset(Math.floor((start * 8) / 6));
    const last = Math.min(Math.ceil((end * 8) / 6), compact.length) - 1;
    return { range: { start, end }, text: { from, to: end > start ? textOffset(last) + 1 : from } };
  };
  return { bytes: decodeDigits(compact), place, problems: formProblems(text, digits) };
}

/** An OPAQUE as it is, or inline text as base64. */
export function binaryOf({ bytes, text = "" }: ValueContent): Base64Value {
  return bytes === undefined ? readBase64(text) : { bytes, place: atBytes, problems: [] };
}
