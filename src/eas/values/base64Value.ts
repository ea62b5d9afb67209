import { atBytes, atText, problem, type ValueContent, type ValuePlace, type ValueProblem } from "./reading";

/** A base64 value: its bytes, and the place of each of them in the text. */
export interface Base64Value {
  /** The decoded bytes, up to the first character that is not base64. */
  readonly bytes: Uint8Array;
  /**
   * The place of the decoded bytes from `start` to `end`: in the bytes, and in the characters that encode
   * them.
   */
  readonly place: (start: number, end: number) => ValuePlace;
  readonly problems: readonly ValueProblem[];
}

interface Digits {
  readonly compact: string;
  /** The offset of each character of `compact` in the text. */
  readonly offsets: readonly number[] | undefined;
  readonly padding: number;
  readonly problems: readonly ValueProblem[];
}

const CLEAN = /^([A-Za-z0-9+/]*)(={0,2})$/;

/** Collects base64 digits and padding, skipping white space, up to the first invalid character. */
function collectDigits(text: string): Digits {
  const [clean, compact = "", filling = ""] = CLEAN.exec(text) ?? [];
  if (clean !== undefined) return { compact, offsets: undefined, padding: filling.length, problems: [] };
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
          "The text stops being base64 here; only the part before it is decoded.",
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

function findFormProblems(text: string, { compact, padding, problems }: Digits): ValueProblem[] {
  const found = [...problems];
  const end = atText(text.length, text.length);
  if (/[-_]/.test(compact))
    found.push(
      problem(
        "base64-url-alphabet",
        "The value uses the URL alphabet of base64 (- and _) instead of + and /.",
      ),
    );
  if (problems.length > 0) return found;
  if (compact.length % 4 === 1)
    found.push(problem("base64-cut", "The value has one extra base64 digit: it was cut off.", end));
  else if ((compact.length + padding) % 4 !== 0)
    found.push(problem("base64-padding", "The padding (=) at the end does not match the length.", end));
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
 * Reads base64 as leniently as possible without guessing (RFC 4648 sections 4 and 5): white space anywhere,
 * either alphabet, with or without padding. Never fails; problems: "not-base64", "base64-cut",
 * "base64-padding", "base64-url-alphabet".
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
  return { bytes: decodeDigits(compact), place, problems: findFormProblems(text, digits) };
}

/** The bytes of an OPAQUE, or of inline text in base64. */
export function readBinary({ bytes, text = "" }: ValueContent): Base64Value {
  return bytes === undefined ? readBase64(text) : { bytes, place: atBytes, problems: [] };
}
