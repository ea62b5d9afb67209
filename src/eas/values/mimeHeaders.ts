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

/** A header field (RFC 5322 section 2.2), unfolded; encoded words are left as they are. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
  readonly text: TextRange;
}

/** The header of a MIME message, and where its body begins. */
export interface MimeHeader {
  readonly fields: readonly HeaderField[];
  readonly bodyFrom: number;
  /**
   * "mime-header-line" (no field name and colon), "mime-no-header" (the text does not begin with a header).
   */
  readonly problems: readonly ValueProblem[];
}

/** How far a header is searched for. */
const LONGEST_HEADER = 1_000_000;

/**
 * A message's text: inline, or the bytes of an OPAQUE one character a byte, so that offsets in the text are
 * offsets in the bytes.
 */
export function messageText({ text, bytes }: ValueContent): string {
  if (text !== undefined || bytes === undefined) return text ?? "";
  const parts: string[] = [];
  const end = Math.min(bytes.length, LONGEST_HEADER);
  for (let at = 0; at < end; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 8192))));
  return parts.join("");
}

/** Reads the fields up to the first empty line. Total. */
export function parseMimeHeader(text: string): MimeHeader {
  const blank = /^\r?\n|\r?\n\r?\n/.exec(text.slice(0, LONGEST_HEADER));
  const end = blank?.index ?? Math.min(text.length, LONGEST_HEADER);
  const fields: HeaderField[] = [];
  const problems: ValueProblem[] = [];
  for (const { 0: folded, index } of text.slice(0, end).matchAll(/[^\r\n]+(?:\r?\n[ \t][^\r\n]*)*/g)) {
    const range = { from: index, to: index + folded.length };
    const match = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/s.exec(folded);
    if (match !== null)
      fields.push({
        name: match[1] ?? "",
        value: (match[2] ?? "").replace(/\r?\n/g, "").trim(),
        text: range,
      });
    else if (problems.length === 0)
      problems.push(
        problem("mime-header-line", "This line of the header has no name and colon.", { text: range }),
      );
  }
  if (fields.length === 0)
    problems.push(
      problem(
        "mime-no-header",
        "A MIME message begins with its header.",
        atText(0, Math.min(text.length, 80)),
      ),
    );
  return { fields, bodyFrom: end + (blank?.[0].length ?? 0), problems };
}

const SHOWN = new Set([
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

/**
 * What a Content-Type says of signing and encryption (RFC 8551 section 3, RFC 1847); "" where it says
 * nothing.
 */
export function smimeText(contentType: string): string {
  const type = contentType.toLowerCase();
  const smimeType = /smime-type\s*=\s*"?([a-z-]+)/.exec(type)?.[1];
  if (/^application\/(?:x-)?pkcs7-mime/.test(type)) {
    if (smimeType === "signed-data") return "S/MIME, signed, the text inside the signature";
    return smimeType === "enveloped-data" || smimeType === "authenveloped-data"
      ? "S/MIME, encrypted"
      : `S/MIME, ${smimeType ?? "kind not told"}`;
  }
  if (type.startsWith("multipart/signed"))
    return /pkcs7-signature/.test(type)
      ? "S/MIME, signed, the text readable beside the signature"
      : "signed (not S/MIME)";
  if (type.startsWith("multipart/encrypted")) return "encrypted (not S/MIME)";
  return "";
}

/** The value of a field by its name in any case; "" where there is none. */
function valueOf(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name.toLowerCase() === name)?.value ?? "";
}

function place({ text }: HeaderField, content: ValueContent): Pick<ValueRow, "range" | "text"> {
  return content.text === undefined ? { range: { start: text.from, end: text.to } } : { text };
}

/**
 * Reads the header of a MIME message at once, without its parts (`readMime` reads those): the main fields at
 * their places, S/MIME noted. Problems: "mime-header-line", "mime-no-header".
 */
export function readMimeHeader(content: ValueContent): ValueReading {
  const { fields, bodyFrom, problems } = parseMimeHeader(messageText(content));
  const type = valueOf(fields, "content-type");
  const smime = smimeText(type);
  const rows = fields
    .filter(({ name }) => SHOWN.has(name.toLowerCase()))
    .map((field) => row(field.name, shorten(field.value, 200), place(field, content)));
  if (smime !== "") rows.push(row("Protection", smime));
  rows.push(row("Header", `${fields.length} fields, ${bodyFrom} characters`));
  const subject = valueOf(fields, "subject");
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
