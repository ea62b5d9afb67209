import {
  Binary,
  Calendar,
  FileText,
  Globe,
  Hash,
  Image,
  Key,
  List,
  type LucideIcon,
  Mail,
  ShieldCheck,
  Smartphone,
  Type,
} from "lucide-react";
import type { ReactNode } from "react";
import type { ExplainedValue } from "../../assist/explain";
import type { ValueChoices } from "../../assist/valueChoices";
import { toHex } from "../../bytes/hex";
import type { ByteRange } from "../../bytes/range";
import { parsePhoneRecipients } from "../../eas/values/phoneRecipients";
import { formatCount, row, shorten, type ValueReading, type ValueRow } from "../../eas/values/reading";
import { useInspector } from "../../store/inspector";
import { MimeView } from "../body/MimeView";
import { Card, CardRow, type Tone } from "./Card";
import { ValueRowOfChoices } from "./ValueRowOfChoices";

interface Props {
  readonly value: ExplainedValue;
  /** The bytes of the payload. */
  readonly bytes: Uint8Array;
  /** The values that the element can have here, if it has a fixed set of them. */
  readonly choices: ValueChoices | undefined;
  readonly tone: Tone;
}

/** The selected value as what it is: one of several values, a date, recipients, a text, some bytes. */
export function ValueCard({ value, bytes, choices, tone }: Props) {
  const { text, known, reading, mime, range } = value;
  const size = writeSize(value);
  if (choices !== undefined && choices.choices.length > 0 && text !== undefined)
    return <ChoiceCard value={value} choices={choices} tone={tone} />;
  if (mime !== undefined)
    return (
      <Card tone={tone} icon={Mail} title="Mail" aside={size}>
        <MimeView message={mime} />
      </Card>
    );
  if (reading !== undefined) return <ReadingCard value={value} reading={reading} tone={tone} size={size} />;
  if (known !== undefined)
    return (
      <Card tone={tone} icon={List} title={known.value} aside={size}>
        <p>{known.meaning}</p>
      </Card>
    );
  return text === undefined ? (
    <Card tone={tone} icon={Binary} title={size}>
      <p className="card-hex">{writeHead(bytes.subarray(range.start, range.end))}</p>
    </Card>
  ) : (
    <Card
      tone={tone}
      icon={Type}
      title={text === "" ? "Empty" : shorten(text)}
      isWire={text !== ""}
      aside={size}
    />
  );
}

function writeSize({ text, range }: ExplainedValue): string {
  return text === undefined
    ? formatCount(range.end - range.start, "byte")
    : formatCount(Array.from(text).length, "character");
}

const MAX_BYTES = 64;

function writeHead(bytes: Uint8Array): string {
  const more = bytes.length - MAX_BYTES;
  return more > 0 ? `${toHex(bytes.subarray(0, MAX_BYTES))} … and ${more} more` : toHex(bytes);
}

/** A short name for a value: that of its entry, or what its meaning begins with. */
function nameChoice({ known, reading }: ExplainedValue): string | undefined {
  if (known?.name !== undefined) return known.name;
  if (reading !== undefined && reading.problems.length === 0) return reading.summary.replace(/^the /, "");
  const [first = ""] = (known?.meaning ?? "").split(/(?<=[a-z)])[.:;,] ?/);
  return first !== "" && first.length <= 32 ? first.charAt(0).toLowerCase() + first.slice(1) : undefined;
}

interface ChoiceProps {
  readonly value: ExplainedValue;
  readonly choices: ValueChoices;
  readonly tone: Tone;
}

function ChoiceCard({ value, choices, tone }: ChoiceProps) {
  const text = value.text ?? "";
  const index = choices.choices.findIndex((choice) => choice.value === text);
  const current = choices.choices[index];
  const name = nameChoice(value);
  const isWrong = current?.isLegal !== true;
  const classes = current !== undefined && isWrong ? findClasses(choices, index) : undefined;
  return (
    <Card
      tone={isWrong && tone === "neutral" ? "warning" : tone}
      icon={List}
      title={name === undefined ? text : `${text} · ${name}`}
      aside={classes === undefined ? undefined : `${classes} only`}
    >
      <ValueRowOfChoices choices={choices} current={text} />
      <p>
        {current === undefined ? "This is not one of the values that it can have here." : current.meaning}
      </p>
    </Card>
  );
}

function findClasses({ groups }: ValueChoices, index: number): string | undefined {
  let end = 0;
  return groups.find(({ count }) => {
    end += count;
    return index < end;
  })?.classes;
}

const ICONS: Readonly<Record<string, LucideIcon>> = {
  "phone-recipients": Smartphone,
  "sms-body": Smartphone,
  "mail-addresses": Mail,
  "display-names": Mail,
  mime: Mail,
  "time-zone": Globe,
  "sync-key": Key,
  "policy-key": Key,
  picture: Image,
  certificate: ShieldCheck,
  recurrence: Calendar,
  "days-of-week": Calendar,
  "free-busy": Calendar,
  "plain-text": FileText,
  html: FileText,
  rtf: FileText,
};

interface ReadingProps {
  readonly value: ExplainedValue;
  readonly reading: ValueReading;
  readonly tone: Tone;
  readonly size: string;
}

const MAX_TITLE = 40;

function ReadingCard({ value: { text, range }, reading, tone, size }: ReadingProps) {
  const { kind, title, summary, problems } = reading;
  const icon = ICONS[kind] ?? (/date|time/i.test(kind) ? Calendar : Hash);
  const people = kind === "phone-recipients" ? readPeople(text ?? "", title) : undefined;
  const isShort = summary.length <= MAX_TITLE;
  return (
    <Card
      tone={problems.length > 0 && tone === "neutral" ? "warning" : tone}
      icon={icon}
      title={people?.title ?? (isShort ? summary : title)}
      aside={size}
    >
      {people === undefined && !isShort && <p>{summary}</p>}
      {(people?.rows ?? reading.rows).map(({ label, value, range: inside }, index) => (
        <CardRow key={index} label={label}>
          {inside === undefined ? (
            value
          ) : (
            <RangeLink range={{ start: range.start + inside.start, end: range.start + inside.end }}>
              {value}
            </RangeLink>
          )}
        </CardRow>
      ))}
      {problems.map(({ code, message }, index) => (
        <p key={`${code} ${index}`} className="input-problem is-warning">
          {message}
        </p>
      ))}
    </Card>
  );
}

/** The people of an SMS: how many, and of one the number and the name. */
function readPeople(
  text: string,
  title: string,
): { readonly title: string; readonly rows: readonly ValueRow[] | undefined } {
  const { recipients } = parsePhoneRecipients(text);
  const [only, ...others] = recipients;
  const count = title === "Sender" ? title : formatCount(recipients.length, "recipient");
  if (only === undefined || others.length > 0) return { title: count, rows: undefined };
  const { number, name } = only;
  const told = name === number ? `“${name}”, the number itself` : `“${name ?? ""}”`;
  return {
    title: count,
    rows: [row("Number", number), ...(name === undefined ? [] : [row("Name", told)])],
  };
}

/** Part of a value, as a link to its own bytes. */
function RangeLink({ range, children }: { readonly range: ByteRange; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => useInspector.getState().select(range, "explain")}
    >
      {children}
    </button>
  );
}
