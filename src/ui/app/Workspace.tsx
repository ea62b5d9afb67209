import type { ReactNode } from "react";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useCurrent, useInspector } from "../../store/inspector";
import { type PaneName, panes } from "../../store/panes";
import { BytesPane } from "../bytes/BytesPane";
import { ContextBar } from "../context/ContextBar";
import { useMessageContext } from "../context/useMessageContext";
import { ExplainPane } from "../explain/explainLater";
import { useChanges } from "../history/useChanges";
import { useNodeChanges } from "../history/useNodeChanges";
import { Boundary } from "../kit/crash/Boundary";
import { AfterPaint } from "../kit/load/AfterPaint";
import type { Finding } from "../problems/listFindings";
import { ProblemsPane } from "../problems/ProblemsPane";
import { writeProblemsTitle } from "../problems/problemsTitle";
import { TextFailure } from "../problems/TextFailure";
import { useFindings } from "../problems/useFindings";
import { CaptureFacts } from "../session/CaptureFacts";
import { CapturesPane } from "../session/CapturesPane";
import { TreePane } from "../tree/TreePane";
import { Breadcrumb } from "../workspace/Breadcrumb";
import { useFolded } from "../workspace/folding";
import { LargeEditLine } from "../workspace/LargeEditLine";
import { OpeningBody } from "../workspace/OpeningBody";
import { BesideCaptures, type PaneContent, SplitPanes } from "../workspace/SplitPanes";
import { TabbedPanes } from "../workspace/TabbedPanes";
import { TextPane } from "../workspace/TextPane";
import { useIsNarrow } from "../workspace/useIsNarrow";
import { XmlPane } from "../xml/XmlPane";

/** The panes of the payload that is open: side by side, or as tabs if the page is narrow. */
export default function Workspace() {
  const open = useCurrent();
  const isNarrow = useIsNarrow();
  const many = useInspector(({ captures }) => captures.length > 1);
  useFolded();
  if (open === undefined) return null;
  const content = <Content open={open} isNarrow={isNarrow} many={many} />;
  return many && !isNarrow ? <BesideCaptures captures={CAPTURES}>{content}</BesideCaptures> : content;
}

function Content({
  open,
  isNarrow,
  many,
}: {
  readonly open: OpenCapture;
  readonly isNarrow: boolean;
  readonly many: boolean;
}) {
  const { capture, content } = open;
  const facts = capture && <CaptureFacts capture={capture} withProblems={many} />;
  if (content?.kind !== "payload") {
    return (
      <>
        {facts}
        {isNarrow && many && <CapturesPane />}
        <TextFailure open={open} />
        {content === undefined && <OpeningBody />}
        {content !== undefined && <TextPane text={content.text} contentType={capture?.contentType} />}
      </>
    );
  }
  return (
    <>
      {facts}
      {content.editing.isDraft && (
        <p className="draft-line" role="status">
          The XML can't be encoded, so the tree and the bytes show its last valid state. The problems explain
          why.
        </p>
      )}
      <LargeEditLine />
      <Boundary name="What is known about the message">
        <ContextBar editing={content.editing} open={open} />
      </Boundary>
      <Boundary name="The path of the selection">
        <Breadcrumb document={content.editing.document} />
      </Boundary>
      <Panes open={open} editing={content.editing} isNarrow={isNarrow} many={many} />
    </>
  );
}

const CAPTURES: PaneContent = { ...panes[0], content: <CapturesPane /> };

interface PanesProps {
  readonly open: OpenCapture;
  readonly editing: Editing;
  readonly isNarrow: boolean;
  readonly many: boolean;
}

const NO_FINDINGS: readonly Finding[] = [];

function Panes({ open, editing, isNarrow, many }: PanesProps) {
  const { document } = editing;
  const changes = useChanges(editing);
  const lintFindings = useFindings(editing);
  const findings = lintFindings ?? NO_FINDINGS;
  const context = useMessageContext(open);
  const nodeChanges = useNodeChanges(editing);
  const contents: Readonly<Record<PaneName, ReactNode>> = {
    captures: CAPTURES.content,
    tree: <TreePane document={document} context={context} findings={findings} changes={nodeChanges} />,
    xml: (
      <AfterPaint>
        <XmlPane editing={editing} findings={findings} />
      </AfterPaint>
    ),
    explain: (
      <AfterPaint>
        <ExplainPane document={document} />
      </AfterPaint>
    ),
    bytes: (
      <AfterPaint>
        <BytesPane editing={editing} changes={changes} />
      </AfterPaint>
    ),
    problems: <ProblemsPane findings={lintFindings} />,
  };
  const shown = panes
    .filter(({ name }) => many || name !== "captures")
    .map((pane) => ({
      ...pane,
      title: pane.name === "problems" ? writeProblemsTitle(pane.title, findings, isNarrow) : pane.title,
      content: contents[pane.name],
    }));
  return isNarrow ? <TabbedPanes panes={shown} /> : <SplitPanes panes={shown} />;
}
