import type { Editing } from "../../store/editing";
import { type OpenCapture, useCurrent, useInspector } from "../../store/inspector";
import { BytesPane } from "../bytes/BytesPane";
import { DocumentHeader } from "../context/DocumentHeader";
import type { PaneToggle } from "../context/PaneToggles";
import { useMessageContext } from "../context/useMessageContext";
import { ExplainPane } from "../explain/explainLater";
import { useChanges } from "../history/useChanges";
import { useNodeChanges } from "../history/useNodeChanges";
import { HttpPane } from "../http/HttpPane";
import { Boundary } from "../kit/crash/Boundary";
import { AfterPaint } from "../kit/load/AfterPaint";
import { type Finding, isProblem } from "../problems/listFindings";
import { ProblemsPane } from "../problems/ProblemsPane";
import { TextFailure } from "../problems/TextFailure";
import { useFindings } from "../problems/useFindings";
import { CapturesPane } from "../session/CapturesPane";
import { TreePane } from "../tree/TreePane";
import { BesideSession, SessionDrawer, toggleSession } from "../workspace/BesideSession";
import { toggleFold, useFolded } from "../workspace/folding";
import { OpeningBody } from "../workspace/OpeningBody";
import type { PaneContent } from "../workspace/Pane";
import { SplitPanes } from "../workspace/SplitPanes";
import { TabbedPanes } from "../workspace/TabbedPanes";
import { TextPane } from "../workspace/TextPane";
import { type PageWidth, usePageWidth } from "../workspace/usePageWidth";
import { XmlPane } from "../xml/XmlPane";

/** What is open: the session beside it, or in a drawer, or on a narrow page as a screen of its own. */
export default function Workspace() {
  const open = useCurrent();
  const width = usePageWidth();
  const many = useInspector(({ captures }) => captures.length > 1);
  const isList = useInspector(({ shownPane }) => shownPane === undefined || shownPane === "captures");
  useFolded();
  if (open === undefined) return null;
  if (width === "narrow" && many && isList) return <CapturesPane />;
  const shown = <Shown open={open} width={width} />;
  if (!many || width === "narrow") return shown;
  if (width === "wide") return <BesideSession session={<CapturesPane />}>{shown}</BesideSession>;
  return (
    <>
      {shown}
      <SessionDrawer session={<CapturesPane />} />
    </>
  );
}

interface ShownProps {
  readonly open: OpenCapture;
  readonly width: PageWidth;
}

function Shown({ open, width }: ShownProps) {
  const { content } = open;
  return (
    <>
      <Boundary name="What is known about the message">
        <DocumentHeader open={open} toggles={usePaneToggles(width)} />
      </Boundary>
      {content === undefined && <OpeningBody />}
      {content?.kind === "text" && <TextContent open={open} text={content.text} width={width} />}
      {content?.kind === "payload" && <PayloadContent open={open} editing={content.editing} width={width} />}
    </>
  );
}

const RIGHT = ["problems", "explain"] as const;

/** The parts of the page that the buttons at the end of the header show and hide. */
function usePaneToggles(width: PageWidth): readonly PaneToggle[] {
  const folded = useInspector((state) => state.folded);
  const isDrawerOpen = useInspector((state) => state.isDrawerOpen);
  const many = useInspector(({ captures }) => captures.length > 1);
  const hasDrawer = width === "medium";
  const session: PaneToggle = {
    part: "session",
    isShown: hasDrawer ? isDrawerOpen : !folded.has("captures"),
    onToggle: () => toggleSession(hasDrawer),
  };
  return [
    ...(many ? [session] : []),
    { part: "bytes", isShown: !folded.has("bytes"), onToggle: () => toggleFold("bytes") },
    { part: "right", isShown: RIGHT.some((pane) => !folded.has(pane)), onToggle: () => toggleFold(...RIGHT) },
  ];
}

interface PayloadProps extends ShownProps {
  readonly editing: Editing;
}

const NO_FINDINGS: readonly Finding[] = [];

function PayloadContent({ open, editing, width }: PayloadProps) {
  const { document } = editing;
  const changes = useChanges(editing);
  const lintFindings = useFindings(editing);
  const findings = lintFindings ?? NO_FINDINGS;
  const context = useMessageContext(open);
  const nodeChanges = useNodeChanges(editing);
  const panes: readonly PaneContent[] = [
    {
      name: "tree",
      title: "Tree",
      content: <TreePane document={document} context={context} findings={findings} changes={nodeChanges} />,
    },
    {
      name: "xml",
      title: "XML",
      content: null,
      views: [
        {
          name: "xml",
          content: (
            <AfterPaint>
              <XmlPane editing={editing} findings={findings} />
            </AfterPaint>
          ),
        },
        { name: "http", content: <HttpPane capture={open.capture} /> },
      ],
    },
    {
      name: "bytes",
      title: "Bytes",
      content: (
        <AfterPaint>
          <BytesPane editing={editing} changes={changes} width={width === "narrow" ? 8 : 16} />
        </AfterPaint>
      ),
    },
    {
      name: "problems",
      title: "Problems",
      count: findings.filter(isProblem).length,
      content: <ProblemsPane findings={lintFindings} />,
    },
    {
      name: "explain",
      title: "Explain",
      content: (
        <AfterPaint>
          <ExplainPane document={document} />
        </AfterPaint>
      ),
    },
  ];
  return <Panes panes={panes} width={width} />;
}

interface TextProps extends ShownProps {
  readonly text: string;
}

/** A message whose body is not a payload: the body, what HTTP says about it, and what failed. */
function TextContent({ open, text, width }: TextProps) {
  const panes: readonly PaneContent[] = [
    {
      name: "xml",
      title: "Body",
      content: null,
      views: [
        { name: "body", content: <TextPane text={text} contentType={open.capture?.contentType} /> },
        { name: "http", content: <HttpPane capture={open.capture} /> },
      ],
    },
    { name: "problems", title: "Problems", content: <TextFailure open={open} /> },
  ];
  return <Panes panes={panes} width={width} />;
}

function Panes({ panes, width }: { readonly panes: readonly PaneContent[]; readonly width: PageWidth }) {
  return width === "narrow" ? <TabbedPanes panes={panes} /> : <SplitPanes panes={panes} />;
}
