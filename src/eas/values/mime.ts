import PostalMime, { type Attachment, type Email, type RawEmail } from "postal-mime";
import { readMimeHeader } from "./mimeHeaders";
import {
  formatCount,
  problem,
  row,
  shorten,
  type ValueProblem,
  type ValueReading,
  type ValueRow,
} from "./reading";

function measureContent({ content }: Attachment): number {
  return typeof content === "string" ? content.length : content.byteLength;
}

function describeAttachment(attachment: Attachment, index: number): ValueRow {
  const { filename, mimeType, disposition, contentId } = attachment;
  const notes = [mimeType, formatCount(measureContent(attachment), "byte"), disposition, contentId].filter(
    Boolean,
  );
  return row(
    `Attachment ${index + 1}`,
    `${filename === null ? "(no name)" : shorten(filename, 120)}: ${notes.join(", ")}`,
  );
}

function listTextRows(label: string, text: string | undefined): ValueRow[] {
  return text === undefined
    ? []
    : [row(label, `${formatCount(text.length, "character")}: ${shorten(text, 200)}`)];
}

/** Lists the signatures and encrypted parts (RFC 8551 section 3). */
function listProtectionRows(attachments: readonly Attachment[]): ValueRow[] {
  return attachments
    .filter(({ mimeType }) => /^application\/(?:x-)?pkcs7-(?:mime|signature)$/i.test(mimeType))
    .map(({ mimeType }) => row("S/MIME part", mimeType));
}

function listBodyRows({ text, html, subject, attachments }: Email): ValueRow[] {
  return [
    ...(subject === undefined ? [] : [row("Subject, decoded", shorten(subject, 200))]),
    ...listTextRows("Plain text", text),
    ...(html === undefined ? [] : [row("HTML", formatCount(html.length, "character"))]),
    ...listProtectionRows(attachments),
    ...attachments.map(describeAttachment),
  ];
}

/** Prepares a message for the parser; a lone surrogate, which no charset can encode, becomes U+FFFD. */
function toRawEmail(message: Uint8Array | string): RawEmail {
  return typeof message === "string" ? message.toWellFormed() : message;
}

async function parseEmail(message: Uint8Array | string): Promise<Email | ValueProblem> {
  try {
    return await PostalMime.parse(toRawEmail(message), { maxNestingDepth: 64, rfc822Attachments: true });
  } catch (error) {
    return problem(
      "mime-unreadable",
      `The parts can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * Reads a MIME message with its parts: decoded subject, text, attachments with type and size. Executes and
 * loads nothing. Never rejects: if the parts cannot be read (nested too deeply, or a header that is too
 * long), the problem is "mime-unreadable" and the header is read anyway; otherwise the problems are those of
 * `readMimeHeader`.
 */
export async function readMime(message: Uint8Array | string): Promise<ValueReading> {
  const header = readMimeHeader(typeof message === "string" ? { text: message } : { bytes: message });
  const email = await parseEmail(message);
  if ("code" in email) return { ...header, problems: [...header.problems, email] };
  const protection = header.rows.find(({ label }) => label === "Protection")?.value ?? "";
  const attachments =
    email.attachments.length === 0 ? "" : formatCount(email.attachments.length, "attachment");
  const summary = [shorten(email.subject ?? "no subject"), protection, attachments].filter(
    (part) => part !== "",
  );
  return { ...header, summary: summary.join(", "), rows: [...header.rows, ...listBodyRows(email)] };
}

/** A decoded text from a MIME message. */
export interface MimeText {
  /** What the text is: "Subject", "Plain text", "HTML", "Attachment report.csv" … */
  readonly label: string;
  readonly text: string;
}

const MAX_ATTACHED_TEXT = 1 << 20;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** Decodes the text of an attachment; `undefined` if it is not UTF-8, or too long. */
function decodeAttachment({ content }: Attachment): string | undefined {
  if (typeof content === "string") return content;
  if (content.byteLength > MAX_ATTACHED_TEXT) return undefined;
  try {
    return strictUtf8.decode(content);
  } catch {
    return undefined; // the decoder throws if this is not text
  }
}

/**
 * The readable texts of a MIME message, decoded: subject, text, HTML, and attachments that are text. `[]` if
 * it cannot be read.
 */
export async function readMimeTexts(message: Uint8Array | string): Promise<readonly MimeText[]> {
  const email = await parseEmail(message);
  if ("code" in email) return [];
  const { subject = "", text = "", html = "", from, to = [], cc = [], attachments } = email;
  const people = [...(from === undefined ? [] : [from]), ...to, ...cc].map(
    ({ name, address = "" }) => `${name} <${address}>`,
  );
  return [
    { label: "Subject", text: subject },
    { label: "People", text: people.join(", ") },
    { label: "Plain text", text },
    { label: "HTML", text: html },
    ...attachments.map((attachment, index) => {
      const name = attachment.filename ?? `Attachment ${index + 1}`;
      return { label: name, text: `${name}\n${decodeAttachment(attachment) ?? ""}` };
    }),
  ].filter((part) => part.text !== "");
}
