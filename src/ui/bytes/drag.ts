import { findOffsetAt } from "./offsetAt";

/** A drag over the bytes. */
export interface Drag {
  /** Follows the pointer to a place on the page. */
  readonly move: (x: number, y: number) => void;
  readonly end: () => void;
}

/** How far and how often the bytes scroll while the pointer is above or below them: pixels, milliseconds. */
const ROW = 20;
const STEP = 40;

/** A place on the page. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a drag starts with. */
export interface Grip {
  readonly pointerId: number;
  /** Where the pointer is. */
  readonly at: Place;
  /** How far what is dragged is from the pointer. */
  readonly aside?: Place;
}

/**
 * Starts a drag, and tells `reach` each byte that it comes to, the first one at once, until it is ended.
 * Above and below the bytes, they scroll.
 */
export function startDrag(
  scroller: HTMLElement,
  { pointerId, at, aside = { x: 0, y: 0 } }: Grip,
  reach: (offset: number) => void,
): Drag {
  scroller.setPointerCapture(pointerId);
  let [x, y] = [at.x, at.y];
  const look = (): void => {
    const offset = findOffsetAt(scroller, x + aside.x, y + aside.y);
    if (offset !== undefined) reach(offset);
  };
  const scroll = (): void => {
    const { top, bottom } = scroller.getBoundingClientRect();
    if (y >= top && y <= bottom) return;
    scroller.scrollBy({ top: Math.sign(y - top) * ROW });
    look();
  };
  look();
  const timer = setInterval(scroll, STEP);
  return {
    move: (toX, toY) => {
      [x, y] = [toX, toY];
      look();
    },
    end: () => clearInterval(timer),
  };
}
