import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useInspector } from "../../store/inspector";
import { type PaneName, type ViewName, views } from "../../store/panes";
import type { PaneCommand } from "../kit/commands/paneCommand";
import { Boundary } from "../kit/crash/Boundary";
import { toggleMaximized } from "./folding";
import { PaneMenu } from "./PaneMenu";

/** A pane and what it shows. */
export interface PaneContent {
  readonly name: PaneName;
  readonly title: string;
  /** How many things in it want attention; its tab says so. */
  readonly count?: number;
  /** What stands in its head, behind the title. */
  readonly head?: ReactNode;
  /** What its menu does with its content. */
  readonly commands?: readonly PaneCommand[];
  readonly content: ReactNode;
  /** The tabs in place of the title, and what each of them shows; `head` and `content` are then not used. */
  readonly views?: readonly ViewContent[];
}

/** A tab of a pane. */
export interface ViewContent {
  readonly name: ViewName;
  readonly head?: ReactNode;
  readonly commands?: readonly PaneCommand[];
  readonly content: ReactNode;
}

/** A pane with its head: a double click on it gives the pane the centre, and a second one gives it back. */
export function Pane({ pane }: { readonly pane: PaneContent }) {
  return pane.views === undefined ? (
    <SinglePane pane={pane} />
  ) : (
    <PaneOfViews views={pane.views} pane={pane} />
  );
}

function SinglePane({ pane: { name, title, head, commands, content } }: { readonly pane: PaneContent }) {
  return (
    <section className={`pane is-${name}`} aria-label={title} tabIndex={-1}>
      <header className="pane-head" onDoubleClick={(event) => maximizeByHead(event, name)}>
        <h2 className="pane-title">{title}</h2>
        {head}
        <PaneMenu name={name} title={title} commands={commands} />
      </header>
      <div className="pane-content">
        <Boundary name={`The pane “${title}”`}>{content}</Boundary>
      </div>
    </section>
  );
}

interface ViewsProps {
  readonly pane: PaneContent;
  readonly views: readonly ViewContent[];
}

function PaneOfViews({ pane: { name }, views: contents }: ViewsProps) {
  const { chosen, show, shown } = useShownView(contents);
  const titleOf = (view: ViewName): string => views.find((one) => one.name === view)?.title ?? view;
  const title = titleOf(chosen);
  return (
    <section className={`pane is-${name}`} aria-label={title} tabIndex={-1}>
      <Tabs className="pane-views" selectedKey={chosen} onSelectionChange={show} keyboardActivation="manual">
        <header className="pane-head" onDoubleClick={(event) => maximizeByHead(event, name)}>
          <h2 className="visually-hidden">{title}</h2>
          <TabList className="view-tabs" aria-label="Views of the payload">
            {contents.map((view) => (
              <Tab key={view.name} id={view.name} className="view-tab">
                {titleOf(view.name)}
              </Tab>
            ))}
          </TabList>
          {shown?.head}
          <PaneMenu name={name} title={title} commands={shown?.commands} />
        </header>
        {contents.map((view) => (
          <TabPanel key={view.name} id={view.name} className="pane-content">
            <Boundary name={`The view “${titleOf(view.name)}”`}>{view.content}</Boundary>
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}

function useShownView(contents: readonly ViewContent[]) {
  const view = useInspector((state) => state.view);
  const shown = contents.find(({ name }) => name === view) ?? contents[0];
  const show = (key: unknown): void => {
    const next = views.find(({ name }) => name === key);
    if (next !== undefined) useInspector.getState().showView(next.name);
  };
  return { shown, show, chosen: shown?.name ?? "xml" };
}

function maximizeByHead({ target }: { readonly target: EventTarget }, name: PaneName): void {
  if (target instanceof Element && target.closest("button, input, [role='tab']") === null)
    toggleMaximized(name);
}
