import type { Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken, IDENTITY_BITS } from "../../wbxml/globalToken";
import { mbUint32 } from "../../wbxml/mbUint32";
import { hasEnd, kindOf, pageOf, parentOf, startOf, TokenKind, tokenRange } from "../../wbxml/tokenTable";
import { contentStart, hasContent, rootElement, tagIdentity } from "../../wbxml/tree";
import { NOT_ALLOWED, NOT_EAS, UNREADABLE } from "./answers";
import type { DeliberateFault, FaultOptions } from "./deliberateFault";
import {
  findToken,
  insertBytes,
  isInlineText,
  isTextElement,
  pageBefore,
  replaceBytes,
  tagByte,
} from "./places";

const NESTING_DEPTH = 100_000;
const FIRST_IDENTITY = 0x05;
const UNKNOWN_PAGE = 0x1f;

/** A leaf element with text, which is where most faults in a single tag are made. */
const findTextElement = (document: LinkedDocument, options: FaultOptions): number | undefined =>
  findToken(document, options, (token) => isTextElement(document, token));

/** Patches that move one tag to another page, while the tags after it stay on theirs. */
function moveToPage(document: LinkedDocument, token: number, page: number): readonly Patch[] {
  const { tokens } = document.tree;
  const before = insertBytes(startOf(tokens, token), GlobalToken.SWITCH_PAGE, page);
  let next = token + 1;
  while (next < tokens.count && kindOf(tokens, next) !== TokenKind.Tag) next++;
  if (next >= tokens.count || kindOf(tokens, next - 1) === TokenKind.SwitchPage) return [before];
  return [before, insertBytes(startOf(tokens, next), GlobalToken.SWITCH_PAGE, pageBefore(tokens, next))];
}

/** A page on which the same identity means a different element. */
function findOtherPage({ codeSpace }: LinkedDocument, page: number, identity: number): number | undefined {
  return codeSpace.pages.find(
    (other) => other.page !== page && codeSpace.tag(other.page, identity) !== undefined,
  )?.page;
}

function findUnassignedIdentity({ codeSpace }: LinkedDocument, page: number): number | undefined {
  for (let identity = IDENTITY_BITS; identity >= FIRST_IDENTITY; identity--) {
    if (codeSpace.tag(page, identity) === undefined) return identity;
  }
  return undefined;
}

/** Replaces the tag byte of a leaf element, possibly with more bytes after it. */
function rewriteTag(
  document: LinkedDocument,
  options: FaultOptions,
  write: (byte: number) => readonly number[],
): readonly Patch[] | undefined {
  const token = findTextElement(document, options);
  if (token === undefined) return undefined;
  const { start } = tokenRange(document.tree.tokens, token);
  return [replaceBytes({ start, end: start + 1 }, ...write(tagByte(document, token)))];
}

/** The first tag without content, at or after the chosen place. */
const findEmptyTag = (document: LinkedDocument, options: FaultOptions): number | undefined =>
  findToken(document, options, (token) => {
    const { kind, parent } = document.tree.tokens;
    return (
      kind[token] === TokenKind.Tag &&
      !hasContent(document.tree.tokens, token) &&
      (tagByte(document, token) & ATTRIBUTE_BIT) === 0 &&
      (parent[token] ?? -1) >= 0
    );
  });

