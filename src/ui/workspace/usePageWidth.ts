import { useSyncExternalStore } from "react";

/**
 * How much room there is: `wide` for all columns; `medium`, where the session is a drawer; `narrow`, where
 * the panes are tabs.
 */
export type PageWidth = "wide" | "medium" | "narrow";

const narrow = (): MediaQueryList => matchMedia("(max-width: 899px)");
const medium = (): MediaQueryList => matchMedia("(max-width: 1199px)");

function subscribe(onChange: () => void): () => void {
  const queries = [narrow(), medium()];
  for (const query of queries) query.addEventListener("change", onChange);
  return () => {
    for (const query of queries) query.removeEventListener("change", onChange);
  };
}

/** The width of the page. */
export function usePageWidth(): PageWidth {
  return useSyncExternalStore(subscribe, () =>
    narrow().matches ? "narrow" : medium().matches ? "medium" : "wide",
  );
}
