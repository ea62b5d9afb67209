import { Label, Radio, RadioGroup } from "react-aria-components";
import { formatCount } from "../../../eas/values/reading";
import type { BytesForm } from "./typedBytes";

interface Props {
  readonly form: BytesForm;
  /** The number of bytes typed; `undefined` if the text is not valid in the form. */
  readonly length: number | undefined;
  readonly onForm: (form: BytesForm) => void;
}

/** The form in which opaque data is typed. */
export function BytesForms({ form, length, onForm }: Props) {
  return (
    <RadioGroup
      className="choices"
      orientation="horizontal"
      value={form}
      onChange={(next) => onForm(next === "hex" || next === "base64" ? next : "text")}
    >
      <Label>{length === undefined ? `Not ${form}` : `${formatCount(length, "byte")} as`}</Label>
      <Radio value="text">text</Radio>
      <Radio value="hex">hex</Radio>
      <Radio value="base64">base64</Radio>
    </RadioGroup>
  );
}