const pageFaults: readonly DeliberateFault[] = [
  {
    id: "unknown-page",
    name: "Unknown code page",
    family: "Tags and pages",
    breaks: "Puts one element on page 31, which EAS does not have.",
    section: "MS-ASWBXML 2.1.2.1",
    answer: `${UNREADABLE} A lenient client ignores the element.`,
    finds: ["schema/unknown-element"],
    patches: (document, options) => {
      const token = findTextElement(document, options);
      return token === undefined || pageOf(document.tree.tokens, token) === UNKNOWN_PAGE
        ? undefined
        : moveToPage(document, token, UNKNOWN_PAGE);
    },
  },
  {
    id: "wrong-page",
    name: "Element of the wrong code page",
    family: "Tags and pages",
    breaks: "Puts one tag on another page, where the same byte means a different element.",
    section: "MS-ASWBXML 2.1.2.1",
    answer: NOT_ALLOWED,
    finds: ["schema/misplaced", "schema/unknown-element"],
    patches: (document, options) => {
      const token = findTextElement(document, options);
      if (token === undefined) return undefined;
      const page = findOtherPage(
        document,
        pageOf(document.tree.tokens, token),
        tagIdentity(document.tree.tokens, token),
      );
      return page === undefined ? undefined : moveToPage(document, token, page);
    },
  },
  {
    id: "page-switch-missing",
    name: "SWITCH_PAGE missing",
    family: "Tags and pages",
    breaks: "Omits a page switch, so that the tags after it are read from the previous page.",
    section: "WAP-192 5.8.4.7.2",
    answer: `${UNREADABLE} If the result is known but not allowed: status 103.`,
    finds: ["schema/misplaced", "schema/unknown-element", "schema/missing", "schema/text-in-container"],
    patches: (document, options) => {
      const { tokens } = document.tree;
      const isPageChange = (token: number): boolean =>
        kindOf(tokens, token) === TokenKind.SwitchPage && pageBefore(tokens, token) !== pageOf(tokens, token);
      const isUsed = (token: number): boolean =>
        isPageChange(token) && kindOf(tokens, token + 1) === TokenKind.Tag && parentOf(tokens, token) >= 0;
      const token = findToken(document, options, isUsed);
      return token === undefined ? undefined : [replaceBytes(tokenRange(tokens, token))];
    },
  },
  {
    id: "unknown-tag",
    name: "Unknown tag",
    family: "Tags and pages",
    breaks: "Writes a tag that its code page does not assign.",
    section: "MS-ASWBXML 2.1.2.1",
    answer: `${UNREADABLE} A lenient client ignores the element.`,
    finds: ["schema/unknown-element"],
    patches: (document, options) => {
      const token = findTextElement(document, options);
      const identity =
        token === undefined
          ? undefined
          : findUnassignedIdentity(document, pageOf(document.tree.tokens, token));
      if (
        identity === undefined ||
        (token !== undefined && tagIdentity(document.tree.tokens, token) === identity)
      )
        return undefined;
      return rewriteTag(document, options, (byte) => [(byte & ~IDENTITY_BITS) | identity]);
    },
  },
];

const bitFaults: readonly DeliberateFault[] = [
  {
    id: "content-bit-set",
    name: "Content bit on an empty tag",
    family: "Tags and pages",
    breaks: "Sets bit 6 of a tag that has no content and no END, so that it swallows what follows.",
    section: "WAP-192 5.8.2",
    answer: UNREADABLE,
    finds: ["unclosed-elements"],
    patches: (document, options) => {
      const token = findEmptyTag(document, options);
      if (token === undefined) return undefined;
      return [replaceBytes(tokenRange(document.tree.tokens, token), tagByte(document, token) | CONTENT_BIT)];
    },
  },
  {
    id: "content-bit-hollow",
    name: "Content bit without content",
    family: "Tags and pages",
    breaks: "Writes an empty element with the content bit and an END.",
    section: "WAP-192 5.8.2",
    answer: "Legal but unusual: every peer must read it like the tag without content.",
    finds: ["wbxml/empty-content"],
    patches: (document, options) => {
      const token = findEmptyTag(document, options);
      if (token === undefined) return undefined;
      return [
        replaceBytes(
          tokenRange(document.tree.tokens, token),
          tagByte(document, token) | CONTENT_BIT,
          GlobalToken.END,
        ),
      ];
    },
  },
  {
    id: "content-bit-missing",
    name: "Content bit missing",
    family: "Tags and pages",
    breaks:
      "Clears bit 6 of a tag with a value: the value moves to the parent, and its END closes the " +
      "parent.",
    section: "WAP-192 5.8.2",
    answer: UNREADABLE,
    finds: ["trailing-bytes", "unexpected-end", "content-outside-root"],
    patches: (document, options) => rewriteTag(document, options, (byte) => [byte & ~CONTENT_BIT]),
  },
  {
    id: "attribute-bit",
    name: "Attribute bit set",
    family: "Tags and pages",
    breaks: "Sets bit 7 of a tag, so that its value is read as an attribute list.",
    section: "MS-ASWBXML 2.1",
    answer: UNREADABLE,
    finds: [
      "attribute-value-without-start",
      "truncated-attributes",
      "token-not-allowed-in-attributes",
      "wbxml/attributes",
    ],
    patches: (document, options) => rewriteTag(document, options, (byte) => [byte | ATTRIBUTE_BIT]),
  },
  {
    id: "attribute-list",
    name: "Attribute list",
    family: "Tags and pages",
    breaks: "Gives an element a well-formed attribute list; EAS has none.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_EAS,
    finds: ["wbxml/attributes"],
    patches: (document, options) =>
      rewriteTag(document, options, (byte) => [
        byte | ATTRIBUTE_BIT,
        0x05,
        GlobalToken.STR_I,
        0x78,
        0x00,
        GlobalToken.END,
      ]),
  },
];

