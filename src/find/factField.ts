import { directions } from "../eas/direction";
import { isNumber, parseDuration, parseSize, parseTimeSpan } from "./quantity";
import type { Fact, SearchQueryProblemCode } from "./query";

/** The values that a field about a capture can have: some words, any text, or an amount, which is ordered. */
export type FactField =
  | { readonly kind: "word"; readonly fact: Fact; readonly words: Readonly<Record<string, FactValue>> }
  | { readonly kind: "text"; readonly fact: Fact; readonly isWhole: boolean }
  | {
      readonly kind: "amount";
      readonly fact: Fact;
      readonly isValid: (value: string) => boolean;
      readonly code: SearchQueryProblemCode;
      /** What it needs instead of a value that is not valid. */
      readonly needed: string;
    };

/** The value in the query for a word, and whether the word means the opposite of it. */
export interface FactValue {
  readonly value: string;
  readonly isOpposite?: true;
}

const listWords = (words: readonly string[]): Readonly<Record<string, FactValue>> =>
  Object.fromEntries(words.map((value) => [value, { value }]));

const listNumbers = (fact: Fact, example: string): FactField => ({
  kind: "amount",
  fact,
  isValid: isNumber,
  code: "number-missing",
  needed: `a number, as in ${example}`,
});

/** The fields about a capture, by name. */
const FACT_FIELDS: Readonly<Record<string, FactField>> = {
  command: { kind: "text", fact: "command", isWhole: true },
  user: { kind: "text", fact: "user", isWhole: false },
  device: { kind: "text", fact: "device", isWhole: false },
  direction: { kind: "word", fact: "direction", words: listWords(directions) },
  is: { kind: "word", fact: "is", words: listWords(["edited", "draft"]) },
  edited: {
    kind: "word",
    fact: "is",
    words: { yes: { value: "edited" }, no: { value: "edited", isOpposite: true } },
  },
  version: listNumbers("version", "version>=14.0"),
  http: listNumbers("http", "http>=400"),
  size: {
    kind: "amount",
    fact: "size",
    isValid: (value) => parseSize(value) !== undefined,
    code: "number-missing",
    needed: "a number of bytes, as in size>500, or with a unit, as in size>10k",
  },
  took: {
    kind: "amount",
    fact: "took",
    isValid: (value) => parseDuration(value) !== undefined,
    code: "number-missing",
    needed: "a number with a unit, as in took>500ms, took>2s or took>5min",
  },
  time: {
    kind: "amount",
    fact: "time",
    isValid: (value) => parseTimeSpan(value) !== undefined,
    code: "time-missing",
    needed: "a time of day or a date, as in time>09:41, time>2026-03-09 or time>2026-03-09T09:41",
  },
};

/** The field of a name, ignoring case; `undefined` for a name that is no property of a capture. */
export function findFactField(name: string): FactField | undefined {
  const folded = name.toLowerCase();
  return Object.hasOwn(FACT_FIELDS, folded) ? FACT_FIELDS[folded] : undefined;
}

const MIN_PREFIX = 3;

/** What a word means: the whole word, or its first three letters or more. */
export function findWord(words: Readonly<Record<string, FactValue>>, typed: string): FactValue | undefined {
  const folded = typed.toLowerCase();
  const whole = Object.hasOwn(words, folded) ? words[folded] : undefined;
  if (whole !== undefined || typed.length < MIN_PREFIX) return whole;
  return Object.entries(words).find(([word]) => word.startsWith(folded))?.[1];
}
