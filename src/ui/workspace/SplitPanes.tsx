import { Fragment, type ReactNode } from "react";
import { Button } from "react-aria-components";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { storedTexts } from "../../browser/storage";
import { type PaneName, useInspector } from "../../store/inspector";
import { Boundary } from "../kit/crash/Boundary";
import { toggleFold } from "./menuCommands";

/** A pane: its name, its title, and its content. */
export interface PaneContent {
  readonly id: PaneName;
  readonly title: string;
  readonly content: ReactNode;
}

type Sizes = Readonly<Partial<Record<PaneName, string>>>;

const UPPER: Sizes = { tree: "32%", xml: "42%", explain: "26%" };
const LOWER: Sizes = { bytes: "66%", problems: "34%" };

/**
 * All panes side by side: tree, XML and Explain above, bytes and problems below. Folded panes are listed at
 * the right edge.
 */
export function SplitPanes({
  panes,
  many,
}: {
  readonly panes: readonly PaneContent[];
  readonly many: boolean;
}) {
  const folded = useInspector((state) => state.folded);
  const open = panes.filter(({ id }) => !folded.has(id));
  const upper = open.filter(({ id }) => UPPER[id] !== undefined);
  const lower = open.filter(({ id }) => LOWER[id] !== undefined);
  const rows = [
    ...(upper.length > 0 ? [{ id: "upper", panes: upper, sizes: UPPER, size: "64%" }] : []),
    ...(lower.length > 0 ? [{ id: "lower", panes: lower, sizes: LOWER, size: "36%" }] : []),
  ];
  const away = [
    ...(many && folded.has("captures") ? [{ id: "captures" as const, title: "Captures" }] : []),
    ...panes.filter(({ id }) => folded.has(id)),
  ];
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
  readonly sizes: Sizes;
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
      {rows.map(({ id, panes, sizes, size }, index) => (
        <Fragment key={id}>
          {index > 0 && <Separator className="separator is-horizontal" />}
          <Panel id={id} minSize="15%" defaultSize={size}>
            <RowOfPanes key={panes.map((pane) => pane.id).join(" ")} name={id} panes={panes} sizes={sizes} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

function RowOfPanes({
  name,
  panes,
  sizes,
}: {
  readonly name: string;
  readonly panes: readonly PaneContent[];
  readonly sizes: Sizes;
}) {
  const layout = useDefaultLayout({
    id: `wbxml-inspector.${name}`,
    storage: storedTexts,
    panelIds: panes.map(({ id }) => id),
  });
  return (
    <Group orientation="horizontal" id={`${name}-panes`} {...layout}>
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className="separator" />}
          <SplitPane pane={pane} size={sizes[pane.id]} />
        </Fragment>
      ))}
    </Group>
  );
}

function SplitPane({
  pane: { id, title, content },
  size,
}: {
  readonly pane: PaneContent;
  readonly size: string | undefined;
}) {
  return (
    <Panel id={id} minSize="12%" {...(size !== undefined && { defaultSize: size })}>
      <section className="pane" aria-label={title} tabIndex={-1}>
        <header className="pane-head">
          <h2 className="pane-title">{title}</h2>
          <Button className="pane-fold" aria-label={`Hide ${title}`} onPress={() => toggleFold(id)}>
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

function FoldedPanes({ panes }: { readonly panes: readonly Pick<PaneContent, "id" | "title">[] }) {
  return (
    <div className="folded" role="group" aria-label="Hidden panes">
      {panes.map(({ id, title }) => (
        <Button key={id} className="folded-pane" aria-label={`Show ${title}`} onPress={() => toggleFold(id)}>
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
          <SplitPane pane={captures} size="18%" />
          <Separator className="separator" />
        </>
      )}
      <Panel id="shown" minSize="40%" defaultSize="82%">
        <div className="shown">{children}</div>
      </Panel>
    </Group>
  );
}
