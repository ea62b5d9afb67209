import { decodeLatin1 } from "../../bytes/latin1";
import type { TextRange } from "../../bytes/range";
import {
  atText,
  problem,
  row,
  shorten,
  type ValueContent,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

/** A header field (RFC 5322 section 2.2), unfolded; encoded words are not decoded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
  readonly text: TextRange;
}

/** The header of a MIME message, and where its body starts. */
export interface MimeHeader {
  readonly fields: readonly HeaderField[];
  readonly bodyFrom: number;
  /**
   * "mime-header-line" (no field name and colon), "mime-no-header" (the text does not start with a header).
   */
  readonly problems: readonly ValueProblem[];
}

/** The maximum length of a header. */
const MAX_HEADER_LENGTH = 1_000_000;

/**
 * The text of a message: inline, or one character per byte of an OPAQUE, so that text offsets are byte
 * offsets.
 */
function readMessageText({ text, bytes = new Uint8Array() }: ValueContent): string {
  return text ?? decodeLatin1(bytes.subarray(0, MAX_HEADER_LENGTH));
}

/** Parses the fields up to the first empty line. Total. */
export function parseMimeHeader(text: string): MimeHeader {
  const blank = /^\r?\n|\r?\n\r?\n/.exec(text.slice(0, MAX_HEADER_LENGTH));
  const end = blank?.index ?? Math.min(text.length, MAX_HEADER_LENGTH);
  const fields: HeaderField[] = [];
  const problems: ValueProblem[] = [];
  for (const { 0: folded, index } of text.slice(0, end).matchAll(/[^\r\n]+(?:\r?\n[ \t][^\r\n]*)*/g)) {
    const range = { from: index, to: index + folded.length };
    const [, name, value = ""] = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/s.exec(folded) ?? [];
    if (name !== undefined)
      fields.push({
        name,
        value: value.replace(/\r?\n/g, "").trim(),
        text: range,
      });
    else if (problems.length === 0)
      problems.push(
        problem("mime-header-line", "The header line has no name followed by a colon.", { text: range }),
      );
  }
  if (fields.length === 0)
    problems.push(
      problem(
        "mime-no-header",
        "A MIME message must start with a header.",
        atText(0, Math.min(text.length, 80)),
      ),
    );
  return { fields, bodyFrom: end + (blank?.[0].length ?? 0), problems };
}

const SHOWN_FIELDS = new Set([
  "from",
  "sender",
  "to",
  "cc",
  "bcc",
  "subject",
  "date",
  "message-id",
  "in-reply-to",
  "content-type",
  "content-transfer-encoding",
  "x-ms-has-attach",
]);

/** What a Content-Type says about signing and encryption (RFC 8551 section 3, RFC 1847); "" if nothing. */
export function describeSmime(contentType: string): string {
  const type = contentType.toLowerCase();
  const smimeType = /smime-type\s*=\s*"?([a-z-]+)/.exec(type)?.[1];
  if (/^application\/(?:x-)?pkcs7-mime/.test(type)) {
    if (smimeType === "signed-data") return "S/MIME, signed, with the text inside the signature";
    return smimeType === "enveloped-data" || smimeType === "authenveloped-data"
      ? "S/MIME, encrypted"
      : `S/MIME, ${smimeType ?? "unknown kind"}`;
  }
  if (type.startsWith("multipart/signed"))
    return /pkcs7-signature/.test(type)
      ? "S/MIME, signed, with readable text next to the signature"
      : "signed (not S/MIME)";
  if (type.startsWith("multipart/encrypted")) return "encrypted (not S/MIME)";
  return "";
}

/** The value of a field, ignoring case; "" if there is none. */
function findFieldValue(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name.toLowerCase() === name)?.value ?? "";
}

function locateField({ text }: HeaderField, content: ValueContent): Pick<ValueRow, "range" | "text"> {
  return content.text === undefined ? { range: { start: text.from, end: text.to } } : { text };
}

/**
 * Reads just the header of a MIME message, without its parts (see `readMime`): the main fields with their
 * places, and whether it is S/MIME. Problems: "mime-header-line", "mime-no-header".
 */
export function readMimeHeader(content: ValueContent): ValueReading {
  const { fields, bodyFrom, problems } = parseMimeHeader(readMessageText(content));
  const type = findFieldValue(fields, "content-type");
  const smime = describeSmime(type);
  const rows = fields
    .filter(({ name }) => SHOWN_FIELDS.has(name.toLowerCase()))
    .map((field) => row(field.name, shorten(field.value, 200), locateField(field, content)));
  if (smime !== "") rows.push(row("Protection", smime));
  rows.push(row("Header", `${fields.length} fields, ${bodyFrom} characters`));
  const subject = findFieldValue(fields, "subject");
  const summary = [
    shorten(subject === "" ? "no subject" : subject),
    smime === "" ? shorten(type.split(";")[0] ?? "") : smime,
  ].filter((part) => part !== "");
  const found =
    content.text === undefined
      ? problems.map(({ text, ...rest }) =>
          text === undefined ? rest : { ...rest, range: { start: text.from, end: text.to } },
        )
      : problems;
  return { kind: "mime", title: "MIME message", summary: summary.join(", "), rows, problems: found };
}
