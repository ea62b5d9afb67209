import { formatCodePoint } from "../../bytes/hex";
import { countSeptets } from "./gsmAlphabet";
import {
  atText,
  formatCount,
  problem,
  row,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

/** How a text is sent over the air: GSM 7-bit counts septets, UCS-2 counts UTF-16 units (3GPP TS 23.038). */
export type SmsEncoding = "gsm-7bit" | "ucs-2";

/** One of the short messages that a text is split into. */
export interface SmsSegment {
  readonly from: number;
  readonly to: number;
  /** The septets or UTF-16 units used. */
  readonly used: number;
}

/** A text split into short messages. */
export interface SmsPlan {
  readonly encoding: SmsEncoding;
  /** The septets or UTF-16 units of the whole text. */
  readonly units: number;
  readonly segments: readonly SmsSegment[];
  /** The characters that GSM 7-bit lacks, each once, with its first position. */
  readonly foreign: readonly { readonly char: string; readonly from: number }[];
}

interface CharacterCost {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

const LIMITS = { "gsm-7bit": { single: 160, part: 153 }, "ucs-2": { single: 70, part: 67 } } as const;

function findForeignCharacters(text: string): SmsPlan["foreign"] {
  const seen = new Map<string, number>();
  let from = 0;
  for (const char of text) {
    if (countSeptets(char) === undefined && !seen.has(char)) seen.set(char, from);
    from += char.length;
  }
  return Array.from(seen, ([char, at]) => ({ char, from: at }));
}

/** Measures the characters, which cannot be split: neither an escape and its code, nor a surrogate pair. */
function measureCharacters(text: string, encoding: SmsEncoding): CharacterCost[] {
  let from = 0;
  return Array.from(text, (char) => {
    const cost = encoding === "ucs-2" ? char.length : (countSeptets(char) ?? 1);
    from += char.length;
    return { from: from - char.length, to: from, cost };
  });
}

function splitIntoSegments(characters: readonly CharacterCost[], limit: number): SmsSegment[] {
  const segments: SmsSegment[] = [];
  let current: SmsSegment = { from: 0, to: 0, used: 0 };
  for (const { from, to, cost } of characters) {
    if (current.used + cost > limit) {
      segments.push(current);
      current = { from, to: from, used: 0 };
    }
    current = { from: current.from, to, used: current.used + cost };
  }
  return [...segments, current];
}

/**
 * Plans how to send a text as SMS (3GPP TS 23.038 and 23.040): one message of up to 160 septets or 70 UCS-2
 * units, otherwise parts of 153 or 67, because each part needs a six-byte header. National shift tables are
 * not considered. An empty text is one empty message.
 */
export function planSms(text: string): SmsPlan {
  const foreign = findForeignCharacters(text);
  const encoding = foreign.length === 0 ? "gsm-7bit" : "ucs-2";
  const characters = measureCharacters(text, encoding);
  const units = characters.reduce((sum, { cost }) => sum + cost, 0);
  const { single, part } = LIMITS[encoding];
  const segments =
    units <= single ? [{ from: 0, to: text.length, used: units }] : splitIntoSegments(characters, part);
  return { encoding, units, segments, foreign };
}

const MAX_FOREIGN_ROWS = 10;

function listForeignRows({ foreign }: SmsPlan): ValueRow[] {
  const rows = foreign
    .slice(0, MAX_FOREIGN_ROWS)
    .map(({ char, from }) =>
      row(
        "Not in GSM 7-bit",
        `${char.toWellFormed()} ${formatCodePoint(char)}`,
        atText(from, from + char.length),
      ),
    );
  return foreign.length > MAX_FOREIGN_ROWS
    ? [...rows, row("Not in GSM 7-bit", formatCount(foreign.length - MAX_FOREIGN_ROWS, "other character"))]
    : rows;
}

function listSegmentRows({ segments, encoding }: SmsPlan): ValueRow[] {
  if (segments.length === 1) return [];
  const { part } = LIMITS[encoding];
  return segments.map(({ from, to, used }, i) =>
    row(`Segment ${i + 1}`, `${used} of ${part}`, atText(from, to)),
  );
}

function findProblems(text: string, { segments }: SmsPlan): ValueProblem[] {
  const problems: ValueProblem[] = [];
  if (segments.length > 255)
    problems.push(
      problem(
        "sms-too-long",
        "A message can have at most 255 segments.",
        atText(segments[255]?.from ?? 0, text.length),
      ),
    );
  if (!text.isWellFormed())
    problems.push(problem("sms-not-unicode", "The text contains half of a surrogate pair."));
  return problems;
}

/**
 * Reads the body of an SMS: characters, encoding, and the segments it would be split into. Problems:
 * "sms-too-long", "sms-not-unicode".
 */
export function readSmsBody(text: string): ValueReading {
  const plan = planSms(text);
  const characters = formatCount(Array.from(text).length, "character");
  const isGsm = plan.encoding === "gsm-7bit";
  const name = isGsm ? "GSM 7-bit" : "UCS-2";
  const size = formatCount(plan.segments.length, "segment");
  const rows = [
    row("Characters", characters),
    row("Encoding", name),
    row(isGsm ? "Septets" : "UTF-16 units", String(plan.units)),
    row("Segments", size),
    ...listSegmentRows(plan),
    ...listForeignRows(plan),
  ];
  return {
    kind: "sms-body",
    title: "SMS text",
    summary: `${characters}, ${name}, ${size}`,
    rows,
    problems: findProblems(text, plan),
  };
}
