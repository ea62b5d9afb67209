import { type FormEvent, useState } from "react";
import { Button, FieldError, Input, Label, TextField } from "react-aria-components";
import { formatHex } from "../../bytes/hex";
import { useEditing, useInspector } from "../../store/inspector";
import { tokenAt, tokenRange } from "../../wbxml/tokenTable";
import { PageDialog } from "../kit/dialog/PageDialog";
import { parseOffset } from "./offset";

/** Asks for an offset and selects the token at it, with the caret on its byte. */
export default function OffsetDialog() {
  const document = useEditing()?.document;
  const [typed, setTyped] = useState("");
  if (document === undefined) return null;
  const { tokens } = document.tree;
  const last = document.bytes.length - 1;
  const offset = parseOffset(typed);
  const isInside = offset !== undefined && offset <= last;
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (offset === undefined || !isInside) return;
    useInspector.getState().openDialog(undefined);
    useInspector.getState().select(tokenRange(tokens, tokenAt(tokens, offset)), "go", offset);
  };
  return (
    <PageDialog title="Go to an offset">
      <form onSubmit={go}>
        <TextField
          className="field"
          value={typed}
          onChange={setTyped}
          isInvalid={typed !== "" && !isInside}
          autoFocus
          autoComplete="off"
        >
          <Label>
            From 0 to {last} (0x{formatHex(last)}). Decimal, or hexadecimal as 0x1F, 1Fh or 1F.
          </Label>
          <Input />
          <FieldError className="field-error">
            {offset === undefined
              ? "Not a valid offset. Enter a decimal or hexadecimal number."
              : `The payload ends at ${last} (0x${formatHex(last)}).`}
          </FieldError>
        </TextField>
        <div className="dialog-actions">
          <Button className="button is-primary" type="submit" isDisabled={!isInside}>
            Go
          </Button>
        </div>
      </form>
    </PageDialog>
  );
}
