import { Fragment, type ReactNode } from "react";
import { Button } from "react-aria-components";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { storedTexts } from "../../browser/storage";
import { useInspector } from "../../store/inspector";
import type { Pane } from "../../store/panes";
import { Boundary } from "../kit/crash/Boundary";
import { toggleFold } from "./folding";
import "./workspace.css";

/** A pane with its content, and the title that it has now. */
export interface PaneContent extends Pick<Pane, "name" | "place" | "share"> {
  readonly title: string;
  readonly content: ReactNode;
}

const ROWS = [
  { id: "upper", size: "64%" },
  { id: "lower", size: "36%" },
] as const;

/** The panes in their two rows. Those that are hidden are listed at the right edge. */
export function SplitPanes({ panes }: { readonly panes: readonly PaneContent[] }) {
  const folded = useInspector((state) => state.folded);
  const open = panes.filter(({ name }) => !folded.has(name));
  const rows = ROWS.map((row) => ({
    ...row,
    panes: open.filter(({ place }) => place === row.id),
  })).filter((row) => row.panes.length > 0);
  const away = panes.filter(({ name }) => folded.has(name));
  return (
    <div className="split-and-folded">
      <Rows key={rows.map(({ id }) => id).join(" ")} rows={rows} />
      {away.length > 0 && <FoldedPanes panes={away} />}
    </div>
  );
}

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
  if (rows.length === 0)
    return <p className="all-folded">All panes are hidden. Show them again at the right edge.</p>;
  return (
    <Group orientation="vertical" className="split" id="rows" {...layout}>
      {rows.map(({ id, panes, size }, index) => (
        <Fragment key={id}>
          {index > 0 && <Separator className="separator is-horizontal" />}
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
          {index > 0 && <Separator className="separator" />}
          <SplitPane pane={pane} />
        </Fragment>
      ))}
    </Group>
  );
}

function SplitPane({ pane: { name, title, share, content } }: { readonly pane: PaneContent }) {
  return (
    <Panel id={name} minSize="12%" defaultSize={share}>
      <section className="pane" aria-label={title} tabIndex={-1}>
        <header className="pane-head">
          <h2 className="pane-title">{title}</h2>
          <Button className="pane-fold" aria-label={`Hide ${title}`} onPress={() => toggleFold(name)}>
            –
          </Button>
        </header>
        <div className="pane-content">
          <Boundary name={`The pane “${title}”`}>{content}</Boundary>
        </div>
      </section>
    </Panel>
  );
}

function FoldedPanes({ panes }: { readonly panes: readonly PaneContent[] }) {
  return (
    <div className="folded" role="group" aria-label="Hidden panes">
      {panes.map(({ name, title }) => (
        <Button
          key={name}
          className="folded-pane"
          aria-label={`Show ${title}`}
          onPress={() => toggleFold(name)}
        >
          {title}
        </Button>
      ))}
    </div>
  );
}

/** The list of captures, next to the capture that is shown. */
export function BesideCaptures({
  captures,
  children,
}: {
  readonly captures: PaneContent;
  readonly children: ReactNode;
}) {
  const isFolded = useInspector(({ folded }) => folded.has("captures"));
  const panelIds = isFolded ? ["shown"] : ["captures", "shown"];
  const layout = useDefaultLayout({ id: "wbxml-inspector.captures", storage: storedTexts, panelIds });
  return (
    <Group
      key={panelIds.length}
      orientation="horizontal"
      className="split"
      id="captures-and-panes"
      {...layout}
    >
      {!isFolded && (
        <>
          <SplitPane pane={captures} />
          <Separator className="separator" />
        </>
      )}
      <Panel id="shown" minSize="40%" defaultSize={`${100 - Number.parseFloat(captures.share)}%`}>
        <div className="shown">{children}</div>
      </Panel>
    </Group>
  );
}
