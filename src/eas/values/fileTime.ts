const EPOCH_DIFFERENCE = 11_644_473_600_000n; // milliseconds from 1601-01-01 to 1970-01-01
const TICKS_PER_MILLISECOND = 10_000n;
const LAST_MILLISECOND = 8_640_000_000_000_000n;

/**
 * Converts a FILETIME (100 ns ticks since 1601-01-01 UTC [MS-DTYP 2.3.3]) to milliseconds since 1970;
 * `undefined` if that is beyond the range of a date.
 */
export function fileTimeToMilliseconds(ticks: bigint): number | undefined {
  const milliseconds = ticks / TICKS_PER_MILLISECOND - EPOCH_DIFFERENCE;
  return milliseconds > LAST_MILLISECOND ? undefined : Number(milliseconds);
}

/**
 * Formats a FILETIME as "2009-01-08 00:16:00.197 UTC", or as a number of ticks if it is beyond the range of a
 * date.
 */
export function formatFileTime(ticks: bigint): string {
  const milliseconds = fileTimeToMilliseconds(ticks);
  return milliseconds === undefined ? `${ticks} ticks of 100 ns` : formatUtc(milliseconds);
}

/**
 * Formats milliseconds since 1970 as "2009-01-08 00:16:00.197 UTC", without a zero fraction. The milliseconds
 * must be in the range of a date.
 */
export function formatUtc(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString().replace("T", " ").replace("Z", " UTC");
  return text.replace(".000 UTC", " UTC");
}

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
] as const;

/** Formats a duration of zero or more milliseconds as "1 d 14 h 3 min 22.5 s", without leading zero units. */
export function formatDuration(milliseconds: number): string {
  const parts: string[] = [];
  let rest = milliseconds;
  for (const [unit, size] of UNITS) {
    const whole = Math.floor(rest / size);
    if (whole > 0 || parts.length > 0) parts.push(`${whole} ${unit}`);
    rest -= whole * size;
  }
  parts.push(`${Number((rest / 1000).toFixed(3))} s`);
  return parts.join(" ");
}
