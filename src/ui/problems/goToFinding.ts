import type { ByteRange } from "../../bytes/range";
import { findTextOfBytes } from "../../document/locate";
import { hasWholeText } from "../../document/size";
import { editingOf, useInspector } from "../../store/inspector";
import { revealText } from "../kit/revealText";
import { isSamePlace, placeOf } from "./expanded";
import type { Finding } from "./listFindings";
import { type ProblemsView, useProblemsView } from "./problemsView";

/** Selects the bytes of a finding in all panes, or shows its place in the text of a draft. */
export function goToFinding(finding: Finding, all: readonly Finding[]): void {
  const { range, text } = finding;
  useProblemsView.setState({ last: placeOf(finding, all) });
  if (range !== undefined) {
    useInspector.getState().select(range, "problems");
    followInEditor(range);
  } else if (text !== undefined) revealText(text);
}

/** Moves the cursor of the XML editor to a finding, if the focus is there. */
function followInEditor(range: ByteRange): void {
  if (document.activeElement?.closest(".monaco-editor") == null) return;
  const { captures, current } = useInspector.getState();
  const editing = editingOf(captures[current]);
  if (editing === undefined || editing.isDraft || !hasWholeText(editing.document)) return;
  revealText(findTextOfBytes(editing.document, range));
}

/** Whether the selection is at the place of a finding: in the tree, it has the code page switch before it. */
function isAt(range: ByteRange | undefined, selection: ByteRange | undefined): boolean {
  if (range === undefined || selection === undefined || range.end !== selection.end) return false;
  return range.end > range.start || range.start === selection.start;
}

/** The index of the finding whose place is selected, or -1; of several, the one that was gone to last. */
export function findSelected(
  findings: readonly Finding[],
  selection: ByteRange | undefined,
  { last }: Pick<ProblemsView, "last">,
): number {
  const isLast = (finding: Finding): boolean => {
    return last !== undefined && isSamePlace(last, placeOf(finding, findings));
  };
  const here = findings.flatMap((finding, index) => (isAt(finding.range, selection) ? [index] : []));
  return here.find((index) => isLast(findings[index] as Finding)) ?? here[0] ?? -1;
}
