// Browsers limit the height of an element: Firefox to 17.9 million pixels, Chromium to 33.5 million. The rows
// of a large payload need more. Then the element that is scrolled stays lower than its rows are high, and the
// two are scaled to each other, except near both ends, where a pixel is a pixel.

/** The height of the scrolled element is at most this, in pixels. */
export const MAX_SPACE = 4_000_000;
/** So many pixels at either end are not scaled. */
const MARGIN = 20_000;

/** How far the rows of a list are scrolled, and where the thumb of the scrollbar is then. All in pixels. */
export interface Scale {
  /** Whether a pixel is a pixel everywhere. */
  readonly isTrue: boolean;
  /** The height of the scrolled element. */
  readonly space: number;
  /** The largest offset: then the last row is at the bottom. */
  readonly maxOffset: number;
  /** The largest scroll position. */
  readonly maxPosition: number;
  /** The scroll position for an offset of the rows. */
  readonly toPosition: (offset: number) => number;
  /** The offset of the rows for a scroll position. */
  readonly toOffset: (position: number) => number;
}

/** Relates rows of a total height to the space in which they scroll. `view` is the height of what is seen. */
export function makeScale(total: number, view: number): Scale {
  const space = Math.min(total, MAX_SPACE);
  const maxOffset = Math.max(0, total - view);
  const maxPosition = Math.max(0, space - view);
  const limit = (at: number, max: number): number => Math.min(Math.max(at, 0), max);
  const convert = (at: number, from: number, to: number): number => {
    if (at <= MARGIN || space === total) return at;
    if (at >= from - MARGIN) return to - (from - at);
    return MARGIN + ((at - MARGIN) / (from - 2 * MARGIN)) * (to - 2 * MARGIN);
  };
  return {
    isTrue: space === total,
    space,
    maxOffset,
    maxPosition,
    toPosition: (offset) => convert(limit(offset, maxOffset), maxOffset, maxPosition),
    toOffset: (position) => convert(limit(position, maxPosition), maxPosition, maxOffset),
  };
}
