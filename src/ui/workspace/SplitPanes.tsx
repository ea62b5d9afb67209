import { Fragment, type ReactNode } from "react";
import { Button } from "react-aria-components";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { storedTexts } from "../../browser/storage";
import { useInspector } from "../../store/inspector";
import { panes as allPanes, type Pane as PaneFacts } from "../../store/panes";
import { toggleFold } from "./folding";
import { Pane, type PaneContent } from "./Pane";
import "./workspace.css";

type Place = PaneFacts["place"];

const PLACES: Readonly<Record<string, Place>> = Object.fromEntries(
  allPanes.map(({ name, place }) => [name, place]),
);

/** The panes of the centre in two rows, and the column at the right, without those that are hidden. */
export function SplitPanes({ panes }: { readonly panes: readonly PaneContent[] }) {
  const folded = useInspector((state) => state.folded);
  const maximized = useInspector((state) => state.maximized);
  const isShown = ({ name }: PaneContent): boolean =>
    !folded.has(name) && (maximized === undefined || PLACES[name] === "aside" || maximized === name);
  const at = (place: Place): readonly PaneContent[] =>
    panes.filter((pane) => PLACES[pane.name] === place && isShown(pane));
  const rows = [
    { id: "upper", size: "66%", panes: at("upper") },
    { id: "lower", size: "34%", panes: at("lower") },
  ].filter((row) => row.panes.length > 0);
  const aside = at("aside");
  if (rows.length === 0 && aside.length === 0) return <AllHidden panes={panes} />;
  return (
    <Columns
      key={`${rows.length > 0} ${aside.length > 0}`}
      center={rows.length > 0 && <Rows key={rows.map(({ id }) => id).join(" ")} rows={rows} />}
      aside={aside.length > 0 && <Aside panes={aside} />}
    />
  );
}

interface ColumnsProps {
  readonly center: ReactNode;
  readonly aside: ReactNode;
}

function Columns({ center, aside }: ColumnsProps) {
  const panelIds = [center !== false && "center", aside !== false && "aside"].filter((id) => id !== false);
  const layout = useDefaultLayout({ id: "wbxml-inspector.columns", storage: storedTexts, panelIds });
  return (
    <Group orientation="horizontal" className="split" id="columns" {...layout}>
      {center !== false && (
        <Panel id="center" minSize="30%">
          {center}
        </Panel>
      )}
      {center !== false && aside !== false && (
        <Separator className="separator" aria-label="Width of the right column" />
      )}
      {aside !== false && (
        <Panel id="aside" {...(center !== false && ASIDE)}>
          {aside}
        </Panel>
      )}
    </Group>
  );
}

const ASIDE = {
  minSize: "280px",
  maxSize: "560px",
  defaultSize: "380px",
  groupResizeBehavior: "preserve-pixel-size",
} as const;

interface Row {
  readonly id: string;
  readonly panes: readonly PaneContent[];
  readonly size: string;
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const layout = useDefaultLayout({
    id: "wbxml-inspector.rows",
    storage: storedTexts,
    panelIds: rows.map(({ id }) => id),
  });
  return (
    <Group orientation="vertical" id="rows" {...layout}>
      {rows.map(({ id, panes, size }, index) => (
        <Fragment key={id}>
          {index > 0 && <Separator className="separator is-horizontal" aria-label="Height of the bytes" />}
          <Panel id={id} minSize="15%" defaultSize={size}>
            <RowOfPanes key={panes.map(({ name }) => name).join(" ")} row={id} panes={panes} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

function RowOfPanes({ row, panes }: { readonly row: string; readonly panes: readonly PaneContent[] }) {
  const layout = useDefaultLayout({
    id: `wbxml-inspector.${row}`,
    storage: storedTexts,
    panelIds: panes.map(({ name }) => name),
  });
  return (
    <Group orientation="horizontal" id={`${row}-panes`} {...layout}>
      {panes.map((pane, index) => (
        <Fragment key={pane.name}>
          {index > 0 && <Separator className="separator" aria-label="Width of the tree" />}
          <Panel id={pane.name} minSize="20%" defaultSize={`${100 / panes.length}%`}>
            <Pane pane={pane} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

/** The column at the right: problems as high as they are, up to a part of it, and the explanation. */
function Aside({ panes }: { readonly panes: readonly PaneContent[] }) {
  return (
    <div className="aside">
      {panes.map((pane) => (
        <Pane key={pane.name} pane={pane} />
      ))}
    </div>
  );
}

function AllHidden({ panes }: { readonly panes: readonly PaneContent[] }) {
  return (
    <div className="all-hidden">
      <p>All panes are hidden.</p>
      {panes.map(({ name, title }) => (
        <Button key={name} className="button" onPress={() => toggleFold(name)}>
          Show {title}
        </Button>
      ))}
    </div>
  );
}
