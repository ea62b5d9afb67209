import { useEffect, useState } from "react";

type EasFacts = typeof import("./easFacts");

let loaded: EasFacts | undefined;
let loading: Promise<EasFacts> | undefined;

/** What the page knows about EAS; `undefined` until it is loaded, which the first use starts. */
export function useEasFacts(): EasFacts | undefined {
  const [easFacts, setEasFacts] = useState(loaded);
  useEffect(() => {
    if (easFacts !== undefined) return;
    let isMounted = true;
    loading ??= import("./easFacts");
    void loading.then((module) => {
      loaded = module;
      if (isMounted) setEasFacts(module);
    });
    return () => {
      isMounted = false;
    };
  }, [easFacts]);
  return easFacts;
}
