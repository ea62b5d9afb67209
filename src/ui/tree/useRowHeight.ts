import { useSyncExternalStore } from "react";

const TOUCH = "(pointer: coarse)";

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(TOUCH);
  list.addEventListener("change", onChange);
  return () => list.removeEventListener("change", onChange);
}

/** The height of a row, in pixels: more where it is a target for a finger. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, () => matchMedia(TOUCH).matches) ? 44 : 24;
}
