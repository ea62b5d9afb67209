import type { ComparedRow, Comparison } from "../../compare/compare";
import { type LinkedDocument, openDocument } from "../../document/open";
import { easCodeSpace } from "../../eas/codeSpace";
import type { Editing } from "../../store/editing";
import { editingOf, type OpenCapture } from "../../store/inspector";
import { readTitle } from "../lint/easFacts";
import { rowText } from "../tree/rows";

/** One side of a comparison: the current state of a capture, or its original. */
export interface Side {
  readonly id: string;
  readonly title: string;
  readonly document: () => LinkedDocument;
}

const originals = new WeakMap<Uint8Array, LinkedDocument>();

/** The original payload. */
export function openOriginal({ original }: Pick<Editing, "original">): LinkedDocument {
  const known = originals.get(original) ?? openDocument(original, easCodeSpace);
  originals.set(original, known);
  return known;
}

/** What can be compared: every capture with a payload, and if it was edited, also its original. */
export function listSides(captures: readonly OpenCapture[]): Side[] {
  return captures.flatMap((open, index): Side[] => {
    const editing = editingOf(open);
    const number = captures.length > 1 ? `${index + 1}. ` : "";
    if (editing === undefined) {
      const { capture, content } = open;
      if (content !== undefined || capture === undefined || capture.payload.length === 0) return [];
      return [
        {
          id: `${index}`,
          title: number + readTitle(open),
          document: () => openDocument(capture.payload, easCodeSpace),
        },
      ];
    }
    const isEdited = editing.original !== editing.document.bytes;
    return [
      ...(isEdited
        ? [
            {
              id: `${index} original`,
              title: `${number}${readTitle(open)} (original)`,
              document: () => openOriginal(editing),
            },
          ]
        : []),
      { id: `${index}`, title: number + readTitle(open), document: () => editing.document },
    ];
  });
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

/** Which rows are shown. */
export type RowFilter = "all" | "differences" | "meaning" | "wire";

/** The indexes of the rows to show: those that the filter selects, and the elements around them. */
export function filterRows({ rows }: Comparison, shown: RowFilter): number[] {
  if (shown === "all") return rows.map((_, i) => i);
  const isWanted = ({ difference }: ComparedRow): boolean =>
    difference !== "same" &&
    difference !== "inside" &&
    (shown === "differences" || (difference === "wire") === (shown === "wire"));
  const keep: number[] = [];
  let depth = 0; // depth of the nearest kept row below; the elements around it are less deep
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (row === undefined || !(isWanted(row) || row.depth < depth)) continue;
    keep.push(i);
    depth = row.depth;
  }
  return keep.reverse();
}

/** A comparison as lines of text: the differences, and the elements around them. */
export function comparisonText(
  first: LinkedDocument,
  second: LinkedDocument,
  comparison: Comparison,
): string {
  return filterRows(comparison, "differences")
    .flatMap((index) => comparison.rows[index] ?? [])
    .map((row) => {
      const { name, before, after } = rowWords(first, second, row);
      const value =
        row.difference === "changed" ? ` ${before} → ${after}` : ` ${after === "" ? before : after}`;
      const [sign] = DIFFERENCE_SIGNS[row.difference];
      return `${sign} ${"  ".repeat(Math.min(row.depth, 20))}${name}${value}`.trimEnd();
    })
    .join("\n");
}
