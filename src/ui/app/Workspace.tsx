import { type Key, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useCurrent, useInspector } from "../../store/inspector";
import { BytesPane } from "../bytes/BytesPane";
import { ContextBar } from "../context/ContextBar";
import { useMessageContext } from "../context/useMessageContext";
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
import { LargeEditLine } from "../workspace/LargeEditLine";
import { OpeningBody } from "../workspace/OpeningBody";
import { BesideCaptures, type PaneContent, SplitPanes } from "../workspace/SplitPanes";
import { TextPane } from "../workspace/TextPane";
import { useFolded } from "../workspace/useFolded";
import { useIsNarrow } from "../workspace/useIsNarrow";
import { XmlPane } from "../xml/XmlPane";
import { ExplainPane } from "./panesLater";
import "../workspace/workspace.css";

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

const CAPTURES: PaneContent = { id: "captures", title: "Captures", content: <CapturesPane /> };

interface PanesProps {
  readonly open: OpenCapture;
  readonly editing: Editing;
  readonly isNarrow: boolean;
  readonly many: boolean;
}

const NO_FINDINGS: readonly Finding[] = [];

function Panes({ open, editing, isNarrow, many }: PanesProps) {
  const changes = useChanges(editing);
  const lintFindings = useFindings(editing);
  const findings = lintFindings ?? NO_FINDINGS;
  const context = useMessageContext(open);
  const nodeChanges = useNodeChanges(editing);
  const panes: readonly PaneContent[] = [
    {
      id: "tree",
      title: "Tree",
      content: (
        <TreePane document={editing.document} context={context} findings={findings} changes={nodeChanges} />
      ),
    },
    {
      id: "xml",
      title: "XML",
      content: (
        <AfterPaint>
          <XmlPane editing={editing} findings={findings} />
        </AfterPaint>
      ),
    },
    {
      id: "explain",
      title: "Explain",
      content: (
        <AfterPaint>
          <ExplainPane document={editing.document} />
        </AfterPaint>
      ),
    },
    {
      id: "bytes",
      title: "Bytes",
      content: (
        <AfterPaint>
          <BytesPane editing={editing} changes={changes} width={isNarrow ? 8 : 16} />
        </AfterPaint>
      ),
    },
    {
      id: "problems",
      title: writeProblemsTitle(findings, isNarrow),
      content: <ProblemsPane findings={lintFindings} />,
    },
  ];
  return isNarrow ? (
    <TabbedPanes panes={many ? [CAPTURES, ...panes] : panes} />
  ) : (
    <SplitPanes panes={panes} many={many} />
  );
}

function TabbedPanes({ panes }: { readonly panes: readonly PaneContent[] }) {
  const chosen = useInspector((state) => state.shownPane);
  const shown = panes.find(({ id }) => id === chosen) ?? panes[0];
  const show = (key: Key): void => {
    const pane = panes.find(({ id }) => id === key);
    if (pane !== undefined) useInspector.getState().showPane(pane.id);
  };
  return (
    <Tabs className="tabs" selectedKey={shown?.id ?? "tree"} onSelectionChange={show}>
      <TabList className="tab-list" aria-label="Panes">
        {panes.map(({ id, title }) => (
          <Tab key={id} id={id} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {panes.map(({ id, title, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          <h2 className="visually-hidden">{title}</h2>
          <Boundary name={`The pane “${title}”`}>{content}</Boundary>
        </TabPanel>
      ))}
    </Tabs>
  );
}
