import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { MAX_SHARE, MIN_SHARE } from "./nameColumn";
import type { NameColumn } from "./useNameColumn";

const STEP = 2;

/**
 * The line between names and values. Dragging it, or its arrow keys, set the share of the names; a double
 * click or Enter gives them what they need.
 */
export function ColumnLine({
  column: { setShare, width },
  scroller,
}: {
  readonly column: NameColumn;
  /** What the rows are in: the line leaves out its scrollbar. */
  readonly scroller: RefObject<HTMLElement | null>;
}) {
  const line = useRef<HTMLDivElement>(null);
  const [share, setShown] = useState(0);
  const [bar, setBar] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const sizes = new ResizeObserver(() => setBar(element.offsetWidth - element.clientWidth));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [scroller]);
  useLayoutEffect(() => {
    if (line.current === null) return;
    line.current.style.left = width;
    setShown(Math.round(readShare(line.current, middleOf(line.current))));
  }, [width]);
  const drag = ({ currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>): void => {
    if (currentTarget.hasPointerCapture(pointerId)) setShare(readShare(currentTarget, clientX));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -STEP, ArrowRight: STEP };
    const step = steps[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    setShare(step === undefined ? undefined : share + step);
  };
  return (
    <div className="tree-lines" style={{ right: bar }}>
      <div
        ref={line}
        className="tree-line"
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the names"
        aria-valuenow={share}
        aria-valuemin={MIN_SHARE}
        aria-valuemax={MAX_SHARE}
        tabIndex={0}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setShare(undefined)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function middleOf(line: HTMLElement): number {
  const { left, width } = line.getBoundingClientRect();
  return left + width / 2;
}

/** The share of the names, in percent, if the line is at a place of the page. */
function readShare(line: HTMLElement, clientX: number): number {
  const { left = 0, width = 1 } = line.parentElement?.getBoundingClientRect() ?? {};
  return ((clientX - left) / Math.max(width, 1)) * 100;
}
