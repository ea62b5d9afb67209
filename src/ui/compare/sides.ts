import { showRows } from "../../compare/filter";
import { type ComparedRow, readRow } from "../../compare/rows";
import type { LinkedDocument } from "../../document/open";
import { yieldThread } from "../../formats/pace";
import type { Compared, ComparedPayload } from "../../store/compareClient";
import { editingOf, type OpenCapture } from "../../store/inspector";
import { getIdentity } from "../../store/openState";
import { readTitle } from "../context/easFacts";
import { currentOf, originalOf } from "../history/originals";
import { rowText } from "../kit/rowText";

/** One side of a comparison: the current state of a capture, or its original. */
export interface Side extends ComparedPayload {
  /** Stays the same while captures are opened, closed and edited. */
  readonly id: string;
  /** The index of the capture. */
  readonly index: number;
  readonly title: string;
}

const ids = new WeakMap<object, number>();
let lastId = 0;

function getId(open: OpenCapture): string {
  const identity = getIdentity(open);
  const id = ids.get(identity) ?? ++lastId;
  ids.set(identity, id);
  return `${id}`;
}

/** What can be compared: every capture with a payload, and if it was edited, also its original. */
export function listSides(captures: readonly OpenCapture[]): Side[] {
  return captures.flatMap((open, index): Side[] => {
    const editing = editingOf(open);
    const id = getId(open);
    const number = captures.length > 1 ? `${index + 1}. ` : "";
    const title = number + readTitle(open);
    if (editing === undefined) {
      const { capture, content } = open;
      if (content !== undefined || capture === undefined || capture.payload.length === 0) return [];
      return [{ id, index, title, bytes: capture.payload, document: undefined }];
    }
    const isEdited = editing.original !== editing.document.bytes;
    return [
      ...(isEdited
        ? [{ id: `${id} original`, index, title: `${title} (original)`, ...originalOf(editing) }]
        : []),
      { id, index, title, ...currentOf(editing) },
    ];
  });
}

/** Whether a side is the original of another, so that what differs can be reverted. */
export function isOriginalOf(side: Side, other: Side): boolean {
  return side.id === `${other.id} original`;
}

/** What a row shows: the element's name, and its value on each side. */
export interface RowWords {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What a row of a comparison shows. */
export function rowWords(first: LinkedDocument, second: LinkedDocument, { a, b }: ComparedRow): RowWords {
  const before = a < 0 ? undefined : rowText(first, a);
  const after = b < 0 ? undefined : rowText(second, b);
  return { name: (after ?? before)?.name ?? "", before: before?.value ?? "", after: after?.value ?? "" };
}

/** The sign before a row, and the text that a screen reader reads instead. */
export const DIFFERENCE_SIGNS: Readonly<
  Record<ComparedRow["difference"], readonly [sign: string, words: string]>
> = {
  same: ["=", "same"],
  inside: [" ", "differs inside"],
  changed: ["~", "changed"],
  removed: ["−", "only on the left"],
  added: ["+", "only on the right"],
  moved: ["↕", "moved"],
  wire: ["≈", "encoded differently"],
};

/** So many rows are written before the page gets its turn. */
const ROWS_PER_TURN = 1000;
/** A longer text is not copied: browsers allow no string of more than 500 million UTF-16 units. */
const MAX_TEXT = 100_000_000;

/**
 * A comparison as lines of text: the differences, and the elements around them. Written with pauses, so that
 * the page does not stand still; `undefined` if there is too much of it.
 */
export async function writeComparison(compared: Compared): Promise<string | undefined> {
  const { count, indexAt } = showRows(compared.comparison, "differences");
  const parts: string[] = [];
  let length = 0;
  for (let place = 0; place < count; place += ROWS_PER_TURN) {
    if (place > 0) await yieldThread();
    const rows = Array.from({ length: Math.min(ROWS_PER_TURN, count - place) }, (_, i) => indexAt(place + i));
    const part = rows.map((index) => writeRow(compared, index)).join("\n");
    length += part.length;
    if (length > MAX_TEXT) return undefined;
    parts.push(part);
  }
  return parts.join("\n");
}

function writeRow({ first, second, comparison }: Compared, index: number): string {
  const row = readRow(comparison.rows, index);
  if (row === undefined) return "";
  const { name, before, after } = rowWords(first, second, row);
  const value = row.difference === "changed" ? ` ${before} → ${after}` : ` ${after === "" ? before : after}`;
  const [sign] = DIFFERENCE_SIGNS[row.difference];
  return `${sign} ${"  ".repeat(Math.min(row.depth, 20))}${name}${value}`.trimEnd();
}
