import { ChevronLeft, Clipboard, FolderOpen } from "lucide-react";
import { Button } from "react-aria-components";
import type { LinkedDocument } from "../../document/open";
import type { Editing } from "../../store/editing";
import { type OpenCapture, useCurrent, useInspector } from "../../store/inspector";
import { BodyPane } from "../body/bodyLater";
import { TextPane } from "../body/TextPane";
import { BytesHead } from "../bytes/BytesHead";
import { BytesPane } from "../bytes/BytesPane";
import { ComparePane } from "../compare/compareLater";
import { DocumentHeader } from "../context/DocumentHeader";
import type { PaneToggle } from "../context/PaneToggles";
import { useMessageContext } from "../context/useMessageContext";
import { ExplainHead } from "../explain/ExplainHead";
import { ExplainPane } from "../explain/explainLater";
import { useChanges } from "../history/useChanges";
import { useNodeChanges } from "../history/useNodeChanges";
import { HttpPane } from "../http/HttpPane";
import { OpenFile } from "../input/OpenFile";
import { pasteFromClipboard } from "../input/pasteFromClipboard";
import { Boundary } from "../kit/crash/Boundary";
import { IconButton } from "../kit/IconButton";
import { Icon } from "../kit/icons/Icon";
import { AfterPaint } from "../kit/load/AfterPaint";
import { type Finding, isProblem } from "../problems/listFindings";
import { ProblemsHead } from "../problems/ProblemsHead";
import { ProblemsPane } from "../problems/ProblemsPane";
import { ProblemsStatus } from "../problems/ProblemsStatus";
import { useFindings, useTextFindings } from "../problems/useFindings";
import { SessionPane } from "../session/SessionPane";
import { openTable, useSessionTable } from "../session/tableState";
import { treePaneCommands } from "../tree/foldAll";
import { TreeHead } from "../tree/TreeHead";
import { TreePane } from "../tree/TreePane";
import { BesideSession, SessionDrawer, toggleSession } from "../workspace/BesideSession";
import { toggleFold, useFolded } from "../workspace/folding";
import { OpeningBody } from "../workspace/OpeningBody";
import type { PaneContent, ViewContent } from "../workspace/Pane";
import { SplitPanes } from "../workspace/SplitPanes";
import { useIsSessionScreen } from "../workspace/screens";
import { TabbedPanes } from "../workspace/TabbedPanes";
import { type PageWidth, usePageWidth } from "../workspace/usePageWidth";
import { xmlPaneCommands } from "../xml/paneCommands";
import { XmlHead } from "../xml/XmlHead";
import { XmlPane } from "../xml/XmlPane";
import { PhoneLine } from "./PhoneLine";
import { PhoneActions } from "./TitleBar";

/** What is open: the session beside it, or in a drawer, or on a narrow page as a screen of its own. */
export default function Workspace() {
  const open = useCurrent();
  const width = usePageWidth();
  const many = useInspector(({ captures }) => captures.length > 1);
  const isSession = useIsSessionScreen();
  const isTable = useSessionTable((state) => state.isOpen);
  useFolded();
  if (open === undefined) return null;
  if (isSession) return <SessionScreen />;
  const shown = <Shown open={open} width={width} />;
  if (!many || width === "narrow") return shown;
  if (isTable) return <SessionPane isTable />;
  if (width === "wide")
    return <BesideSession session={<SessionPane onTable={showTable} />}>{shown}</BesideSession>;
  return (
    <>
      {shown}
      <SessionDrawer session={<SessionPane onChosen={closeDrawer} onTable={showTable} />} />
    </>
  );
}

/** The session on a screen of its own, with what one does first at the bottom edge. */
function SessionScreen() {
  return (
    <>
      <section className="session-screen" aria-label="Session">
        <SessionPane onChosen={showTree} />
      </section>
      <div className="screen-foot">
        <OpenFile className="button">
          <Icon of={FolderOpen} />
          Open files…
        </OpenFile>
        <Button className="button is-primary" onPress={() => void pasteFromClipboard("added")}>
          <Icon of={Clipboard} />
          Paste
        </Button>
      </div>
    </>
  );
}

