import { useSyncExternalStore } from "react";

const narrow = (): MediaQueryList => matchMedia("(max-width: 899px)");

function subscribe(onChange: () => void): () => void {
  const query = narrow();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** Whether the page is under 900 px wide, so that panes become tabs. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow().matches);
}
