import { type FormEvent, type KeyboardEvent, useMemo, useState } from "react";
import { Button, Label, ListBox, ListBoxItem, TextArea, TextField } from "react-aria-components";
import type { LinkedDocument } from "../../../document/open";
import { formatCompactDate, formatDateTime } from "../../../eas/values/dateTime";
import { useCurrent } from "../../../store/inspector";
import { readContext } from "../../context/easFacts";
import { setSelectedValue } from "../treeActions";
import { AddRecipient } from "./AddRecipient";
import { BytesForms } from "./BytesForms";
import { limitsText, type ValueFacts, valueFacts } from "./facts";
import { type BytesForm, readBytes, writeBytes } from "./typedBytes";
import "./valueEditors.css";

/** The node whose value is edited. */
export interface ValueEditorProps {
  readonly document: LinkedDocument;
  readonly node: number;
  readonly onDone: () => void;
}

function useValueFacts(document: LinkedDocument, node: number): ValueFacts {
  const open = useCurrent();
  return useMemo(() => valueFacts(document, node, readContext(open)), [document, node, open]);
}

/**
 * Edits the value of a node, with what helps for its type: the allowed values, the current time, recipients,
 * bytes.
 */
export default function ValueEditor({ document, node, onDone }: ValueEditorProps) {
  const facts = useValueFacts(document, node);
  const draft = useValueDraft(facts, onDone);
  const { form, typed, isReadable } = draft;
  return (
    <form className="value-editor" onSubmit={draft.submit}>
      <ValueField facts={facts} draft={draft} />
      {form !== undefined && (
        <BytesForms form={form} length={draft.bytes?.length} onForm={draft.changeForm} />
      )}
      {form === undefined && <ValueRemarks facts={facts} typed={typed} />}
      <Helps facts={facts} typed={typed} onTyped={draft.setTyped} />
      {facts.choices.length > 0 && form === undefined && (
        <Choices facts={facts} typed={typed} onChoose={draft.accept} />
      )}
      <div className="dialog-actions">
        <span className="menu-hint value-keys">
          Enter to accept, Shift Enter for a new line, Escape to cancel
        </span>
        <Button className="button is-primary is-small" type="submit" isDisabled={!isReadable}>
          Accept
        </Button>
      </div>
    </form>
  );
}

/** What the user has typed for a value, and how it becomes the value. */
interface ValueDraft {
  /** How bytes are typed; `undefined` for a value that is text. */
  readonly form: BytesForm | undefined;
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** The bytes that the text stands for; `undefined` for text, and if it can't be read. */
  readonly bytes: Uint8Array | undefined;
  readonly isReadable: boolean;
  readonly changeForm: (form: BytesForm) => void;
  readonly accept: (value: string | Uint8Array) => void;
  readonly submit: (event?: FormEvent) => void;
}

function useValueDraft(facts: ValueFacts, onDone: () => void): ValueDraft {
  const [form, setForm] = useState<BytesForm | undefined>(startForm(facts));
  const [typed, setTyped] = useState(
    form === undefined ? (facts.text ?? "") : (writeBytes(facts.bytes ?? new Uint8Array(), form) ?? ""),
  );
  const bytes = form === undefined ? undefined : readBytes(typed, form);
  const isReadable = form === undefined || bytes !== undefined;
  const accept = (value: string | Uint8Array): void => {
    if (setSelectedValue(value)) onDone();
  };
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (form === undefined) accept(typed);
    else if (bytes !== undefined) accept(bytes);
  };
  const changeForm = (next: BytesForm): void => {
    const written = bytes && writeBytes(bytes, next);
    if (written === undefined) return;
    setForm(next);
    setTyped(written);
  };
  return { form, typed, setTyped, bytes, isReadable, changeForm, accept, submit };
}

interface ValueFieldProps {
  readonly facts: ValueFacts;
  readonly draft: ValueDraft;
}

function ValueField({ facts, draft: { typed, setTyped, isReadable, submit } }: ValueFieldProps) {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <TextField className="field" value={typed} onChange={setTyped} autoFocus isInvalid={!isReadable}>
      <Label>
        {facts.name}
        <span className="menu-hint">
          {" "}
          {[facts.dataType, limitsText(facts.limits)].filter(Boolean).join(" · ")}
        </span>
      </Label>
      <TextArea
        className="value-text"
        rows={Math.min(8, typed.split("\n").length + Math.floor(typed.length / 60))}
        spellCheck={false}
        onKeyDown={onKey}
        onFocus={(event) => event.currentTarget.select()}
      />
    </TextField>
  );
}

function startForm({ bytes }: ValueFacts): BytesForm | undefined {
  if (bytes === undefined) return undefined;
  return writeBytes(bytes, "text") === undefined ? "hex" : "text";
}

/**
 * What the typed text means, and what is wrong with it. It is never refused, because test payloads are wrong
 * on purpose.
 */
function ValueRemarks({ facts, typed }: { readonly facts: ValueFacts; readonly typed: string }) {
  const { summary, problems } = facts.read(typed);
  return (
    <p className="value-told" role="status">
      {summary}
      {problems.map((problem) => (
        <span key={problem} className="value-problem">
          {problem}
        </span>
      ))}
    </p>
  );
}

function Helps({
  facts,
  typed,
  onTyped,
}: {
  readonly facts: ValueFacts;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
}) {
  if (facts.dataType === "dateTime" || facts.dataType === "compactDateTime") {
    const now = (): void =>
      onTyped(facts.dataType === "dateTime" ? formatDateTime(Date.now()) : formatCompactDate(Date.now()));
    return (
      <Button className="button is-small" onPress={now}>
        Now
      </Button>
    );
  }
  return facts.dataType === "phoneNumber" || /MOBILE:/.test(facts.text ?? "") ? (
    <AddRecipient typed={typed} onTyped={onTyped} />
  ) : null;
}

interface ChoicesProps {
  readonly facts: ValueFacts;
  readonly typed: string;
  readonly onChoose: (value: string) => void;
}

function Choices({ facts, typed, onChoose }: ChoicesProps) {
  return (
    <ListBox
      className="value-choices"
      aria-label="Values"
      selectionMode="single"
      selectedKeys={[typed]}
      onSelectionChange={(keys) => onChoose(keys === "all" ? typed : String([...keys][0] ?? typed))}
    >
      {facts.choices.map(({ value, meaning }) => (
        <ListBoxItem key={value} id={value} className="menu-item" textValue={value}>
          <span>{value}</span>
          <span className="menu-hint">{meaning}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
