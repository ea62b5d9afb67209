import { useState } from "react";
import { Button, Checkbox, Label, ListBox, ListBoxItem, Radio, RadioGroup } from "react-aria-components";
import { type FormStart, startText } from "../../share/forms";
import { type HttpOptions, readRequestValues } from "../../share/httpMessage";
import { useCurrent, useEditing, useInspector } from "../../store/inspector";
import { nameShownFile, readContext } from "../context/easFacts";
import { PageDialog } from "../kit/dialog/PageDialog";
import { describeCopy } from "./describeCopy";
import { type ExportForm, type ExportSubject, exportForms, listBlanks, readFacts } from "./exportForms";
import { readExportedForm, rememberExportedForm } from "./lastForms";
import { ResendForm } from "./ResendForm";
import { copyOut, formatMegabytes, saveOut } from "./writeOut";
import "./export.css";

const MAX_SHOWN = 64_000;

/** Ways to export the payload: chosen on the left, previewed on the right, then copied or saved. */
export default function ExportDialog() {
  const editing = useEditing();
  const open = useCurrent();
  const [chosen, setChosen] = useState<HttpOptions>({ query: "captured", credentials: false });
  const values = useInspector((state) => state.resend);
  const choices = { ...chosen, values };
  const isResponse = readContext(open).direction === "response";
  const forms = exportForms.filter(({ isRequest }) => !(isRequest && isResponse));
  const [id, setId] = useState(readExportedForm);
  const [isAsking, setAsking] = useState(() => values !== undefined && Object.keys(values).length === 0);
  const choose = (key: string): void => {
    setAsking(false);
    rememberExportedForm(key);
    setId(key);
  };
  const wanted = exportForms.find((one) => one.id === id);
  const form = forms.find((one) => one.id === id) ?? forms[0];
  if (editing === undefined || form === undefined) return null;
  const subject: ExportSubject = { editing, open };
  return (
    <PageDialog title="Export" size="wide">
      <div className="export">
        <ListBox
          className="export-forms"
          aria-label="Format"
          selectionMode="single"
          disallowEmptySelection
          selectionBehavior="replace"
          selectedKeys={[form.id]}
          onSelectionChange={(keys) => keys !== "all" && choose(String([...keys][0] ?? ""))}
          autoFocus={!isAsking}
        >
          {forms.map(({ id: key, title, use }) => (
            <ListBoxItem key={key} id={key} className="export-form" textValue={title}>
              <span>{title}</span>
              <span className="menu-hint">{use}</span>
            </ListBoxItem>
          ))}
        </ListBox>
        <div className="export-shown">
          {form.isHttp && <Choices choices={chosen} isRequest={!isResponse} onChange={setChosen} />}
          {form.isHttp && !isResponse && (
            <ResendForm
              known={readRequestValues(readFacts(open))}
              blanks={listBlanks(subject, choices)}
              isAsking={isAsking}
            />
          )}
          {wanted?.isRequest === true && isResponse && (
            <p className="export-note">{wanted.title} sends requests, and this is a response.</p>
          )}
          <Preview form={form} subject={subject} choices={choices} />
        </div>
      </div>
    </PageDialog>
  );
}

interface ChoicesProps {
  readonly choices: HttpOptions;
  readonly isRequest: boolean;
  readonly onChange: (choices: HttpOptions) => void;
}

function Choices({ choices, isRequest, onChange }: ChoicesProps) {
  return (
    <div className="export-choices">
      {isRequest && (
        <RadioGroup
          className="choices"
          orientation="horizontal"
          value={choices.query}
          onChange={(query) =>
            onChange({ ...choices, query: query === "plain" || query === "base64" ? query : "captured" })
          }
        >
          <Label>Query</Label>
          <Radio value="captured">As captured</Radio>
          <Radio value="plain">Plain</Radio>
          <Radio value="base64">Base64</Radio>
        </RadioGroup>
      )}
      <Checkbox
        className="check"
        isSelected={choices.credentials}
        onChange={(credentials) => onChange({ ...choices, credentials })}
      >
        Include captured credentials
      </Checkbox>
    </div>
  );
}

function Preview({
  form,
  subject,
  choices,
}: {
  readonly form: ExportForm;
  readonly subject: ExportSubject;
  readonly choices: HttpOptions;
}) {
  const { document } = subject.editing;
  const text = form.text(subject, choices);
  const start = startText({ bytes: document.bytes, document: () => document }, text, MAX_SHOWN);
  const what = describeCopy(subject.editing, form);
  const out = { what, title: form.title, document, name: `${nameShownFile()}.${form.extension}` };
  const file = form.file?.(subject, choices) ?? text;
  return (
    <>
      <pre className="export-preview" aria-label={`Preview of ${form.title}`} tabIndex={0} role="region">
        {start.text}
        {!start.isWhole && `\n… ${describeRest(start)}`}
      </pre>
      <div className="dialog-actions">
        <Button className="button" onPress={() => void copyOut({ ...out, form: text })}>
          Copy
        </Button>
        <Button className="button is-primary" onPress={() => void saveOut({ ...out, form: file })}>
          Save as file
        </Button>
      </div>
    </>
  );
}

function describeRest({ length }: FormStart): string {
  return length === undefined
    ? "This is only the start; a file has all of it."
    : `${formatMegabytes(length)} in all`;
}
