import { type Completion, type CompletionContext, complete } from "./assist/complete";
import { type Explanation, explain } from "./assist/explain";
import { applyPatches, type Patch } from "./bytes/patch";
import { type Encoding, encodeXml } from "./document/encode";
import { type LinkedDocument, openDocument } from "./document/open";
import type { Problem } from "./document/problem";
import { type Revision, reviseDocument } from "./document/revise/revise";
import { type ElementEntry, elements } from "./eas/catalogue";
import { easCodeSpace } from "./eas/codeSpace";
import { type StatusEntry, type StatusOutcome, statuses } from "./eas/statuses/statuses";
import type { Capture, Reading } from "./formats/format";
import { readAnything as readInput } from "./formats/readAnything";
import { lint } from "./lint/lint";
import { lintCaptures } from "./lint/lintCaptures";
import type { LintContext, Message } from "./lint/message";
import type { Diagnostic } from "./lint/rule";
import { type Conversation, conversations, type Exchange } from "./session/conversations";
import type { Malformation } from "./wbxml/malformation";

// The headless surface: everything that a script or a test harness needs, without the DOM.

/**
 * EAS payload → linked document: synchronised bytes, tree, XML and malformations. Total: accepts any bytes.
 */
export function decode(bytes: Uint8Array): LinkedDocument {
  return openDocument(bytes, easCodeSpace);
}

/**
 * XML text → EAS payload, without an original. If the problems include an error, there are no bytes: nothing
 * is ever guessed.
 */
export function encode(xml: string): Encoding {
  return encodeXml(xml, easCodeSpace);
}

/**
 * The patches that change a document to match an edited XML text; `[]` for its own text. Unchanged parts keep
 * their exact bytes.
 */
export function revise(document: LinkedDocument, xml: string): Revision {
  return reviseDocument(document, xml);
}

export type {
  Capture,
  Completion,
  CompletionContext,
  Conversation,
  Diagnostic,
  ElementEntry,
  Encoding,
  Exchange,
  Explanation,
  LinkedDocument,
  LintContext,
  Malformation,
  Message,
  Patch,
  Problem,
  Reading,
  Revision,
  StatusEntry,
  StatusOutcome,
};
export { applyPatches, complete, conversations, elements, explain, lint, lintCaptures, readInput, statuses };
