import { joinBytes } from "../../bytes/join";
import { decodeLatin1 } from "../../bytes/latin1";
import type { LinkedDocument } from "../../document/open";
import { readBase64 } from "../../eas/values/base64Value";
import { formatCount } from "../../eas/values/reading";
import { readElements } from "../../session/elements";
import { isHolder } from "./findBody";

/** What a body is: how it is shown depends on it. */
export type BodyKind = "plain" | "html" | "rtf" | "mime" | "data";

/** A body as it is shown. */
export interface ShownBody {
  readonly kind: BodyKind;
  /** What it is, and how long: "Plain text, 29 characters". */
  readonly title: string;
  /** What the elements beside it say about it: "EstimatedDataSize 29", "not truncated". */
  readonly facts: readonly string[];
  /** Its content: text, or the bytes of one that is not text; `undefined` if it was not sent. */
  readonly content: string | Uint8Array | undefined;
}

const TYPES: Readonly<Record<string, BodyKind>> = { "1": "plain", "2": "html", "3": "rtf", "4": "mime" };

const TITLES: Readonly<Record<BodyKind, string>> = {
  plain: "Plain text",
  html: "HTML",
  rtf: "RTF",
  mime: "MIME",
  data: "Data",
};

/** Elements that hold a body alone: what it is, and the elements beside it that tell its size. */
const ALONE: Readonly<Record<string, { readonly kind: BodyKind; readonly facts: readonly string[] }>> = {
  "Email:MIMEData": { kind: "mime", facts: ["Email:MIMESize", "Email:MIMETruncated"] },
  "Email:Body": { kind: "plain", facts: ["Email:BodySize", "Email:BodyTruncated"] },
  "Calendar:Body": { kind: "plain", facts: ["Calendar:BodyTruncated"] },
  "Contacts:Body": { kind: "plain", facts: ["Contacts:BodySize", "Contacts:BodyTruncated"] },
  "Tasks:Body": { kind: "plain", facts: ["Tasks:BodySize", "Tasks:BodyTruncated"] },
  "ComposeMail:Mime": { kind: "mime", facts: [] },
};

/**
 * Reads the body that an element holds. `parts` are those of a multipart response, which has some bodies
 * outside the payload.
 */
export function readBody(document: LinkedDocument, node: number, parts: readonly Uint8Array[]): ShownBody {
  const { key, child, parent, childText } = readElements(document);
  const own = key(node) ?? "";
  if (!isHolder(own)) {
    const { kind, facts } = ALONE[own] ?? { kind: "data", facts: [] };
    const content = readContent(document, node, parts);
    const isBase64 = own === "ItemOperations:Data" && typeof content === "string";
    const decoded = isBase64 ? decodeBase64(content) : content;
    return describe(kind, listFacts(document, parent(node), facts), decoded);
  }
  const holders = ["AirSyncBase:Data", "ItemOperations:Part"].map((name) => child(node, name));
  const held = holders.find((found) => found >= 0);
  const type = childText(node, "AirSyncBase:Type") ?? "";
  const facts = listFacts(document, node, ["AirSyncBase:EstimatedDataSize", "AirSyncBase:Truncated"]);
  const content = held === undefined ? undefined : readContent(document, held, parts);
  return describe(TYPES[type] ?? "data", facts, content);
}

function describe(
  kind: BodyKind,
  facts: readonly string[],
  read: string | Uint8Array | undefined,
): ShownBody {
  const content = kind !== "mime" && read instanceof Uint8Array ? (toText(read) ?? read) : read;
  return { kind, title: `${TITLES[kind]}${writeSize(content)}`, facts, content };
}

function writeSize(content: string | Uint8Array | undefined): string {
  if (content === undefined) return ", not sent";
  return `, ${formatCount(content.length, typeof content === "string" ? "character" : "byte")}`;
}

/** What is fetched of a document or an attachment is base64. */
function decodeBase64(text: string): string | Uint8Array {
  const { bytes, problems } = readBase64(text);
  return problems.length === 0 ? bytes : text;
}

/** Bytes as text in UTF-8; `undefined` if they are not text. */
function toText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined; // the decoder throws for bytes that are not text
  }
}

/** The source of a message as text: in UTF-8, or if it is not, each byte as a character. */
export function readSource(message: string | Uint8Array): string {
  return typeof message === "string" ? message : (toText(message) ?? decodeLatin1(message));
}

const RTF_HEADER = 16;
const NOT_COMPRESSED = "MELA";

/** The text of an RTF body that is not compressed; `undefined` for any other, which is not decoded. */
export function readRtfText(text: string): string | undefined {
  if (text.startsWith("{\\rtf")) return text;
  const decoded = decodeLatin1(readBase64(text).bytes);
  if (decoded.startsWith("{\\rtf")) return decoded;
  return decoded.slice(8, 12) === NOT_COMPRESSED ? decoded.slice(RTF_HEADER) : undefined;
}

/** The content of an element; of a Part, the part of the response that it names, if there is one. */
function readContent(
  document: LinkedDocument,
  node: number,
  parts: readonly Uint8Array[],
): string | Uint8Array | undefined {
  const { key, text } = readElements(document);
  const written = text(node);
  if (key(node) === "ItemOperations:Part") return parts[Number(written) - 1];
  if (written !== undefined) return written;
  const { bytes, tree } = document;
  return joinBytes(
    tree.children(node).map((leaf) => {
      const { start, end } = tree.data(leaf);
      return bytes.subarray(start, end);
    }),
  );
}

function listFacts(document: LinkedDocument, node: number, keys: readonly string[]): readonly string[] {
  const { childText } = readElements(document);
  return keys.flatMap((key) => {
    const value = childText(node, key);
    if (key.endsWith("Truncated")) return value === "1" ? "truncated" : "not truncated";
    return value === undefined ? [] : `${key.slice(key.indexOf(":") + 1)} ${value}`;
  });
}
