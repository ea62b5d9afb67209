import { useEffect } from "react";
import { readStored, STORED, writeStored } from "../../browser/storage";
import { type PaneName, useInspector } from "../../store/inspector";

const KEY = `${STORED}folded`;
const NAMES: readonly string[] = [
  "captures",
  "tree",
  "xml",
  "explain",
  "bytes",
  "problems",
] satisfies readonly PaneName[];

const isName = (name: string): name is PaneName => NAMES.includes(name);

/** Remembers in this browser which panes are hidden. */
export function useFolded(): void {
  const folded = useInspector((state) => state.folded);
  useEffect(() => {
    const kept = (readStored(KEY) ?? "").split(" ").filter(isName);
    if (kept.length > 0) useInspector.getState().setFolded(new Set(kept));
  }, []);
  useEffect(() => {
    writeStored(KEY, folded.size === 0 ? undefined : [...folded].join(" "));
  }, [folded]);
}
