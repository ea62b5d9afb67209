import { useEffect } from "react";
import { readStored, STORED, writeStored } from "../../browser/storage";
import { useInspector } from "../../store/inspector";
import { type PaneName, panes } from "../../store/panes";

const KEY = `${STORED}folded`;

/** Hides a pane, or shows it again. */
export function toggleFold(pane: PaneName): void {
  const { folded, setFolded } = useInspector.getState();
  const next = new Set(folded);
  if (!next.delete(pane)) next.add(pane);
  setFolded(next);
}

/** Remembers in this browser which panes are hidden. */
export function useFolded(): void {
  const folded = useInspector((state) => state.folded);
  useEffect(() => {
    const names = (readStored(KEY) ?? "").split(" ");
    const kept = panes.flatMap(({ name }) => (names.includes(name) ? [name] : []));
    if (kept.length > 0) useInspector.getState().setFolded(new Set(kept));
  }, []);
  useEffect(() => {
    writeStored(KEY, folded.size === 0 ? undefined : [...folded].join(" "));
  }, [folded]);
}
