import { useInspector } from "../../store/inspector";

/** A comparison in a narrower pane is given the centre, in pixels. */
const MIN_WIDTH = 700;

/** Shows the comparison, in all of the centre if its pane is narrow. */
export function showComparison(): void {
  const { folded, setFolded, showView, showPane } = useInspector.getState();
  showView("compare");
  showPane("xml"); // where the panes are tabs
  if (folded.has("xml")) setFolded(new Set([...folded].filter((name) => name !== "xml")));
  requestAnimationFrame(() => {
    const pane = document.querySelector(".split .pane.is-xml"); // none where the panes are tabs
    if (pane !== null && pane.clientWidth < MIN_WIDTH) useInspector.getState().setMaximized("xml");
  });
}
