import { useState } from "react";
import { Button } from "react-aria-components";
import type { Reading } from "../../formats/format";
import { type Source, useInspector, useShownSource } from "../../store/inspector";
import { copyText } from "../kit/copyText";
import { PageDialog } from "../kit/dialog/PageDialog";
import { ProblemLines } from "./ProblemLines";
import { MAX_KEPT_TEXT, readTextAgain } from "./readIntoPage";

/** The pasted or typed text that the shown capture was read from, to look at, to edit and to read again. */
export default function InputDialog() {
  const shown = useShownSource();
  const [source] = useState(shown); // reading it again shows another one
  return (
    <PageDialog title="Input" size="wide">
      {source?.pasted?.text === undefined ? (
        <NotKept source={source} />
      ) : (
        <InputText source={source} text={source.pasted.text} />
      )}
    </PageDialog>
  );
}

const format = (number: number): string => number.toLocaleString("en");

function NotKept({ source }: { readonly source: Source | undefined }) {
  if (source?.pasted === undefined)
    return <p className="input-about">What is shown was not pasted or typed.</p>;
  return (
    <p className="input-about">
      This input has {format(source.pasted.length)} characters. Of texts with more than{" "}
      {format(MAX_KEPT_TEXT)}, only what was read from them is kept.
    </p>
  );
}

interface InputTextProps {
  readonly source: Source;
  /** The text as it came. */
  readonly text: string;
}

function InputText({ source, text }: InputTextProps) {
  const [edited, setEdited] = useState(text);
  const [isReading, setReading] = useState(false);
  const [refused, setRefused] = useState<Reading>();
  const readAgain = async (): Promise<void> => {
    setReading(true);
    setRefused(undefined);
    const { refused: before } = useInspector.getState();
    const isOpened = await readTextAgain(edited, source);
    const { refused: after, openDialog } = useInspector.getState();
    if (isOpened) return openDialog(undefined);
    setReading(false);
    if (after !== before) setRefused(after?.reading);
  };
  return (
    <>
      <p className="input-about">
        {source.name}, {format(edited.length)} characters, read as: {source.reading?.summary}
      </p>
      <textarea
        className="input-text"
        aria-label="Text of the input"
        spellCheck={false}
        value={edited}
        onChange={(event) => setEdited(event.target.value)}
      />
      {refused !== undefined && (
        <div className="input-refused" role="alert">
          <ProblemLines problems={refused.problems} />
        </div>
      )}
      <div className="dialog-actions">
        <Button className="button" onPress={() => void copyText("the input", edited)}>
          Copy
        </Button>
        <Button
          className="button is-primary"
          isDisabled={isReading || edited.trim() === ""}
          onPress={() => void readAgain()}
        >
          Read again
        </Button>
      </div>
    </>
  );
}
