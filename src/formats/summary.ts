import type { Contents } from "./format";

/** The maximum length of a summary with its reason; a longer reason is left out. */
const ONE_LINE = 110;

/** "1 byte", "1,024 bytes". */
export function writeCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}

/** "3 of 5 sessions", or "5 sessions" for all of them. */
export function writeShare(count: number, total: number, noun: string, plural?: string): string {
  return count === total
    ? writeCount(total, noun, plural)
    : `${count.toLocaleString("en")} of ${writeCount(total, noun, plural)}`;
}

function writeSize({ captures }: Contents): string {
  const bytes = captures.reduce((sum, { payload }) => sum + payload.length, 0);
  return captures.length === 1
    ? writeCount(bytes, "byte")
    : `${writeCount(captures.length, "capture")}, ${writeCount(bytes, "byte")}`;
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * The format of an input and what was found, in one short line. If the contents have no detail, the reason
 * for the format follows, if there is room.
 */
export function writeSummary(title: string, contents: Contents, why: string): string {
  const { detail = "" } = contents;
  const line = `${title}, ${writeSize(contents)}`;
  if (detail !== "") return `${line}, ${detail}`;
  const reasoned = `${line}. ${capitalise(why)}`;
  return reasoned.length <= ONE_LINE ? reasoned : line;
}
