import { toUnshared } from "../bytes/unshared";
import { excerpt, fragmentXml } from "../document/edits/excerpt";
import { writeFirstLines } from "../document/notation/lines";
import type { LinkedDocument } from "../document/open";
import { copyForms } from "../formats/write/copyForms";
import { writeZip } from "../formats/write/zip";
import { nodeBytes } from "../wbxml/tokenTable";
import { formatCurlCommand, formatPowerShellCommand } from "./commandLines";
import { startDocumentJson, writeDocumentJson } from "./documentJson";
import { buildHttpMessage, encodeHttpMessage, type HttpOptions, type MessageFacts } from "./httpMessage";

/** A command that sends the payload: what is known about its message, and how to write it. */
interface CommandForm {
  readonly kind: "curl" | "powershell";
  readonly facts: Omit<MessageFacts, "body">;
  readonly options: HttpOptions;
}

/** A form that is text: of the whole payload, or of one of its nodes. */
export type TextForm =
  /** A text that is known already. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "xml" | "json"; readonly node?: number }
  /** One of the forms to copy; `isExcerpt` makes the node a complete payload first. */
  | { readonly kind: "copy"; readonly id: string; readonly node?: number; readonly isExcerpt?: boolean }
  | CommandForm;

/** A form that a payload can be saved in. It can be sent from one thread to another. */
export type FileForm =
  | TextForm
  | (Omit<CommandForm, "kind"> & { readonly kind: "http" })
  /** `xml` is the XML of the payload, if it is known already. */
  | { readonly kind: "vector"; readonly description: string; readonly xml?: string };

/** A payload to write: its bytes, and its document, which is only asked for by the forms that need it. */
export interface WrittenPayload {
  readonly bytes: Uint8Array;
  readonly document: () => LinkedDocument;
}

/** A text would be longer than is allowed. */
export class TextTooLong extends Error {
  override readonly name = "TextTooLong";
}

/** Writes a payload as text, piece by piece. */
export function* writeText(payload: WrittenPayload, form: TextForm): Generator<string, void> {
  switch (form.kind) {
    case "text":
      return yield form.text;
    case "xml":
      return yield form.node === undefined
        ? payload.document().xml
        : fragmentXml(payload.document(), form.node);
    case "json":
      return yield* writeDocumentJson(payload.document(), form.node);
    case "copy": {
      const known = copyForms.find(({ id }) => id === form.id);
      if (known === undefined) throw new Error(`there is no form ${form.id}`);
      return yield* known.writePieces(selectBytes(payload, form));
    }
    default:
      return yield writeCommand(form, payload.bytes);
  }
}

function selectBytes(
  { bytes, document }: WrittenPayload,
  { node, isExcerpt }: Extract<TextForm, { readonly kind: "copy" }>,
): Uint8Array {
  if (node === undefined) return bytes;
  return isExcerpt ? excerpt(document(), node) : nodeBytes(document().tree.tokens, node);
}

function writeCommand({ kind, facts, options }: CommandForm, body: Uint8Array): string {
  const message = buildHttpMessage({ ...facts, body }, options);
  return kind === "curl" ? formatCurlCommand(message) : formatPowerShellCommand(message);
}

/**
 * Writes a payload as a file. Rejects with `TextTooLong` as soon as its text has more than `longest`
 * characters.
 */
export async function writeFile(
  payload: WrittenPayload,
  form: FileForm,
  longest: number = Number.POSITIVE_INFINITY,
): Promise<Blob> {
  if (form.kind === "vector") return writeVector(payload, form);
  if (form.kind !== "http") return collectText(writeText(payload, form), longest);
  const { bytes: body } = payload;
  const message = buildHttpMessage({ ...form.facts, body }, form.options);
  const head = encodeHttpMessage({ ...message, body: body.subarray(0, 0) });
  return new Blob([head, body].map(toUnshared));
}

/** Text of this length is put into a blob, which browsers keep out of the page's memory. */
const BLOB_LENGTH = 4_000_000;

function collectText(pieces: Iterable<string>, longest: number): Blob {
  const blobs: Blob[] = [];
  let waiting: string[] = [];
  let [waitingLength, length] = [0, 0];
  for (const piece of pieces) {
    waiting.push(piece);
    waitingLength += piece.length;
    length += piece.length;
    if (length > longest) throw new TextTooLong(`the text has more than ${longest} characters`);
    if (waitingLength < BLOB_LENGTH) continue;
    blobs.push(new Blob(waiting));
    [waiting, waitingLength] = [[], 0];
  }
  return new Blob([...blobs, ...waiting], { type: "text/plain" });
}

async function writeVector(
  { bytes, document }: WrittenPayload,
  { description, xml = document().xml }: Extract<FileForm, { readonly kind: "vector" }>,
): Promise<Blob> {
  const encoder = new TextEncoder();
  const zip = await writeZip([
    { name: "vector.wbxml", bytes },
    { name: "vector.xml", bytes: encoder.encode(xml) },
    { name: "vector.json", bytes: encoder.encode(description) },
  ]);
  return new Blob([toUnshared(zip)]);
}

/** The start of a form's text, for a preview. */
export interface FormStart {
  readonly text: string;
  readonly isWhole: boolean;
  /** How many characters the whole text has, if that is known without writing it. */
  readonly length?: number;
}

/**
 * The start of a form's text: at most `most` characters, written without the rest. The XML that is not known
 * yet starts as its lines are shown (`notation/lines.ts`), with long values cut.
 */
export function startText(payload: WrittenPayload, form: TextForm, most: number): FormStart {
  if (form.kind === "json") return cutStart(startDocumentJson(payload.document(), most), most);
  if (form.kind === "xml") return cutStart(writeFirstLines(payload.document(), most), most);
  if (form.kind === "curl" || form.kind === "powershell") return startCommand(form, payload.bytes, most);
  const text = [...writeText(payload, form)].join("");
  return { ...cutStart({ text, isWhole: true }, most), length: text.length };
}

function cutStart({ text, isWhole }: FormStart, most: number): FormStart {
  return { text: text.slice(0, most), isWhole: isWhole && text.length <= most };
}

/** Only the start of the body is written: its base64 stands first in a command, or after a few words. */
function startCommand(form: CommandForm, body: Uint8Array, most: number): FormStart {
  const shown = body.subarray(0, Math.ceil(most / 4) * 3);
  const written = writeCommand(form, shown);
  const start = cutStart({ text: written, isWhole: shown.length === body.length }, most);
  const more = toBase64Length(body.length) - toBase64Length(shown.length);
  return { ...start, length: written.length + more };
}

function toBase64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
