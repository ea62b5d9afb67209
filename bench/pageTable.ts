import { makeInput, type PageInput, recipeOf } from "./pageInputs";
import { type BenchPage, MAX_OPENING, type Opening, openInput, scrollPane } from "./pageOpening";

const COLUMNS = [
  "input",
  "browser",
  "painted (ms)",
  "blocked (ms)",
  "heap (MB)",
  "tree (f/s)",
  "bytes (f/s)",
];
const WIDTHS = [27, 9, 16, 16, 10, 11, 11];

/** Prints the heading of the table of openings. */
export function printHeading(): void {
  printCells(COLUMNS);
}

/** Opens an input in a page, and prints its row of the table. A target that is missed is marked. */
export async function benchOpening(page: BenchPage, browser: string, input: PageInput): Promise<void> {
  const first = await openOnce(page, input, 0);
  const { blocked } = input.isBlockOfSecond
    ? await openOnce(page, input, (first.painted ?? 0) + 3000)
    : first;
  const heap = await page.measureHeap?.();
  const tree = await page.evaluate(scrollPane, ".tree");
  const bytes = await page.evaluate(scrollPane, ".bytes");
  printCells([
    input.name,
    browser,
    first.painted === undefined ? "no tree" : judge(first.painted, input.mostPainted),
    judge(blocked, input.mostBlocked),
    format(heap === undefined ? undefined : heap / 1_000_000),
    format(tree),
    format(bytes),
  ]);
}

async function openOnce(page: BenchPage, input: PageInput, least: number): Promise<Opening> {
  await page.evaluate(makeInput, recipeOf(input));
  return page.evaluate(openInput, [least, MAX_OPENING] as const);
}

/** Prints a row for an input that could not be measured, with the reason. */
export function printFailure(browser: string, { name }: PageInput, error: unknown): void {
  printCells([name, browser, `FAILED: ${String(error).split("\n")[0] ?? ""}`]);
}

const judge = (value: number, most = Number.POSITIVE_INFINITY): string =>
  `${format(value)}${value > most ? " MISSED" : ""}`;

const format = (value: number | undefined): string => (value === undefined ? "-" : value.toFixed(0));

function printCells(cells: readonly string[]): void {
  console.log(cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0)).join(" "));
}