const foreignFaults: readonly DeliberateFault[] = [
  {
    id: "literal",
    name: "LITERAL tag",
    family: "Tags and pages",
    breaks: "Takes the name of an element from the string table, which does not exist.",
    section: "WAP-192 5.8.4.5",
    answer: UNREADABLE,
    finds: ["string-index-out-of-range"],
    patches: (document, options) => {
      const { start, end } = document.tree.tokens.header.stringTable;
      return rewriteTag(document, options, () => [GlobalToken.LITERAL_C, ...mbUint32(end - start)]);
    },
  },
  {
    id: "extension-token",
    name: "Extension token",
    family: "Tags and pages",
    breaks: "Inserts EXT_0, which has no meaning in EAS, before a value.",
    section: "WAP-192 5.8.4.2",
    answer: NOT_EAS,
    finds: ["wbxml/extension-token"],
    patches: (document, options) => {
      const token = findToken(document, options, (one) => isInlineText(document, one));
      return token === undefined
        ? undefined
        : [insertBytes(startOf(document.tree.tokens, token), GlobalToken.EXT_0)];
    },
  },
  {
    id: "deep-nesting",
    name: "100,000 nested levels",
    family: "Tags and pages",
    breaks: "Nests the root tag 100,000 times in itself, with every END in place.",
    section: "MS-ASCMD 2.2.1",
    answer: `${NOT_ALLOWED} A peer must not crash; a recursive decoder overflows its stack.`,
    finds: ["schema/misplaced"],
    hasPlace: (document) => findRootToNest(document) !== undefined,
    patches: (document) => {
      const root = findRootToNest(document);
      if (root === undefined) return undefined;
      const tag = (tagByte(document, root) & IDENTITY_BITS) | CONTENT_BIT;
      const levels = new Uint8Array(2 * NESTING_DEPTH)
        .fill(tag, 0, NESTING_DEPTH)
        .fill(GlobalToken.END, NESTING_DEPTH);
      const { tokens } = document.tree;
      return [insertBytes(startOf(tokens, contentStart(tokens, root)), levels)];
    },
  },
];

/** The root, if it has content and an END. */
function findRootToNest(document: LinkedDocument): number | undefined {
  const { tokens } = document.tree;
  const root = rootElement(tokens);
  return kindOf(tokens, root) === TokenKind.Tag && hasEnd(tokens, root) ? root : undefined;
}

/** Faults in tags: their names, their bits, and constructs that EAS does not use. */
export const tagFaults: readonly DeliberateFault[] = [...pageFaults, ...bitFaults, ...foreignFaults];
