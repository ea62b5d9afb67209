import { bytesAtText } from "../../document/locate";
import { editingOf, useInspector } from "../../store/inspector";

/** Selects, in all panes, what stands at a place in the XML text; nothing while the text is a draft. */
export function selectAtText(offset: number): void {
  const { captures, current, select } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined || editing.isDraft) return;
  const range = bytesAtText(editing.document, offset);
  if (range !== undefined) select(range, "xml");
}
