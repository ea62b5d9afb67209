import { utf8 } from "../../bytes/text";
import { HIGHEST_VERSION, hasEasVersionAndCharset } from "../../wbxml/header";

/** The kind of a body, judged first by its bytes and then by its Content-Type. */
export type BodyKind = "empty" | "wbxml" | "multipart" | "html" | "xml" | "mime" | "json" | "text" | "binary";

const HEAD = 2048;
const MAIL_HEADER =
  /^(?:from|to|cc|bcc|subject|date|mime-version|message-id|received|return-path|content-type|content-transfer-encoding|x-[\w-]+|importance|reply-to|sender|thread-topic|thread-index):[ \t]/i;

/** The first characters, without a byte order mark and leading blanks; `undefined` if they are not text. */
function textHead(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  for (let cut = 0; cut < 4; cut++) {
    const text = utf8.decode(head.subarray(0, head.length - cut)); // a character can be cut in two at the end
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
 * The kind of the body. `type` is its media type in lower case, "" if unknown. If the bytes show their kind,
 * it takes precedence over the header.
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
  // declared as WBXML: then it is broken WBXML, which the WBXML reader reports
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
 * The media type of the body: the one in the header or, if that can't be right, the usual one for its kind.
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

/** The name of a kind of body in a list. */
export function bodyName(kind: BodyKind): string {
  return NAMES[kind];
}

/**
 * The number of U+FFFD in the bytes as UTF-8 (EF BF BD), which tools write for bytes they could not read as
 * text.
 */
export function replacementCount(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}
