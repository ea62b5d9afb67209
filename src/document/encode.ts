import type { TextCodec } from "../bytes/text";
import { charsetCodec } from "../wbxml/charset";
import type { CodeSpace } from "../wbxml/codeSpace";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken } from "../wbxml/globalToken";
import { type WbxmlWriter, wbxmlWriter } from "../wbxml/writer";
import { writeAttributes, writeExtensionString } from "./notation/attributeNotation";
import { type PlannedHeader, writeHeader } from "./notation/headerNotation";
import { planXml } from "./plan/fromXml";
import type { Plan, PlanElement, PlanLeaf } from "./plan/plan";
import { isEncodable, type Problem } from "./problem";

/**
 * Bytes, and what is wrong or noteworthy in the text they come from. With an error among the problems there
 * are no bytes.
 */
export interface Encoding {
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}

/** XML text → WBXML from nothing: shortest integers, a SWITCH_PAGE only where a tag needs one. */
export function encodeXml(xml: string, codeSpace: CodeSpace): Encoding {
  return encodePlan(planXml(xml, codeSpace));
}

/** Bytes that most nodes take. */
const USUAL_NODE = 12;

/** A plan → WBXML from nothing. */
export function encodePlan(plan: Plan): Encoding {
  const problems = [...plan.problems];
  if (!isEncodable(problems)) return { bytes: new Uint8Array(0), problems };
  const writer = wbxmlWriter(headerCodec(plan.header), 0, plan.nodes.length * USUAL_NODE);
  writeHeader(writer, plan.header);
  writeNodes(writer, plan, problems);
  return { bytes: isEncodable(problems) ? writer.bytes() : new Uint8Array(0), problems };
}

/** Of a charset that can't be written: holds the empty string and no other, because no byte is guessed. */
const unwritable: TextCodec = {
  label: "unknown",
  unit: 1,
  decode: () => undefined,
  encode: (text) => (text === "" ? new Uint8Array(0) : undefined),
};

/** The codec a header's strings are written in. */
export function headerCodec(header: PlannedHeader): TextCodec {
  return charsetCodec(header.charset) ?? unwritable;
}

function writeNodes(writer: WbxmlWriter, { nodes, header }: Plan, problems: Problem[]): void {
  const open: number[] = []; // where open elements end
  let nextEnd = nodes.length;
  for (let index = 0; index < nodes.length; index++) {
    while (open.length > 0 && nextEnd <= index) {
      writer.end();
      open.pop();
      nextEnd = open.at(-1) ?? nodes.length;
    }
    const node = nodes[index];
    if (node === undefined) break;
    if (node.kind === "leaf") writeLeaf(writer, header, node, problems);
    else {
      writeTag(writer, header, node, problems);
      if (!node.content) continue;
      open.push(node.end);
      nextEnd = node.end;
    }
  }
  for (const _ of open) writer.end();
}

/** Writes an element's tag token, with the SWITCH_PAGE it needs, and its attribute list. */
export function writeTag(
  writer: WbxmlWriter,
  header: PlannedHeader,
  node: PlanElement,
  problems: Problem[],
): void {
  const { page, identity, literal, attributes, content } = node;
  const bits = (content ? CONTENT_BIT : 0) | (attributes === undefined ? 0 : ATTRIBUTE_BIT);
  if (literal === undefined) writer.tag(page, identity, bits);
  else {
    writer.byte(GlobalToken.LITERAL | bits);
    writer.integer(literal);
  }
  if (attributes !== undefined) writeAttributeList(writer, header, attributes, node, problems);
}

function writeAttributeList(
  writer: WbxmlWriter,
  header: PlannedHeader,
  attributes: string,
  node: PlanElement | PlanLeaf,
  problems: Problem[],
): void {
  if (!writeAttributes(writer, headerCodec(header), attributes)) {
    const message =
      'An attribute list is token bytes in hexadecimal and named operands: 05 "text" 85 STR_T(12) ' +
      "ENTITY(160) OPAQUE(base64) PAGE(1) EXT_2.";
    problems.push({
      code: "attributes-syntax",
      severity: "error",
      message,
      range: node.kind === "element" ? node.tag : node.range,
    });
  }
  writer.end();
}

/** Writes a leaf; where the charset can't hold it that is a problem and nothing is written. */
export function writeLeaf(
  writer: WbxmlWriter,
  header: PlannedHeader,
  node: PlanLeaf,
  problems: Problem[],
): void {
  const { content } = node;
  switch (content.kind) {
    case "text":
      if (!writer.text(content.text)) problems.push(unwritableText(content.text, header, node));
      return;
    case "string-bytes":
      return writeStringBytes(writer, GlobalToken.STR_I, content.bytes, node, problems);
    case "opaque":
      return writer.opaque(content.bytes);
    case "malformed":
      return writer.raw(content.bytes);
    case "integer":
      writer.byte(content.token);
      return writer.integer(content.value);
    case "extension-string":
      if (!writeExtensionString(writer, headerCodec(header), content.token, content.text))
        problems.push(unwritableText(content.text, header, node));
      return;
    case "extension-bytes":
      return writeStringBytes(writer, content.token, content.bytes, node, problems);
    case "byte":
      return writer.byte(content.token);
    case "instruction":
      writer.byte(GlobalToken.PI);
      return writeAttributeList(writer, header, content.attributes, node, problems);
    case "header":
      return writeHeader(writer, content.header);
  }
}

function writeStringBytes(
  writer: WbxmlWriter,
  token: number,
  bytes: Uint8Array,
  { range }: PlanLeaf,
  problems: Problem[],
): void {
  if (writer.string(token, bytes)) return;
  const message =
    "A string ends at its first zero, so these bytes can't be one. Send them as OPAQUE (<?opaque base64?>).";
  problems.push({ code: "nul-in-text", severity: "error", message, range });
}

function unwritableText(text: string, header: PlannedHeader, { range }: PlanLeaf): Problem {
  if (text.includes("\0")) {
    const message =
      "An inline string ends at its first U+0000, so it can't hold one. Send the text as OPAQUE " +
      "(<?opaque base64?>), or the character as <?entity 0?>.";
    return { code: "nul-in-text", severity: "error", message, range };
  }
  if (charsetCodec(header.charset) === undefined) {
    const message =
      `Text can't be written in charset ${header.charset}. Write the string's bytes as <?str_i base64?>, ` +
      "or change charset in <?wbxml?>.";
    return { code: "charset-not-writable", severity: "error", message, range };
  }
  const codec = headerCodec(header);
  const char = Array.from(text).find((one) => codec.encode(one) === undefined) ?? "";
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const advice = char.isWellFormed()
    ? "Write it as an entity, <?entity …?>, or the document in another charset, such as UTF-8."
    : "It is half of a surrogate pair and no character; remove it, or send the bytes as OPAQUE (<?opaque " +
      "base64?>).";
  const message =
    `The document's charset (${codec.label}) has no U+${code}, which stands in this text. ` + advice;
  return { code: "text-not-in-charset", severity: "error", message, range };
}
