import { useEffect } from "react";
import { type PaneName, useInspector } from "../../store/inspector";

const KEY = "wbxml-inspector.folded";
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
    const kept = (localStorage.getItem(KEY) ?? "").split(" ").filter(isName);
    if (kept.length > 0) useInspector.getState().setFolded(new Set(kept));
  }, []);
  useEffect(() => {
    if (folded.size === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, [...folded].join(" "));
  }, [folded]);
}
