import { utf8 } from "../../bytes/text";
import { HIGHEST_VERSION, hasEasVersionAndCharset } from "../../wbxml/header";

/** What a body is, by its bytes first and its Content-Type second. */
export type BodyKind = "empty" | "wbxml" | "multipart" | "html" | "xml" | "mime" | "json" | "text" | "binary";

const HEAD = 2048;
const MAIL_HEADER =
  /^(?:from|to|cc|bcc|subject|date|mime-version|message-id|received|return-path|content-type|content-transfer-encoding|x-[\w-]+|importance|reply-to|sender|thread-topic|thread-index):[ \t]/i;

/**
 * The first characters, a byte order mark and leading blanks taken off; `undefined` where they are not text.
 */
function textHead(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  for (let cut = 0; cut < 4; cut++) {
    const text = utf8.decode(head.subarray(0, head.length - cut)); // a character may be cut in two at the end
    if (text !== undefined) return hasControls(text) ? undefined : text.replace(/^\uFEFF?\s*/, "");
  }
  return undefined;
}

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return true;
  }
  return false;
}

function classifyText(head: string, type: string): BodyKind {
  if (/^<(?:!doctype html|html|head|body)[\s>]/i.test(head)) return "html";
  if (/^<(?:\?xml|[A-Za-z_!])/.test(head)) return type === "text/html" ? "html" : "xml";
  if (type === "message/rfc822" || MAIL_HEADER.test(head)) return "mime";
  if (/^[[{]/.test(head) && (type.includes("json") || /^[[{]\s*(["[{\]}\d-]|true|false|null)/.test(head)))
    return "json";
  return "text";
}

/**
 * What the body is. `type` is its media type in lower case, "" where unknown. Bytes that show what they are
 * win over the header.
 */
export function classifyBody(bytes: Uint8Array, type: string): BodyKind {
  if (bytes.length === 0) return "empty";
  if (type === "application/vnd.ms-sync.multipart") return "multipart";
  const head = textHead(bytes);
  if (head !== undefined) return classifyText(head, type);
  if (
    (bytes[0] ?? 0xff) <= HIGHEST_VERSION &&
    (type.startsWith("application/vnd.ms-sync") ||
      hasEasVersionAndCharset(bytes) ||
      type === "application/vnd.wap.wbxml")
  )
    return "wbxml";
  // it claims to be: then it is broken WBXML, which the reader of WBXML reports
  if (type.startsWith("application/vnd.ms-sync")) return "wbxml";
  if (type === "message/rfc822") return "mime";
  return type.startsWith("text/html") ? "html" : "binary";
}

const TYPES: Readonly<Record<BodyKind, string | undefined>> = {
  empty: undefined,
  wbxml: "application/vnd.ms-sync.wbxml",
  multipart: "application/vnd.ms-sync.multipart",
  html: "text/html",
  xml: "application/xml",
  mime: "message/rfc822",
  json: "application/json",
  text: "text/plain",
  binary: "application/octet-stream",
};

const FITTING: Readonly<Record<BodyKind, RegExp>> = {
  empty: /./,
  wbxml: /^application\/vnd\.(ms-sync(\.wbxml)?|wap\.wbxml)$/,
  multipart: /^application\/vnd\.ms-sync\.multipart$/,
  html: /html/,
  xml: /xml$/,
  mime: /^message\//,
  json: /json$/,
  text: /^(text\/|application\/(?!vnd\.ms-sync))/,
  binary: /^(?!application\/vnd\.ms-sync|text\/)/,
};

/**
 * The media type that fits the body: the one named, or where that cannot be right the usual one of its kind.
 */
export function fittingType(
  kind: BodyKind,
  named: string | undefined,
): { readonly type: string | undefined; readonly differs: boolean } {
  if (named !== undefined && FITTING[kind].test(named)) return { type: named, differs: false };
  return { type: TYPES[kind] ?? named, differs: named !== undefined && kind !== "empty" };
}

const NAMES: Readonly<Record<BodyKind, string>> = {
  empty: "empty",
  wbxml: "WBXML",
  multipart: "multipart",
  html: "HTML page",
  xml: "XML",
  mime: "MIME message",
  json: "JSON",
  text: "text",
  binary: "binary",
};

/** What to call a kind of body in a list. */
export function bodyName(kind: BodyKind): string {
  return NAMES[kind];
}

/**
 * How often U+FFFD stands in the bytes as UTF-8 (EF BF BD): what a tool writes for bytes it could not read as
 * text.
 */
export function replacementCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}
