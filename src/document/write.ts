import { formatCodePoint } from "../bytes/hex";
import type { TextRange } from "../bytes/range";
import { charsetCodec, writingCodec } from "../wbxml/charset";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken } from "../wbxml/globalToken";
import { type WbxmlWriter, wbxmlWriter } from "../wbxml/writer";
import { type AttributeContent, readAttributes } from "./notation/attributes";
import type { LeafContent } from "./notation/content";
import type { PlannedHeader } from "./notation/header";
import type { PlanElement, PlanNode } from "./plan/plan";
import type { Problem } from "./problem";

// Writes a plan's nodes as tokens, one at a time. A node that can't be written is a problem, and then the
// bytes must not be used.

/** An empty writer for a document with this header, with an initial capacity of `capacity` bytes. */
export function startWriter(header: PlannedHeader, capacity?: number): WbxmlWriter {
  return wbxmlWriter(writingCodec(header.charset), 0, capacity);
}

/** Writes a header [WAP-192 5.4 to 5.7], or nothing if there is none. Sets the code page to 0. */
export function writeHeader(writer: WbxmlWriter, header: PlannedHeader): void {
  const { version, publicId, publicIdIndex, charset, stringTable } = header;
  if (version === undefined) return;
  writer.byte(version);
  const index = publicIdIndex ?? (publicId === 0 ? 0 : undefined); // 0 means that an index follows
  if (index === undefined) writer.integer(publicId);
  else {
    writer.integer(0);
    writer.integer(index);
  }
  if (version !== 0) writer.integer(charset);
  writer.integer(stringTable.length);
  writer.copied(stringTable, 0);
}

/**
 * Writes a leaf, or an element's tag token with its attribute list and the SWITCH_PAGE it needs. Returns the
 * problem if the node can't be written.
 */
export function writeNode(writer: WbxmlWriter, header: PlannedHeader, node: PlanNode): Problem | undefined {
  if (node.kind === "element") return writeTag(writer, node);
  const { content, range } = node;
  switch (content.kind) {
    case "header":
      writeHeader(writer, content.header);
      return undefined;
    case "instruction":
      writer.byte(GlobalToken.PI);
      return writeAttributes(writer, content.attributes, range);
    default:
      return writeContent(writer, content) ? undefined : unwritableProblem(content, header, range);
  }
}

function writeTag(writer: WbxmlWriter, node: PlanElement): Problem | undefined {
  const { page, identity, literal, attributes, content } = node;
  const bits = (content ? CONTENT_BIT : 0) | (attributes === undefined ? 0 : ATTRIBUTE_BIT);
  if (literal === undefined) writer.tag(page, identity, bits);
  else {
    writer.byte(GlobalToken.LITERAL | bits);
    writer.integer(literal);
  }
  return attributes === undefined ? undefined : writeAttributes(writer, attributes, node.tag);
}

function writeAttributes(writer: WbxmlWriter, attributes: string, range: TextRange): Problem | undefined {
  const isWritten = readAttributes(attributes)?.every((content) => writeContent(writer, content));
  writer.end();
  if (isWritten === true) return undefined;
  const message =
    'An attribute list must consist of token bytes in hexadecimal and named operands: 05 "text" 85 ' +
    "STR_T(12) ENTITY(160) OPAQUE(base64) PAGE(1) EXT_2.";
  return { code: "attributes-syntax", severity: "error", message, range };
}

/**
 * Writes one token with its value. Returns false if the charset can't represent the value, or it contains a
 * zero.
 */
function writeContent(writer: WbxmlWriter, content: AttributeContent): boolean {
  switch (content.kind) {
    case "text":
      return writer.text(content.text);
    case "extension-string":
      return writer.text(content.text, content.token);
    case "string-bytes":
      return writer.string(GlobalToken.STR_I, content.bytes);
    case "extension-bytes":
      return writer.string(content.token, content.bytes);
    default:
      writeOther(writer, content);
      return true;
  }
}

function writeOther(
  writer: WbxmlWriter,
  content: Extract<AttributeContent, { kind: "opaque" | "malformed" | "integer" | "byte" | "page" }>,
): void {
  switch (content.kind) {
    case "opaque":
      return writer.opaque(content.bytes);
    case "malformed":
      return writer.raw(content.bytes);
    case "integer":
      writer.byte(content.token);
      return writer.integer(content.value);
    case "byte":
      return writer.byte(content.token);
    case "page":
      writer.byte(GlobalToken.SWITCH_PAGE);
      return writer.byte(content.page);
  }
}

function unwritableProblem(content: LeafContent, header: PlannedHeader, range: TextRange): Problem {
  if (content.kind === "text" || content.kind === "extension-string")
    return textProblem(content.text, header, range);
  const message =
    "A string ends at its first zero, so these bytes can't be a string. Send them as OPAQUE (<?opaque " +
    "base64?>).";
  return { code: "nul-in-text", severity: "error", message, range };
}

function textProblem(text: string, header: PlannedHeader, range: TextRange): Problem {
  if (text.includes("\0")) {
    const message =
      "An inline string ends at its first U+0000, so it can't contain one. Send the text as OPAQUE " +
      "(<?opaque base64?>), or the character as <?entity 0?>.";
    return { code: "nul-in-text", severity: "error", message, range };
  }
  if (charsetCodec(header.charset) === undefined) {
    const message =
      `Text can't be written in charset ${header.charset}. Write the string's bytes as <?str_i base64?>, ` +
      "or change the charset in <?wbxml?>.";
    return { code: "charset-not-writable", severity: "error", message, range };
  }
  const codec = writingCodec(header.charset);
  const char = Array.from(text).find((one) => codec.encode(one) === undefined) ?? text;
  const advice = char.isWellFormed()
    ? "Write it as an entity, <?entity …?>, or use another charset for the document, such as UTF-8."
    : "It is half of a surrogate pair, not a character. Remove it, or send the bytes as OPAQUE (<?opaque " +
      "base64?>).";
  const message =
    `The document's charset (${codec.label}) does not include ${formatCodePoint(char)}, which this text ` +
    "contains. " +
    advice;
  return { code: "text-not-in-charset", severity: "error", message, range };
}
