import { useEffect } from "react";
import { readStored, STORED, writeStored } from "../../browser/storage";
import { useInspector } from "../../store/inspector";
import { type PaneName, panes } from "../../store/panes";

const KEY = `${STORED}folded`;

/** Hides panes, or shows them again if they are all hidden. */
export function toggleFold(...some: readonly PaneName[]): void {
  const { folded, setFolded } = useInspector.getState();
  const areHidden = some.every((pane) => folded.has(pane));
  const others = [...folded].filter((pane) => !some.includes(pane));
  setFolded(new Set(areHidden ? others : [...others, ...some]));
}

/** Gives a pane the centre for itself, or gives it back to all. */
export function toggleMaximized(pane: PaneName): void {
  const { maximized, setMaximized } = useInspector.getState();
  setMaximized(maximized === pane ? undefined : pane);
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
