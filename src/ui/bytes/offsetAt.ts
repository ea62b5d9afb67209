/** The offset of the byte that an element shows; `undefined` if it shows none. */
export function findOffset(target: EventTarget | null): number | undefined {
  const offset = target instanceof HTMLElement ? target.dataset["offset"] : undefined;
  return offset === undefined ? undefined : Number(offset);
}

/**
 * The offset of the byte nearest to a place on the page, in hexadecimal or in the text, among the rows in
 * view; `undefined` if there are no bytes.
 */
export function findOffsetAt(scroller: HTMLElement, x: number, y: number): number | undefined {
  const { top } = scroller.getBoundingClientRect();
  const inView = Math.max(top + 1, Math.min(y, top + scroller.clientHeight - 1));
  const rows = Array.from(scroller.querySelectorAll(".bytes-row"), (row) => ({
    row,
    top: row.getBoundingClientRect().top,
  })).filter((at) => at.top <= inView);
  const nearest = rows.reduce((best, at) => (at.top > best.top ? at : best), rows[0] ?? { top: 0 });
  return "row" in nearest ? findInRow(nearest.row, x) : undefined;
}

/** The offset of the byte of a row that is nearest to a place. */
function findInRow(row: Element, x: number): number | undefined {
  const text = row.querySelector(".bytes-text");
  const isInText = text !== null && x >= text.getBoundingClientRect().left;
  const cells = Array.from(isInText ? text.children : row.querySelectorAll("[role=gridcell]"));
  const before = cells.filter((cell) => cell.getBoundingClientRect().left <= x);
  return findOffset(before.at(-1) ?? cells[0] ?? null);
}
