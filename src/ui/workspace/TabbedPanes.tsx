import { Binary, BookOpen, CodeXml, ListTree, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { type Key, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import type { PaneName } from "../../store/panes";
import { Boundary } from "../kit/crash/Boundary";
import { Icon } from "../kit/icons/Icon";
import { Pane, type PaneContent } from "./Pane";

/** The panes of a narrow page, and the icons of their tabs, in the order of the tabs. */
const ICONS: Readonly<Partial<Record<PaneName, LucideIcon>>> = {
  tree: ListTree,
  xml: CodeXml,
  bytes: Binary,
  explain: BookOpen,
  problems: TriangleAlert,
};

interface Props {
  readonly panes: readonly PaneContent[];
  /** What stands above the tabs. */
  readonly line: ReactNode;
}

/** All panes as tabs at the bottom edge, one of them shown. */
export function TabbedPanes({ panes, line }: Props) {
  const chosen = useInspector((state) => state.shownPane);
  const ordered = Object.keys(ICONS).flatMap((name) => panes.find((pane) => pane.name === name) ?? []);
  const shown = ordered.find(({ name }) => name === chosen) ?? ordered[0];
  const show = (key: Key): void => {
    const pane = ordered.find(({ name }) => name === key);
    if (pane !== undefined) useInspector.getState().showPane(pane.name);
  };
  return (
    <Tabs className="tabs" selectedKey={shown?.name ?? "tree"} onSelectionChange={show}>
      <TabList className="tab-list" aria-label="Panes">
        {ordered.map(({ name, title, count }) => {
          const icon = ICONS[name];
          return (
            <Tab key={name} id={name} className="tab">
              {icon !== undefined && <Icon of={icon} />}
              <span>{title}</span>
              {count !== undefined && count > 0 && <span className="tab-count">{count}</span>}
            </Tab>
          );
        })}
      </TabList>
      {ordered.map((pane) => (
        <TabPanel key={pane.name} id={pane.name} className="tab-panel">
          <TabContent pane={pane} />
        </TabPanel>
      ))}
      {line}
    </Tabs>
  );
}

/** What a tab shows: a pane that has views keeps their tabs, any other its head without the title. */
function TabContent({ pane }: { readonly pane: PaneContent }) {
  if (pane.views !== undefined) return <Pane pane={pane} />;
  return (
    <>
      <h2 className="visually-hidden">{pane.title}</h2>
      {pane.head !== undefined && <div className="tab-head">{pane.head}</div>}
      <div className="pane-content">
        <Boundary name={`The pane “${pane.title}”`}>{pane.content}</Boundary>
      </div>
    </>
  );
}
