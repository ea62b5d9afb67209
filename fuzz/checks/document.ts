import { bytesAtText, findTextOfBytes, nodeAtByte } from "../../src/document/locate";
import type { LinkedDocument } from "../../src/document/open";
import { planXml } from "../../src/document/plan/fromXml";
import type { Plan } from "../../src/document/plan/plan";
import { isEncodable, type Problem } from "../../src/document/problem";
import { reviseDocument } from "../../src/document/revise/revise";
import { easCodeSpace } from "../../src/eas/codeSpace";
import { decode, encode, explain, lint } from "../../src/index";
import type { Diagnostic } from "../../src/lint/rule";
import { tokenRange } from "../../src/wbxml/tokenTable";
import { ensure, ensureBytesInside, ensureReadable, ensureTextInside } from "../ensure";

/** Checks everything that holds for any bytes as a payload: tiling, ranges, the text, and the rules. */
export function checkPayload(bytes: Uint8Array): void {
  const document = decode(bytes);
  checkTiling(document);
  checkRanges(document);
  checkOwnText(document);
  checkFindings(lint([{ bytes }]), document, "lint of bytes");
  for (let i = 0; i <= 8; i++) checkExplanation(document, Math.floor((bytes.length * i) / 8));
}

function checkTiling({ bytes, tree: { tokens } }: LinkedDocument): void {
  let at = 0;
  for (let token = 0; token < tokens.count; token++) {
    const { start, end } = tokenRange(tokens, token);
    ensure(start === at && end > start, `tiling: token ${token} is ${start} to ${end}, after ${at}`);
    at = end;
  }
  ensure(at === bytes.length, `tiling: the tokens end at ${at} of ${bytes.length}`);
}

function checkRanges(document: LinkedDocument): void {
  const { bytes, malformations, xml, tree } = document;
  for (const { range, code } of malformations) ensureBytesInside(range, bytes.length, code);
  for (let token = 0; token < tree.tokens.count; token++)
    ensureTextInside(document.textRange(token), xml.length, `token ${token}`);
  ensureTextInside(findTextOfBytes(document, { start: 0, end: bytes.length }), xml.length, "all bytes");
  const found = bytesAtText(document, xml.length >> 1);
  if (found !== undefined) ensureBytesInside(found, bytes.length, "bytes in the middle of the text");
}

/** The text of a document says what its bytes say: the same plan, no patches, and the same when encoded. */
function checkOwnText(document: LinkedDocument): void {
  const { xml, malformations } = document;
  const read = planXml(xml, easCodeSpace);
  if (document.bytes.length > 0) ensureSamePlan(read, document.plan(), "the document's own text");
  ensure(reviseDocument(document, xml).patches.length === 0, "GetPut: patches for the document's own text");
  const { bytes, problems } = encode(xml);
  checkProblems(problems, xml, "encode of the document's own text");
  if (isEncodable(problems)) ensureSamePlan(decode(bytes).plan(), read, "Fresh: what is encoded");
  else if (document.bytes.length > 0)
    ensure(malformations.length > 0, `Fresh: a sound document is refused: ${problems[0]?.message}`);
}

/** Throws if two plans do not say the same. */
export function ensureSamePlan(one: Plan, other: Plan, what: string): void {
  const [a, b] = [describePlan(one), describePlan(other)];
  const at = a.findIndex((line, i) => line !== b[i]);
  const first = at < 0 ? Math.min(a.length, b.length) : at;
  ensure(a.length === b.length && at < 0, `${what}: ${a[first]} instead of ${b[first]}`);
}

function describePlan({ header, nodes }: Plan): readonly string[] {
  const { stringTable, ...rest } = header;
  const lines = nodes.map((node) => {
    const content = node.kind === "element" ? node.content : "leaf";
    return `${node.parent} ${content} ${node.key}`;
  });
  return [JSON.stringify({ ...rest, stringTable: [...stringTable] }), ...lines];
}

/** Checks the places and the words of the problems of a text. */
export function checkProblems(problems: readonly Problem[], text: string, what: string): void {
  for (const { range, code, message } of problems) {
    ensureTextInside(range, text.length, `${what}: ${code}`);
    ensureReadable(message, text, `${what}: ${code}`);
  }
}

/** Checks the places, the words and the fixes of findings about one document. */
export function checkFindings(
  findings: readonly Diagnostic[],
  { bytes, xml }: Pick<LinkedDocument, "bytes" | "xml">,
  what: string,
): void {
  for (const { rule, message, range, textRange, fixes } of findings) {
    const where = `${what}: ${rule}`;
    ensureBytesInside(range, bytes.length, where);
    ensureTextInside(textRange, xml.length, where);
    ensureReadable(message, xml, where);
    for (const fix of fixes) {
      for (const patch of fix.patches ?? []) ensureBytesInside(patch.range, bytes.length, `${where}, fix`);
      for (const edit of fix.edits ?? []) ensureTextInside(edit.range, xml.length, `${where}, fix`);
    }
  }
}

/** Checks the explanation of one byte, and the node that it belongs to. */
export function checkExplanation(document: LinkedDocument, offset: number): void {
  const { length } = document.bytes;
  const found = explain(document, offset);
  ensure((found !== undefined) === offset < length, `explain at ${offset} of ${length}`);
  ensure(nodeAtByte(document, offset) < document.tree.tokens.count, `the node at ${offset}`);
  if (found === undefined) return;
  const { byteRange, tokenRange: token, value } = found;
  for (const range of [byteRange, token]) ensureBytesInside(range, length, `explain at ${offset}`);
  ensure(token.start <= offset && offset < token.end, `explain at ${offset}: another token`);
  if (value !== undefined) ensureBytesInside(value.range, length, `explain at ${offset}, value`);
}
