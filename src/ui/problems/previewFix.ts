import { formatHex, toHex } from "../../bytes/hex";
import type { TextRange } from "../../bytes/range";
import { applyReplacements, disjointReplacements, type TextReplacement } from "../../bytes/textEdit";
import type { Fix } from "../../lint/rule";

/** One line of what a fix changes. */
export interface PreviewLine {
  readonly sign: "-" | "+";
  readonly text: string;
}

/** What a fix changes, and how many more lines it changes than are listed. */
export interface FixPreview {
  readonly lines: readonly PreviewLine[];
  readonly more: number;
}

const MAX_LINES = 8;
/** Of a longer line, only the tags around the change are shown, at most so many characters of each. */
const MAX_LINE = 100;
const MAX_TAG = 40;

/** The lines that a fix removes and adds: of the XML, or of the bytes in hexadecimal. */
export function previewFix(fix: Fix, bytes: Uint8Array, readText: () => string): FixPreview {
  const lines =
    fix.edits === undefined ? previewPatches(fix.patches, bytes) : previewEdits(fix.edits, readText());
  return { lines: lines.slice(0, MAX_LINES), more: Math.max(0, lines.length - MAX_LINES) };
}

function previewPatches(patches: NonNullable<Fix["patches"]>, bytes: Uint8Array): readonly PreviewLine[] {
  const write = (sign: PreviewLine["sign"], offset: number, some: Uint8Array): readonly PreviewLine[] =>
    some.length === 0 ? [] : [{ sign, text: `${formatHex(offset, 4)}  ${writeBytes(some)}` }];
  return patches.flatMap(({ range, bytes: fresh }) => [
    ...write("-", range.start, bytes.subarray(range.start, range.end)),
    ...write("+", range.start, fresh),
  ]);
}

const MAX_BYTES = 32;

function writeBytes(bytes: Uint8Array): string {
  const shown = toHex(bytes.subarray(0, MAX_BYTES));
  return bytes.length > MAX_BYTES ? `${shown} … ${bytes.length.toLocaleString("en")} bytes` : shown;
}

function previewEdits(edits: readonly TextReplacement[], text: string): readonly PreviewLine[] {
  const kept = disjointReplacements(edits);
  return groupByLines(kept, text).flatMap(({ from, to, edits: some }) => {
    const before = text.slice(from, to);
    const shifted = some.map(({ range, text: fresh }) => ({
      range: { from: range.from - from, to: range.to - from },
      text: fresh,
    }));
    return diffLines(before, applyReplacements(before, shifted));
  });
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly TextReplacement[];
}

/** The edits by the lines that they are in, of a long line only what surrounds them. */
function groupByLines(edits: readonly TextReplacement[], text: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of edits) {
    const { from, to } = findSurroundings(edit, text);
    const last = hunks.at(-1);
    if (last === undefined || from > last.to) hunks.push({ from, to, edits: [edit] });
    else hunks[hunks.length - 1] = { from: last.from, to, edits: [...last.edits, edit] };
  }
  return hunks;
}

/** The lines that an edit is in; of a long line, what it changes with the tags that it cuts through. */
function findSurroundings({ range }: TextReplacement, text: string): TextRange {
  const lineEnd = text.indexOf("\n", range.to);
  const line = {
    from: range.from === 0 ? 0 : text.lastIndexOf("\n", range.from - 1) + 1,
    to: lineEnd < 0 ? text.length : lineEnd,
  };
  if (line.to - line.from <= MAX_LINE) return line;
  const isCut = text.charAt(range.from) !== "<" || text.charAt(range.to - 1) !== ">";
  if (range.from === range.to || !isCut) return { from: range.from, to: range.to };
  const start = text.lastIndexOf("<", range.from);
  const end = text.indexOf(">", range.to) + 1;
  return {
    from: Math.max(line.from, start, range.from - MAX_TAG),
    to: Math.min(line.to, end === 0 ? line.to : end, range.to + MAX_TAG),
  };
}

/** The lines that differ, without the indentation that they have in common. */
function diffLines(before: string, after: string): readonly PreviewLine[] {
  const [old, fresh] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const lines: readonly PreviewLine[] = [
    ...old.slice(head, old.length - tail).map((text) => ({ sign: "-" as const, text })),
    ...fresh.slice(head, fresh.length - tail).map((text) => ({ sign: "+" as const, text })),
  ].filter(({ text }) => text.trim() !== "");
  const indent = lines.reduce(
    (least, { text }) => Math.min(least, text.length - text.trimStart().length),
    Number.POSITIVE_INFINITY,
  );
  return lines.map(({ sign, text }) => ({ sign, text: text.slice(indent).trimEnd() }));
}
