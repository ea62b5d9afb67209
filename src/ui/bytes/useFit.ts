import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { formatHex } from "../../bytes/hex";
import { type Fit, fitColumns, type Room, useColumns } from "./columns";

const coarse = (): MediaQueryList => matchMedia("(pointer: coarse)");

function subscribe(onChange: () => void): () => void {
  const query = coarse();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** Whether what one points with is a finger. */
function useIsTouched(): boolean {
  return useSyncExternalStore(subscribe, () => coarse().matches);
}

/** The height of a row, in pixels. */
const ROW_HEIGHT = 20;
const TOUCHED_HEIGHT = 32;

/** How the bytes are laid out in the room that there is. */
export interface Layout extends Fit {
  readonly room: Room;
  /** The height of a row, in pixels. */
  readonly height: number;
}

interface Measured {
  readonly width: number;
  readonly char: number;
}

type SetMeasured = Dispatch<SetStateAction<Measured>>;

/** Text as wide as this many characters is measured: a single one would be rounded. */
const PROBE = "0".repeat(20);

/** The width of an element's content, and of one of its characters. */
function measure(element: HTMLElement): Measured {
  const probe = document.createElement("span");
  probe.style.cssText = "position: absolute; visibility: hidden";
  probe.textContent = PROBE;
  element.append(probe);
  const char = probe.getBoundingClientRect().width / PROBE.length;
  probe.remove();
  return { width: element.clientWidth, char };
}

/**
 * How the bytes are laid out in an element that was measured; and the function that `useMeasuring` calls with
 * what it measures.
 */
export function useFit(length: number): readonly [Layout, SetMeasured] {
  const [{ width, char }, setMeasured] = useState<Measured>({ width: 0, char: 7.2 });
  const chosen = useColumns((state) => state.chosen);
  const isTouched = useIsTouched();
  const room = { width, char, isTouched, digits: formatHex(Math.max(0, length - 1)).length };
  const fit = fitColumns(chosen, room);
  useEffect(() => useColumns.getState().show(fit.columns), [fit.columns]);
  return [{ ...fit, room, height: isTouched ? TOUCHED_HEIGHT : ROW_HEIGHT }, setMeasured];
}

/**
 * Follows the width of the element that the bytes are in. It has room set aside for its scroll bar, so that
 * the width does not depend on the number of rows.
 */
export function useMeasuring(scroller: RefObject<HTMLElement | null>, setMeasured: SetMeasured): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const follow = (): void =>
      setMeasured((last) => {
        const next = measure(element);
        return last.width === next.width && last.char === next.char ? last : next;
      });
    follow();
    const sizes = new ResizeObserver(follow);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [scroller, setMeasured]);
}
