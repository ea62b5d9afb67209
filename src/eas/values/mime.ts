import PostalMime, { type Attachment, type Email, type RawEmail } from "postal-mime";
import { readMimeHeader } from "./mimeHeaders";
import { count, problem, row, shorten, type ValueProblem, type ValueReading, type ValueRow } from "./reading";

function sizeOf({ content }: Attachment): number {
  return typeof content === "string" ? content.length : content.byteLength;
}

function attachmentRow(attachment: Attachment, index: number): ValueRow {
  const { filename, mimeType, disposition, contentId } = attachment;
  const notes = [mimeType, count(sizeOf(attachment), "byte"), disposition ?? "", contentId ?? ""].filter(
    (note) => note !== "",
  );
  return row(
    `Attachment ${index + 1}`,
    `${filename === null ? "(no name)" : shorten(filename, 120)}: ${notes.join(", ")}`,
  );
}

function textRow(label: string, text: string | undefined): ValueRow[] {
  return text === undefined ? [] : [row(label, `${count(text.length, "character")}: ${shorten(text, 200)}`)];
}

/** A signature or an envelope among the parts (RFC 8551 section 3). */
function protectionRows(attachments: readonly Attachment[]): ValueRow[] {
  return attachments
    .filter(({ mimeType }) => /^application\/(?:x-)?pkcs7-(?:mime|signature)$/i.test(mimeType))
    .map(({ mimeType }) => row("S/MIME part", mimeType));
}

function bodyRows({ text, html, subject, attachments }: Email): ValueRow[] {
  return [
    ...(subject === undefined ? [] : [row("Subject, decoded", shorten(subject, 200))]),
    ...textRow("Plain text", text),
    ...(html === undefined ? [] : [row("HTML", count(html.length, "character"))]),
    ...protectionRows(attachments),
    ...attachments.map(attachmentRow),
  ];
}

/** The whole as bytes or as text; a lone surrogate, which no charset has, becomes U+FFFD. */
function rawOf(message: Uint8Array | string): RawEmail {
  return typeof message === "string" ? message.toWellFormed() : message;
}

async function parse(message: Uint8Array | string): Promise<Email | ValueProblem> {
  try {
    return await PostalMime.parse(rawOf(message), { maxNestingDepth: 64, rfc822Attachments: true });
  } catch (error) {
    return problem(
      "mime-unreadable",
      `The parts cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * Reads a MIME message with its parts: decoded subject, text, attachments with type and size. Nothing is
 * executed or loaded. Never rejects: what cannot be read becomes the problem "mime-unreadable" (parts nested
 * too deeply, a header that is too long), and the header is read nevertheless; else the problems are those of
 * `readMimeHeader`.
 */
export async function readMime(message: Uint8Array | string): Promise<ValueReading> {
  const header = readMimeHeader(typeof message === "string" ? { text: message } : { bytes: message });
  const email = await parse(message);
  if ("code" in email) return { ...header, problems: [...header.problems, email] };
  const protection = header.rows.find(({ label }) => label === "Protection")?.value ?? "";
  const attachments = email.attachments.length === 0 ? "" : count(email.attachments.length, "attachment");
  const summary = [shorten(email.subject ?? "no subject"), protection, attachments].filter(
    (part) => part !== "",
  );
  return { ...header, summary: summary.join(", "), rows: [...header.rows, ...bodyRows(email)] };
}

/** A text that stands in a MIME message in some coding, decoded. */
export interface MimeText {
  /** What it is: "Subject", "Plain text", "HTML", "Attachment report.csv" … */
  readonly label: string;
  readonly text: string;
}

const LONGEST_ATTACHED_TEXT = 1 << 20;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** The text of an attachment; `undefined` where it is none in UTF-8, or too long to be looked at. */
function attachedText({ content }: Attachment): string | undefined {
  if (typeof content === "string") return content;
  if (content.byteLength > LONGEST_ATTACHED_TEXT) return undefined;
  try {
    return strictUtf8.decode(content);
  } catch {
    return undefined; // the decoder's way to say that it is no text
  }
}

/**
 * What a person would read in a MIME message, decoded from whatever coding it is in: subject, text, HTML,
 * attachments that are text. `[]` where it can't be read.
 */
export async function readMimeTexts(message: Uint8Array | string): Promise<readonly MimeText[]> {
  const email = await parse(message);
  if ("code" in email) return [];
  const { subject, text, html, from, to = [], cc = [], attachments } = email;
  const people = [...(from === undefined ? [] : [from]), ...to, ...cc].map(
    ({ name, address = "" }) => `${name} <${address}>`,
  );
  return [
    { label: "Subject", text: subject ?? "" },
    { label: "People", text: people.join(", ") },
    { label: "Plain text", text: text ?? "" },
    { label: "HTML", text: html ?? "" },
    ...attachments.map((attachment, index) => {
      const name = attachment.filename ?? `Attachment ${index + 1}`;
      return { label: name, text: `${name}\n${attachedText(attachment) ?? ""}` };
    }),
  ].filter((part) => part.text !== "");
}
