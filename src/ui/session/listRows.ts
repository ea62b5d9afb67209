import type { OpenCapture } from "../../store/inspector";

/** A row of the list of captures: the heading of a source, or a capture. */
export type ListRow =
  | { readonly kind: "source"; readonly name: string; readonly count: number }
  | { readonly kind: "capture"; readonly index: number };

/** The rows of the list. A source has a heading if captures of more than one source are open. */
export function listRows(captures: readonly OpenCapture[]): readonly ListRow[] {
  const counts = new Map<string, number>();
  for (const { capture } of captures) {
    const name = capture?.source ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows: ListRow[] = [];
  let last: string | undefined;
  captures.forEach(({ capture }, index) => {
    const name = capture?.source ?? "";
    if (counts.size > 1 && name !== last) rows.push({ kind: "source", name, count: counts.get(name) ?? 0 });
    last = name;
    rows.push({ kind: "capture", index });
  });
  return rows;
}

/** The index of a capture's row. */
export function findCaptureRow(rows: readonly ListRow[], capture: number): number {
  return rows.findIndex((row) => row.kind === "capture" && row.index === capture);
}