const showTree = (): void => useInspector.getState().showPane("tree");
const closeDrawer = (): void => useInspector.setState({ isDrawerOpen: false });
const showTable = (): void => {
  closeDrawer();
  openTable(true);
};

interface ShownProps {
  readonly open: OpenCapture;
  readonly width: PageWidth;
}

function Shown({ open, width }: ShownProps) {
  const { content } = open;
  const toggles = usePaneToggles(width);
  const many = useInspector(({ captures }) => captures.length > 1);
  const phone = { start: many && <BackToSession />, end: <PhoneActions /> };
  return (
    <>
      <Boundary name="What is known about the message">
        <DocumentHeader open={open} toggles={toggles} {...(width === "narrow" && phone)} />
      </Boundary>
      {content === undefined && <OpeningBody />}
      {content?.kind === "text" && <TextContent open={open} text={content.text} width={width} />}
      {content?.kind === "payload" && <PayloadContent open={open} editing={content.editing} width={width} />}
    </>
  );
}

function BackToSession() {
  const goBack = (): void => useInspector.getState().showPane("captures");
  return <IconButton icon={ChevronLeft} label="Back to the session" onPress={goBack} />;
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

function makeXmlView(editing: Editing, findings: readonly Finding[]): ViewContent {
  return {
    name: "xml",
    head: <XmlHead editing={editing} />,
    commands: xmlPaneCommands,
    content: (
      <AfterPaint>
        <XmlPane editing={editing} findings={findings} />
      </AfterPaint>
    ),
  };
}

function makeExplain(document: LinkedDocument | undefined): PaneContent {
  const content = (
    <AfterPaint>
      <ExplainPane document={document} />
    </AfterPaint>
  );
  return { name: "explain", title: "Explain", head: <ExplainHead />, content };
}

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
      head: <TreeHead document={document} />,
      commands: treePaneCommands,
      content: <TreePane document={document} context={context} findings={findings} changes={nodeChanges} />,
    },
    {
      name: "xml",
      title: "XML",
      content: null,
      views: [
        makeXmlView(editing, findings),
        { name: "body", content: <BodyPane document={document} /> },
        { name: "http", content: <HttpPane capture={open.capture} /> },
        { name: "compare", content: <ComparePane /> },
      ],
    },
    {
      name: "bytes",
      title: "Bytes",
      head: <BytesHead document={document} />,
      content: (
        <AfterPaint>
          <BytesPane editing={editing} changes={changes} />
        </AfterPaint>
      ),
    },
    {
      name: "problems",
      title: "Problems",
      count: findings.filter(isProblem).length,
      head: <ProblemsHead findings={findings} />,
      content: <ProblemsPane findings={lintFindings} />,
    },
    makeExplain(document),
  ];
  return <Panes panes={panes} width={width} findings={lintFindings} />;
}

interface TextProps extends ShownProps {
  readonly text: string;
}

/** A message whose body is not a payload: the body, what HTTP says about it, and what failed. */
function TextContent({ open, text, width }: TextProps) {
  const findings = useTextFindings(open);
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
    {
      name: "problems",
      title: "Problems",
      count: findings?.length ?? 0,
      head: <ProblemsHead findings={findings} />,
      content: <ProblemsPane findings={findings} />,
    },
    makeExplain(undefined),
  ];
  return <Panes panes={panes} width={width} findings={findings} />;
}

interface PanesProps {
  readonly panes: readonly PaneContent[];
  readonly width: PageWidth;
  readonly findings: readonly Finding[] | undefined;
}

function Panes({ panes, width, findings }: PanesProps) {
  return (
    <>
      {width === "narrow" ? (
        <TabbedPanes panes={panes} line={<PhoneLine findings={findings ?? NO_FINDINGS} />} />
      ) : (
        <SplitPanes panes={panes} />
      )}
      <ProblemsStatus findings={findings} />
    </>
  );
}
