import { useId, useMemo, useState } from "react";
import { Button, Checkbox, Input, SearchField } from "react-aria-components";
import { formatHex } from "../../bytes/hex";
import {
  type DeliberateFault,
  type FaultOptions,
  faultFamilies,
  isApplicable,
} from "../../craft/faults/deliberateFault";
import { faults } from "../../craft/faults/faults";
import type { Editing } from "../../store/editing";
import { useEditing, useInspector } from "../../store/inspector";
import { PageDialog } from "../kit/dialog/PageDialog";
import { toast } from "../kit/toast/toasts";
import { type BreakRequest, breakInPage, exportBroken, listKnownFolders, openBroken } from "./breakPayload";
import { hasWords } from "./hasWords";
import "./craft.css";

/** Deliberate faults: select them in a list, then apply them, open one capture per fault, or save a set. */
export default function DeliberateFaultsDialog() {
  const editing = useEditing();
  return (
    <PageDialog title="Deliberate faults" size="wide">
      {editing === undefined ? <p>No payload is open.</p> : <Faults editing={editing} />}
    </PageDialog>
  );
}

function Faults({ editing }: { readonly editing: Editing }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState("");
  const { options, selection, isAtSelection, setAtSelection } = usePlace();
  const { document } = editing;
  const possible = useMemo(
    () => new Set(faults.filter((fault) => isApplicable(fault, document, options))),
    [document, options],
  );
  const listed = faults.filter((fault) => hasWords(getSearchText(fault), words));
  const picked = faults.filter((fault) => chosen.has(fault.id) && possible.has(fault));
  const toggle = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isChosen) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <div className="faults-head">
        <SearchField
          className="craft-search"
          aria-label="Find a fault"
          value={words}
          onChange={setWords}
          autoFocus
        >
          <Input placeholder="Length, Options, NUL, MS-ASMS…" />
        </SearchField>
        {selection !== undefined && (
          <Checkbox className="faults-check" isSelected={isAtSelection} onChange={setAtSelection}>
            <Box /> At the selection (0x{formatHex(selection.start)}), where possible
          </Checkbox>
        )}
      </div>
      <FaultList listed={listed} possible={possible} chosen={chosen} onToggle={toggle} />
      <Actions
        breaking={{ editing, faults: picked, options }}
        onAll={() =>
          toggle(
            listed.filter((fault) => possible.has(fault)).map(({ id }) => id),
            true,
          )
        }
        onNone={() => setChosen(new Set())}
      />
    </>
  );
}

/**
 * Where faults are put: at the selection, unless the user turns that off, and in the folders known from the
 * session.
 */
function usePlace() {
  const captures = useInspector((state) => state.captures);
  const selection = useInspector((state) => state.selection)?.range;
  const [isAtSelection, setAtSelection] = useState(true);
  const near = isAtSelection ? selection?.start : undefined;
  const options: FaultOptions = useMemo(
    () => ({ ...listKnownFolders(captures), ...(near !== undefined && { near }) }),
    [captures, near],
  );
  return { options, selection, isAtSelection, setAtSelection };
}

const getSearchText = ({ name, breaks, section, family, answer }: DeliberateFault): string =>
  `${name} ${breaks} ${section} ${family} ${answer}`;

function Box() {
  return <span className="faults-box" aria-hidden="true" />;
}

interface ListProps {
  readonly listed: readonly DeliberateFault[];
  readonly possible: ReadonlySet<DeliberateFault>;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (ids: readonly string[], isChosen: boolean) => void;
}

function FaultList({ listed, possible, chosen, onToggle }: ListProps) {
  return (
    <div className="faults-list" role="region" aria-label="Faults" tabIndex={-1}>
      {listed.length === 0 && <p className="craft-none">No matching faults.</p>}
      {faultFamilies.map((family) => {
        const some = listed.filter((fault) => fault.family === family);
        return (
          some.length > 0 && (
            <section key={family} aria-label={family}>
              <h3 className="faults-family">{family}</h3>
              <ul>
                {some.map((fault) => (
                  <FaultItem
                    key={fault.id}
                    fault={fault}
                    isPossible={possible.has(fault)}
                    isChosen={chosen.has(fault.id) && possible.has(fault)}
                    onChoose={(isChosen) => onToggle([fault.id], isChosen)}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

interface ItemProps {
  readonly fault: DeliberateFault;
  readonly isPossible: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function FaultItem({ fault: { name, breaks, section, answer }, isPossible, isChosen, onChoose }: ItemProps) {
  const details = useId();
  return (
    <li className={isPossible ? "fault" : "fault is-impossible"}>
      <Checkbox
        className="faults-check"
        isSelected={isChosen}
        isDisabled={!isPossible}
        onChange={onChoose}
        aria-describedby={details}
      >
        <Box /> <span className="fault-name">{name}</span>
      </Checkbox>
      <div id={details} className="fault-details">
        <p>
          {breaks} <span className="fault-section">{section}</span>
        </p>
        <p className="fault-answer">
          {isPossible ? `Expected: ${answer}` : "This payload has no place for it."}
        </p>
      </div>
    </li>
  );
}

interface ActionsProps {
  readonly breaking: BreakRequest;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

function Actions({ breaking, onAll, onNone }: ActionsProps) {
  const { editing, faults: picked } = breaking;
  const isNone = picked.length === 0;
  const close = (): void => useInspector.getState().openDialog(undefined);
  const does = (act: (breaking: BreakRequest) => void) => () => {
    close();
    act(breaking);
  };
  const save = (): void => {
    exportBroken(breaking).then(close, (error: unknown) =>
      toast(`The files could not be created: ${String(error)}`),
    );
  };
  return (
    <div className="dialog-actions faults-actions">
      <p className="faults-count" role="status">
        {picked.length} selected
      </p>
      <Button className="button is-small" onPress={onAll}>
        Select all
      </Button>
      <Button className="button is-small" onPress={onNone} isDisabled={isNone}>
        Clear
      </Button>
      <span className="faults-gap" />
      <Button className="button" onPress={save} isDisabled={isNone}>
        Save as files (.zip)
      </Button>
      <Button className="button" onPress={does(openBroken)} isDisabled={isNone}>
        Open as captures
      </Button>
      <Button
        className="button is-primary"
        onPress={does(breakInPage)}
        isDisabled={isNone || editing.isDraft}
      >
        {picked.length > 1 ? "Apply all" : "Apply"}
      </Button>
    </div>
  );
}
