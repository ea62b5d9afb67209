import { useInspector } from "../../store/inspector";
import type { DrawnRow } from "../kit/rows/useRows";
import { placeColumn } from "./columns";
import type { Layout } from "./useFit";

interface Props {
  readonly drawn: readonly DrawnRow[];
  readonly layout: Layout;
}

/** The two ends of the selected range, to be dragged with a finger. With keys, Shift and the arrows do it. */
export function RangeHandles({ drawn, layout }: Props) {
  const range = useInspector(({ selection }) => selection?.range);
  if (range === undefined || range.end <= range.start) return null;
  return (
    <>
      <Handle end="start" offset={range.start} drawn={drawn} layout={layout} />
      <Handle end="end" offset={range.end - 1} drawn={drawn} layout={layout} />
    </>
  );
}

interface HandleProps extends Props {
  readonly end: "start" | "end";
  readonly offset: number;
}

function Handle({ end, offset, drawn, layout: { columns, cell, room, height } }: HandleProps) {
  const row = drawn.find(({ index }) => index === Math.floor(offset / columns));
  if (row === undefined) return null;
  const x = placeColumn(offset % columns, cell, room) + (end === "end" ? cell : 0);
  return (
    <span
      className={`range-handle is-${end}`}
      data-handle={end}
      aria-hidden="true"
      style={{ transform: `translate(${x}px, ${row.top + height}px)` }}
    />
  );
}
