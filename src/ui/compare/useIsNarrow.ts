import { type RefObject, useLayoutEffect, useState } from "react";

/** Whether an element is narrower than a width in pixels. */
export function useIsNarrow(element: RefObject<Element | null>, width: number): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(() => setNarrow(current.clientWidth < width));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, width]);
  return isNarrow;
}
