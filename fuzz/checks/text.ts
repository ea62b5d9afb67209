import { planXml } from "../../src/document/plan/fromXml";
import { isEncodable } from "../../src/document/problem";
import { easCodeSpace } from "../../src/eas/codeSpace";
import { applyPatches, complete, decode, encode, lint, type Patch, revise } from "../../src/index";
import { ensure, ensureBytesInside } from "../ensure";
import { checkExplanation, checkFindings, checkProblems, ensureSamePlan } from "./document";

/** Checks everything that holds for any text as XML: encoding it, the rules, and completion. */
export function checkText(xml: string): void {
  const { bytes, problems } = encode(xml);
  checkProblems(problems, xml, "encode");
  ensure(isEncodable(problems) || bytes.length === 0, "encode: bytes in spite of an error");
  if (isEncodable(problems))
    ensureSamePlan(decode(bytes).plan(), planXml(xml, easCodeSpace), "encode: what is written");
  checkFindings(lint([{ xml }]), { bytes, xml }, "lint of XML");
  for (let i = 0; i <= 8; i++) checkCompletion(xml, Math.floor((xml.length * i) / 8));
}

/** Checks what is offered at one place of a text. */
export function checkCompletion(xml: string, at: number): void {
  for (const { from, insert, caret } of complete(xml, at)) {
    ensure(0 <= from && from <= at, `complete at ${at}: it replaces text from ${from}`);
    ensure(0 <= caret && caret <= insert.length, `complete at ${at}: the caret at ${caret}`);
  }
}

/**
 * Checks an edit of a document: the patched bytes mean what the edited text says, bytes outside the patches
 * stay, and the same text needs no more patches.
 */
export function checkEdit(bytes: Uint8Array, edited: string): void {
  const document = decode(bytes);
  const { patches, problems } = revise(document, edited);
  checkProblems(problems, edited, "revise");
  if (!isEncodable(problems)) {
    ensure(patches.length === 0, "revise: patches in spite of an error");
    return;
  }
  checkPatches(patches, bytes.length);
  const result = decode(applyPatches(bytes, patches));
  if (edited !== document.xml)
    ensureSamePlan(result.plan(), planXml(edited, easCodeSpace), "PutGet: what is written");
  const again = revise(result, edited);
  ensure(again.patches.length === 0, "revising twice: patches the second time");
  ensure(isEncodable(again.problems), `revising twice: an error, ${again.problems[0]?.message}`);
}

function checkPatches(patches: readonly Patch[], length: number): void {
  let last = 0;
  for (const { range } of patches) {
    ensureBytesInside(range, length, "a patch");
    ensure(range.start >= last, `a patch at ${range.start} before the end of another at ${last}`);
    last = range.end;
  }
}

/**
 * Explains every byte of a payload, and completes at every place of its text. Returns the work: each place
 * can look at the whole.
 */
export function checkEveryPlace(bytes: Uint8Array): number {
  const document = decode(bytes);
  for (let offset = 0; offset <= bytes.length; offset++) checkExplanation(document, offset);
  for (let at = 0; at <= document.xml.length; at++) checkCompletion(document.xml, at);
  return bytes.length ** 2 + document.xml.length ** 2;
}
