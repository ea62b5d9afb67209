import { type ChangeEvent, useId, useMemo, useRef, useState } from "react";
import {
  Button,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  type SearchFieldProps,
  type Selection,
} from "react-aria-components";
import { type Template, templateGroups } from "../../craft/templates/template";
import { templates } from "../../craft/templates/templates";
import { isProtocolVersion, type ProtocolVersion } from "../../eas/versions";
import { useInspector } from "../../store/inspector";
import { readShownContext } from "../context/easFacts";
import { PageDialog } from "../kit/dialog/PageDialog";
import { hasWords } from "./hasWords";
import { openTemplate, openTemplateInstead } from "./openTemplate";
import { versionFor } from "./version";
import "./craft.css";

const getSearchText = ({ title, command, direction, itemClass = "", purpose }: Template): string =>
  `${title} ${command} ${direction} ${itemClass} ${purpose}`;

/**
 * Templates for every command and direction: found by words, previewed as XML for a version, then opened or
 * added to what is open.
 */
export default function TemplatesDialog() {
  const [id, setId] = useState<string>();
  const [words, setWords] = useState("");
  const [wanted, setWanted] = useState(() => readShownContext().version);
  const listed = templates.filter((one) => hasWords(getSearchText(one), words));
  const template = listed.find((one) => one.id === id) ?? listed[0];
  const run = (does: typeof openTemplate, one: Template | undefined): void => {
    if (one === undefined) return;
    useInspector.getState().openDialog(undefined);
    does(one, versionFor(one, wanted));
  };
  const openById = (chosen: string): void =>
    run(
      openTemplate,
      templates.find((one) => one.id === chosen),
    );
  return (
    <PageDialog title="Templates" size="wide">
      <div className="craft">
        <TemplateList
          listed={listed}
          chosen={template}
          words={words}
          onWords={setWords}
          onChoose={setId}
          onOpen={openById}
        />
        {template !== undefined && (
          <TemplatePreview
            template={template}
            version={versionFor(template, wanted)}
            onVersion={setWanted}
            onOpen={() => run(openTemplate, template)}
            onOpenInstead={() => run(openTemplateInstead, template)}
          />
        )}
      </div>
    </PageDialog>
  );
}

interface ListProps {
  readonly listed: readonly Template[];
  readonly chosen: Template | undefined;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/**
 * The search field and the list below it: Arrow Down moves from the field to the list, Enter opens the
 * selected template.
 */
function TemplateList({ listed, chosen, words, onWords, onChoose, onOpen }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const choose = (selection: Selection): void => {
    const [first] = selection === "all" ? [] : selection;
    if (first !== undefined) onChoose(String(first));
  };
  const followKey: SearchFieldProps["onKeyDown"] = (event) => {
    if (event.key === "Enter" && chosen !== undefined) onOpen(chosen.id);
    if (event.key !== "ArrowDown") return event.continuePropagation(); // Escape closes the dialog
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[role="option"][aria-selected="true"]')?.focus();
  };
  return (
    <div className="craft-list">
      <SearchField
        className="craft-search"
        aria-label="Find a template"
        value={words}
        onChange={onWords}
        onKeyDown={followKey}
        autoFocus
      >
        <Input placeholder="Command, class, request, response…" />
      </SearchField>
      <ListBox
        ref={list}
        className="craft-items"
        aria-label="Templates"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === undefined ? [] : [chosen.id]}
        onSelectionChange={choose}
        onAction={(key) => onOpen(String(key))}
        renderEmptyState={() => <p className="craft-none">No matching templates.</p>}
      >
        {templateGroups.map((group) => (
          <TemplateSection key={group} group={group} listed={listed} />
        ))}
      </ListBox>
    </div>
  );
}

function TemplateSection({
  group,
  listed,
}: {
  readonly group: string;
  readonly listed: readonly Template[];
}) {
  const some = listed.filter((template) => template.group === group);
  if (some.length === 0) return null;
  return (
    <ListBoxSection aria-label={group}>
      <Header className="craft-group">{group}</Header>
      {some.map(({ id, title, direction }) => (
        <ListBoxItem key={id} id={id} className="craft-item" textValue={title}>
          <span>{title}</span> <span className="craft-hint">{direction}</span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

interface PreviewProps {
  readonly template: Template;
  readonly version: ProtocolVersion;
  readonly onVersion: (version: ProtocolVersion) => void;
  readonly onOpen: () => void;
  readonly onOpenInstead: () => void;
}

function TemplatePreview({ template, version, onVersion, onOpen, onOpenInstead }: PreviewProps) {
  const heading = useId();
  const xml = useMemo(() => template.xml(version), [template, version]);
  const isAnythingOpen = useInspector(({ captures }) => captures.length > 0);
  const { title, command, direction, purpose, section, versions } = template;
  const choose = (event: ChangeEvent<HTMLSelectElement>): void => {
    if (isProtocolVersion(event.target.value)) onVersion(event.target.value);
  };
  return (
    <section className="craft-preview" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <p>{purpose}</p>
      <p className="craft-facts">
        <span>
          {command} {direction} · {section}
        </span>
        <label>
          Version{" "}
          <select className="craft-version" value={version} onChange={choose}>
            {versions.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </p>
      <pre className="craft-xml" role="region" aria-label={`XML of ${title}`} tabIndex={0}>
        {xml}
      </pre>
      <div className="dialog-actions">
        {isAnythingOpen && (
          <Button className="button" onPress={onOpenInstead}>
            Open instead of what is open
          </Button>
        )}
        <Button className="button is-primary" onPress={onOpen}>
          Open
        </Button>
      </div>
    </section>
  );
}
