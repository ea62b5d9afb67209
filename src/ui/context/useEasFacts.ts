import { useSyncExternalStore } from "react";
import { reportMissingPart } from "../kit/crash/crashes";
import { easFacts } from "./easFactsLater";

type EasFacts = typeof import("./easFacts");

let loaded: EasFacts | undefined;
let isLoading = false;
const listeners = new Set<() => void>();

/** Loads what is not there yet. If it can't be loaded, the next component that needs it tries again. */
async function load(): Promise<void> {
  if (isLoading || loaded !== undefined) return;
  isLoading = true;
  try {
    loaded = await easFacts.load();
    for (const listener of listeners) listener();
  } catch (error) {
    reportMissingPart("What the page knows about the message", error, () => void load());
  } finally {
    isLoading = false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void load();
  return () => listeners.delete(listener);
}

/** What the page knows about EAS; `undefined` until it is loaded, which the first use starts. */
export function useEasFacts(): EasFacts | undefined {
  return useSyncExternalStore(subscribe, () => loaded);
}
