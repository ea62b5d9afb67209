import { RotateCcw } from "lucide-react";
import { useId } from "react";
import { Input, Label, Text, TextField } from "react-aria-components";
import { isPolicyKey, type RequestValues } from "../../share/httpMessage";
import { useInspector } from "../../store/inspector";
import { IconButton } from "../kit/IconButton";

type FieldName = keyof RequestValues;

interface Field {
  readonly name: FieldName;
  readonly title: string;
  /** What it can look like. */
  readonly example: string;
}

const FIELDS: readonly Field[] = [
  { name: "host", title: "Host", example: "mail.example.com" },
  { name: "user", title: "User", example: "user@example.com" },
  { name: "deviceId", title: "Device ID", example: "TESTDEVICE0001" },
  { name: "deviceType", title: "Device type", example: "TestClient" },
  { name: "policyKey", title: "Policy key", example: "0" },
];

interface Props {
  /** What the capture says. */
  readonly known: RequestValues;
  /** The names of the fields that have no value yet. */
  readonly blanks: readonly string[];
  /** Whether the dialog was opened to ask for these: then the first blank takes the focus. */
  readonly isAsking: boolean;
}

/**
 * What a request is sent with: prefilled with what the capture says, changed by the user for all exports of
 * this tab. A password is not asked for.
 */
export function ResendForm({ known, blanks, isAsking }: Props) {
  const heading = useId();
  const first = isAsking ? FIELDS.find(({ name }) => blanks.includes(name)) : undefined;
  return (
    <div className="resend" role="group" aria-labelledby={heading}>
      <h3 id={heading}>Send as</h3>
      <div className="resend-fields">
        {FIELDS.map((field) => (
          <ResendField
            key={field.name}
            field={field}
            captured={known[field.name]}
            isBlank={blanks.includes(field.name)}
            isFocused={field === first}
          />
        ))}
      </div>
      <p className="export-note">
        Kept for this tab, and used by all forms that send a request.
        {blanks.includes("credentials") &&
          " The text has a place for the password: fill it in before sending."}
      </p>
    </div>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly captured: string | undefined;
  readonly isBlank: boolean;
  readonly isFocused: boolean;
}

function ResendField({ field: { name, title, example }, captured, isBlank, isFocused }: FieldProps) {
  const own = useInspector(({ resend }) => resend?.[name]);
  const set = (value: string | undefined): void =>
    useInspector.setState(({ resend }) => ({ resend: { ...resend, [name]: value } }));
  const isWrong = name === "policyKey" && (own ?? "") !== "" && !isPolicyKey(own ?? "");
  return (
    <TextField
      className="resend-field"
      value={own ?? captured ?? ""}
      onChange={set}
      isInvalid={isWrong}
      autoComplete="off"
      autoFocus={isFocused}
    >
      <Label>{title}</Label>
      <Input placeholder={example} spellCheck={false} />
      <Text slot="description" className={isWrong ? "resend-from is-wrong" : "resend-from"}>
        {isWrong ? "A number up to 4294967295" : describeOrigin(own, captured, isBlank)}
      </Text>
      {own !== undefined && captured !== undefined && own !== captured ? (
        <IconButton icon={RotateCcw} label={`Use ${captured}, as captured`} onPress={() => set(undefined)} />
      ) : (
        <span />
      )}
    </TextField>
  );
}

/** Where the value of a field is from, in a few words. */
function describeOrigin(own: string | undefined, captured: string | undefined, isBlank: boolean): string {
  if (own !== undefined && own.trim() !== "") return own === captured ? "as captured" : "set by you";
  if (captured !== undefined) return "as captured";
  return isBlank ? "fill in" : "not needed";
}
