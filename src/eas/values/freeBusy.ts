import { atText, formatCount, problem, row, type ValueReading } from "./reading";

const STATES: Readonly<Record<string, string>> = {
  "0": "free",
  "1": "tentative",
  "2": "busy",
  "3": "out of office",
  "4": "unknown",
};

/** Formats a number of half hours: "30 min", "1 h", "2 h 30 min". */
function formatHalfHours(halfHours: number): string {
  const hours = Math.floor(halfHours / 2);
  return [...(hours > 0 ? [`${hours} h`] : []), ...(halfHours % 2 > 0 ? ["30 min"] : [])].join(" ");
}

/**
 * Reads a MergedFreeBusy [MS-ASCMD 2.2.3.107]: one digit per half hour, counted from the StartTime of the
 * request. Each run of equal digits gives a row that says how long after StartTime it starts. Problem:
 * "free-busy-digit".
 */
export function readFreeBusy(text: string): ValueReading {
  const runs = Array.from(text.matchAll(/([\s\S])\1*/g), ({ 0: run, 1: digit = "", index }) => ({
    run,
    digit,
    index,
  }));
  const rows = runs.map(({ run, digit, index }) => {
    const begins = index === 0 ? "From StartTime" : `After ${formatHalfHours(index)}`;
    return row(
      begins,
      `${STATES[digit] ?? "?"}, ${formatHalfHours(run.length)}`,
      atText(index, index + run.length),
    );
  });
  const problems = runs
    .filter(({ digit }) => !Object.hasOwn(STATES, digit))
    .map(({ run, index }) =>
      problem("free-busy-digit", "The digits must be 0 to 4.", atText(index, index + run.length)),
    );
  const summary =
    `${formatHalfHours(text.length)} in ${formatCount(text.length, "half hour")}, ` +
    (runs.every(({ digit }) => digit === "0") ? "all free" : formatCount(rows.length, "period", "periods"));
  return { kind: "free-busy", title: "Free/busy times", summary, rows, problems };
}
