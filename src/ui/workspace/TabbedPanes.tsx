import { type Key, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { Boundary } from "../kit/crash/Boundary";
import type { PaneContent } from "./SplitPanes";

/** All panes as tabs, one of them shown. */
export function TabbedPanes({ panes }: { readonly panes: readonly PaneContent[] }) {
  const chosen = useInspector((state) => state.shownPane);
  const shown = panes.find(({ name }) => name === chosen) ?? panes[0];
  const show = (key: Key): void => {
    const pane = panes.find(({ name }) => name === key);
    if (pane !== undefined) useInspector.getState().showPane(pane.name);
  };
  return (
    <Tabs className="tabs" selectedKey={shown?.name ?? "tree"} onSelectionChange={show}>
      <TabList className="tab-list" aria-label="Panes">
        {panes.map(({ name, title }) => (
          <Tab key={name} id={name} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {panes.map(({ name, title, content }) => (
        <TabPanel key={name} id={name} className="tab-panel">
          <h2 className="visually-hidden">{title}</h2>
          <Boundary name={`The pane “${title}”`}>{content}</Boundary>
        </TabPanel>
      ))}
    </Tabs>
  );
}
