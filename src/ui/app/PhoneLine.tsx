import { Button } from "react-aria-components";
import type { ByteRange } from "../../bytes/range";
import { useEditing, useInspector } from "../../store/inspector";
import { nodeRange } from "../../wbxml/tokenTable";
import { BusyLine } from "../input/BusyLine";
import { SeverityIcon } from "../kit/icons/SeverityIcon";
import { rowText } from "../kit/rowText";
import { selectedNode } from "../kit/selected";
import { type Finding, isProblem } from "../problems/listFindings";
import { LargeEditStatus } from "../workspace/LargeEditStatus";
import "./phoneLine.css";

/**
 * The line above the tabs of a narrow page, in place of the status bar: what is under way or wrong with the
 * XML, otherwise the selected value and what is found about it.
 */
export function PhoneLine({ findings }: { readonly findings: readonly Finding[] }) {
  const isBusy = useInspector((state) => state.busy !== undefined);
  const isDraft = useEditing()?.isDraft === true;
  return (
    <>
      <LargeEditStatus />
      {isBusy && <BusyLine />}
      {isDraft ? (
        <p className="phone-line is-failed" role="status">
          The XML can't be encoded. Other panes show the last good version.
        </p>
      ) : (
        <SelectedLine findings={findings} />
      )}
    </>
  );
}

function SelectedLine({ findings }: { readonly findings: readonly Finding[] }) {
  const document = useEditing()?.document;
  const node = useInspector((state) => selectedNode(state)?.node);
  if (document === undefined || node === undefined) return null;
  const { name, value } = rowText(document, node);
  const finding = findFinding(findings, nodeRange(document.tree.tokens, node));
  return (
    <div className={finding === undefined ? "phone-line" : "phone-line is-failed"}>
      {finding !== undefined && <SeverityIcon severity={finding.severity} />}
      <p>
        <strong>{name}</strong> <span className="phone-value">{value}</span>
        {finding !== undefined && <span className="phone-finding">{finding.message}</span>}
      </p>
      <Button className="button" onPress={() => useInspector.getState().showPane("explain")}>
        Explain
      </Button>
    </div>
  );
}

/** The first finding about some bytes that wants attention. */
function findFinding(findings: readonly Finding[], { start, end }: ByteRange): Finding | undefined {
  return findings.find(
    (finding) => isProblem(finding) && finding.range?.start === start && finding.range.end === end,
  );
}
