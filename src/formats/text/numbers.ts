import { runAtOnce, STEP, type Steps } from "../pace";
import { byteSink } from "./byteSink";
import { isDecimal, isSpace } from "./chars";
import type { Decoded } from "./decoded";
import { type Fit, onePayload } from "./onePayload";
import { outOfRange, problemList, strayText } from "./problems";

interface Visitor {
  readonly number: (value: number, from: number, to: number) => void;
  readonly stray: (from: number, to: number) => void;
}

type Radix = 2 | 8 | 10;

const MINUS = 0x2d;
const SEPARATORS = new Set(Array.from(",;|()[]{}", (char) => char.charCodeAt(0)));

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDecimal(text.charCodeAt(end))) end++;
  return end;
}

/**
 * The value of the digits between `from` and `to`; 1000, which is not a byte, if one is not in the radix or
 * there are too many.
 */
function readValue(text: string, from: number, to: number, radix: Radix): number {
  if (to - from > (radix === 2 ? 8 : 5)) return 1000;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit >= radix) return 1000;
    value = value * radix + digit;
  }
  return value;
}

/** Numbers with separators, in order. */
function* visitNumbers(text: string, radix: Radix, { number, stray }: Visitor): Steps<void> {
  let pauseAt = STEP;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const sign = code === MINUS ? 1 : 0;
    const to = endOfDigits(text, at + sign);
    if (to > at + sign) {
      const value = readValue(text, at + sign, to, radix);
      number(sign === 1 ? -value : value, at, to);
      at = to;
    } else {
      if (!isSpace(code) && !SEPARATORS.has(code)) stray(at, at + 1);
      at++;
    }
    if (at < pauseAt) continue;
    yield at / text.length;
    pauseAt = at + STEP;
  }
}

/**
 * The bytes of a list of numbers from -128 to 255, with any separators. Total: anything that does not fit
 * becomes a problem.
 */
function* numberSteps(text: string, radix: Radix): Steps<Decoded> {
  const sink = byteSink(text.length >> 1);
  const problems = problemList();
  yield* visitNumbers(text, radix, {
    number: (value, from, to) => {
      if (!(value >= -128 && value <= 255)) problems.add(outOfRange(from, to));
      sink.push(value & 0xff);
    },
    stray: (from, to) => problems.add(strayText(text, from, to, "part of a list of numbers")),
  });
  return { bytes: sink.bytes(), problems: problems.list() };
}

function fitDecimal(sample: string): Fit | undefined {
  let [count, bad, negative, long, padded] = [0, 0, 0, 0, 0];
  const visit = visitNumbers(sample, 10, {
    number: (value, from, to) => {
      count++;
      if (!(value >= -128 && value <= 255)) bad++;
      if (value < 0) negative++;
      if (to - from === 3 && value >= 0) long++;
      if (to - from > 1 && value < 10 && value >= 0) padded++;
    },
    stray: () => {
      bad++;
    },
  });
  runAtOnce(visit);
  if (count < 2 || bad > 0) return undefined;
  const list = /^\s*[[{(]/.test(sample) || /\d\s*,/.test(sample);
  const why = `${negative > 0 ? "signed" : "decimal"} numbers that all fit in a byte`;
  if (padded > count / 4) return { floor: 0.05, ceiling: 0.6, why };
  if (long === 0 && negative === 0 && count > 8) return { floor: 0.1, ceiling: 0.7, why };
  return list ? { floor: 0.6, ceiling: 0.97, why } : { floor: 0.45, ceiling: 0.96, why };
}

function fitOctal(sample: string): Fit | undefined {
  if (
    !/^\s*[0-3][0-7]{2}(?:[\s,]+[0-3][0-7]{2})+\s*$/.test(
      sample.slice(0, 4096).replace(/(?<=[\s,])[0-7]{1,2}$/, ""),
    )
  )
    return undefined;
  return { floor: 0.3, ceiling: 0.98, why: "numbers of three octal digits each" };
}

function fitBinary(sample: string): Fit | undefined {
  if (!/^\s*[01]{8}(?:[\s,]+[01]{8})+\s*$/.test(sample.slice(0, 4096).replace(/(?<=[\s,])[01]{1,7}$/, "")))
    return undefined;
  return { floor: 0.3, ceiling: 0.98, why: "numbers of eight binary digits each" };
}

/** Decimal numbers, signed or not, with any separators; one payload. */
export const decimal = onePayload({
  id: "decimal",
  title: "Decimal numbers",
  fit: fitDecimal,
  decode: (text) => numberSteps(text, 10),
});

/** Numbers of three octal digits, as printed by `od -An -b`; one payload. */
export const octal = onePayload({
  id: "octal",
  title: "Octal numbers",
  fit: fitOctal,
  decode: (text) => numberSteps(text, 8),
});

/** Numbers of eight binary digits, as printed by `xxd -b`, copied without offsets and text; one payload. */
export const binary = onePayload({
  id: "binary",
  title: "Binary numbers",
  fit: fitBinary,
  decode: (text) => numberSteps(text, 2),
});
