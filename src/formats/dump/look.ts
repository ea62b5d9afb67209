import type { Input } from "../format";
import { cellLine, showCharacters } from "./cells";
import { hasOffset, inferCells, inferLayout, type Layout } from "./layout";
import { type DumpLine, firstLines } from "./lines";

/** A text examined as a hex dump: its first lines and their layout. */
export interface Look {
  readonly text: string;
  readonly lines: readonly DumpLine[];
  readonly layout: Layout;
}

const LOOKED_AT = 400;
const looks = new WeakMap<Input, Look | "none">();

/** The text examined as a dump of characters; `undefined` if it is not one. */
export function lookAtCells({ text = "" }: Input): Look | undefined {
  const lines = firstLines(text, LOOKED_AT, cellLine);
  const layout = inferCells(text, lines);
  return layout && { text, lines, layout };
}

function lookAnew(input: Input): Look | undefined {
  const cells = lookAtCells(input);
  if (
    cells !== undefined &&
    showCharacters(
      cells.text,
      cells.lines.filter(({ kind }) => kind === "row"),
    )
  )
    return cells;
  const { text = "" } = input;
  const lines = firstLines(text, LOOKED_AT);
  const layout = inferLayout(text, lines);
  return (
    layout && {
      text,
      lines: lines.map((line) =>
        hasOffset(line, layout) || line.kind !== "row" ? line : { ...line, kind: "other" },
      ),
      layout,
    }
  );
}

/** The text examined as a dump with offsets; `undefined` if it is not one. Cached by input. */
export function lookAt(input: Input): Look | undefined {
  const known = looks.get(input);
  if (known !== undefined) return known === "none" ? undefined : known;
  const look = lookAnew(input);
  looks.set(input, look ?? "none");
  return look;
}
