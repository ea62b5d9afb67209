import { useState } from "react";
import { Button, Input, Label, TextField } from "react-aria-components";
import { writePhoneRecipients } from "../../../eas/values/phoneRecipients";

/** Adds a phone recipient to the typed text, in the form that MS-ASMS 2.2.2.1.10 defines. */
export function AddRecipient({
  typed,
  onTyped,
}: {
  readonly typed: string;
  readonly onTyped: (text: string) => void;
}) {
  const [name, setName] = useState("");
  const [number, setNumber] = useState("");
  const written =
    number.trim() === ""
      ? undefined
      : writePhoneRecipients([{ name: name === "" ? undefined : name, number: number.trim() }]);
  const add = (): void => {
    if (written === undefined) return;
    onTyped(typed.trim() === "" ? written : `${typed}, ${written}`);
    setName("");
    setNumber("");
  };
  return (
    <div className="value-recipient" role="group" aria-label="Add a recipient">
      <TextField className="field" value={name} onChange={setName}>
        <Label>Name</Label>
        <Input />
      </TextField>
      <TextField className="field" value={number} onChange={setNumber}>
        <Label>Number</Label>
        <Input placeholder="+14255550100" inputMode="tel" />
      </TextField>
      <Button className="button is-small" isDisabled={written === undefined} onPress={add}>
        Add
      </Button>
    </div>
  );
}
