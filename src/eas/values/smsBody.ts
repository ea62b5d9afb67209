import { septetsOf } from "./gsmAlphabet";
import { atText, count, problem, row, type ValueProblem, type ValueReading, type ValueRow } from "./reading";

/** How a text would go over the air: GSM 7-bit counts septets, UCS-2 counts UTF-16 units (3GPP TS 23.038). */
export type SmsEncoding = "gsm-7bit" | "ucs-2";

/** One short message of those that a text is split into. */
export interface SmsSegment {
  readonly from: number;
  readonly to: number;
  /** Septets or UTF-16 units used. */
  readonly used: number;
}

/** A text as short messages. */
export interface SmsPlan {
  readonly encoding: SmsEncoding;
  /** Septets or UTF-16 units of the whole. */
  readonly units: number;
  readonly segments: readonly SmsSegment[];
  /** The characters that GSM 7-bit lacks, each once, with where it first stands. */
  readonly foreign: readonly { readonly char: string; readonly from: number }[];
}

interface Cost {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

const LIMITS = { "gsm-7bit": { single: 160, part: 153 }, "ucs-2": { single: 70, part: 67 } } as const;

function foreignCharacters(text: string): SmsPlan["foreign"] {
  const seen = new Map<string, number>();
  let from = 0;
  for (const char of text) {
    if (septetsOf(char) === undefined && !seen.has(char)) seen.set(char, from);
    from += char.length;
  }
  return Array.from(seen, ([char, at]) => ({ char, from: at }));
}

/**
 * The characters, none of which may be torn apart: an escape and its code, the two halves of a surrogate
 * pair.
 */
function costs(text: string, encoding: SmsEncoding): Cost[] {
  let from = 0;
  return Array.from(text, (char) => {
    const cost = encoding === "ucs-2" ? char.length : (septetsOf(char) ?? 1);
    from += char.length;
    return { from: from - char.length, to: from, cost };
  });
}

function split(characters: readonly Cost[], limit: number): SmsSegment[] {
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
 * How a text would be sent as SMS (3GPP TS 23.038 and 23.040): one message of 160 septets or 70 UCS-2 units,
 * else parts of 153 or 67, since each part needs six bytes that say where it belongs. National shift tables
 * are not counted on. An empty text is one empty message.
 */
export function planSms(text: string): SmsPlan {
  const foreign = foreignCharacters(text);
  const encoding = foreign.length === 0 ? "gsm-7bit" : "ucs-2";
  const characters = costs(text, encoding);
  const units = characters.reduce((sum, { cost }) => sum + cost, 0);
  const { single, part } = LIMITS[encoding];
  const segments = units <= single ? [{ from: 0, to: text.length, used: units }] : split(characters, part);
  return { encoding, units, segments, foreign };
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const SHOWN = 10;

function foreignRows({ foreign }: SmsPlan): ValueRow[] {
  const rows = foreign
    .slice(0, SHOWN)
    .map(({ char, from }) =>
      row("Not in GSM 7-bit", `${char.toWellFormed()} ${codePoint(char)}`, atText(from, from + char.length)),
    );
  return foreign.length > SHOWN
    ? [...rows, row("Not in GSM 7-bit", count(foreign.length - SHOWN, "other character"))]
    : rows;
}

function segmentRows({ segments, encoding }: SmsPlan): ValueRow[] {
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
    problems.push(problem("sms-not-unicode", "The text holds half of a surrogate pair."));
  return problems;
}

/**
 * Reads the body of an SMS: characters, encoding and the segments it would be split into. Problems:
 * "sms-too-long", "sms-not-unicode".
 */
export function readSmsBody(text: string): ValueReading {
  const plan = planSms(text);
  const characters = count(Array.from(text).length, "character");
  const isGsm = plan.encoding === "gsm-7bit";
  const name = isGsm ? "GSM 7-bit" : "UCS-2";
  const size = count(plan.segments.length, "segment");
  const rows = [
    row("Characters", characters),
    row("Encoding", name),
    row(isGsm ? "Septets" : "UTF-16 units", String(plan.units)),
    row("Segments", size),
    ...segmentRows(plan),
    ...foreignRows(plan),
  ];
  return {
    kind: "sms-body",
    title: "SMS text",
    summary: `${characters}, ${name}, ${size}`,
    rows,
    problems: findProblems(text, plan),
  };
}
