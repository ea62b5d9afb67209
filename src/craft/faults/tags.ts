import type { Patch } from "../../bytes/patch";
import type { LinkedDocument } from "../../document/open";
import { ATTRIBUTE_BIT, CONTENT_BIT, GlobalToken, IDENTITY_BITS } from "../../wbxml/globalToken";
import { mbUint32 } from "../../wbxml/mbUint32";
import { hasEnd, kindOf, pageOf, parentOf, startOf, TokenKind, tokenRange } from "../../wbxml/tokenTable";
import { contentStart, hasContent, rootElement, tagIdentity } from "../../wbxml/tree";
import { NOT_ALLOWED, NOT_OF_EAS, UNREADABLE } from "./answers";
import type { Fault, FaultOptions } from "./fault";
import { inserted, isLeafWithText, isText, pageBefore, replaced, tagByte, tokenFor } from "./places";

const DEPTH = 100_000;
const HIGHEST_IDENTITY = 0x3f;
const FIRST_IDENTITY = 0x05;
const UNKNOWN_PAGE = 0x1f;

/** A leaf with a value: what most faults of one tag strike. */
const leafFor = (document: LinkedDocument, options: FaultOptions): number | undefined =>
  tokenFor(document, options, (token) => isLeafWithText(document, token));

/** Patches that read one tag on another page, and those behind it on the pages they were on. */
function onPage(document: LinkedDocument, token: number, page: number): readonly Patch[] {
  const { tokens } = document.tree;
  const before = inserted(startOf(tokens, token), GlobalToken.SWITCH_PAGE, page);
  let next = token + 1;
  while (next < tokens.count && kindOf(tokens, next) !== TokenKind.Tag) next++;
  if (next >= tokens.count || kindOf(tokens, next - 1) === TokenKind.SwitchPage) return [before];
  return [before, inserted(startOf(tokens, next), GlobalToken.SWITCH_PAGE, pageBefore(tokens, next))];
}

/** A page on which a tag's identity means another element than on its own. */
function otherPage({ codeSpace }: LinkedDocument, page: number, identity: number): number | undefined {
  return codeSpace.pages.find(
    (other) => other.page !== page && codeSpace.tag(other.page, identity) !== undefined,
  )?.page;
}

function unassigned({ codeSpace }: LinkedDocument, page: number): number | undefined {
  for (let identity = HIGHEST_IDENTITY; identity >= FIRST_IDENTITY; identity--) {
    if (codeSpace.tag(page, identity) === undefined) return identity;
  }
  return undefined;
}

/** A fault that writes the tag byte of a leaf anew, with more bytes behind it. */
function ofLeaf(
  document: LinkedDocument,
  options: FaultOptions,
  write: (byte: number) => readonly number[],
): readonly Patch[] | undefined {
  const token = leafFor(document, options);
  if (token === undefined) return undefined;
  const { start } = tokenRange(document.tree.tokens, token);
  return [replaced({ start, end: start + 1 }, ...write(tagByte(document, token)))];
}

/** The first tag without content, at or behind the place that is meant. */
const emptyTag = (document: LinkedDocument, options: FaultOptions): number | undefined =>
  tokenFor(document, options, (token) => {
    const { kind, parent } = document.tree.tokens;
    return (
      kind[token] === TokenKind.Tag &&
      !hasContent(document.tree.tokens, token) &&
      (tagByte(document, token) & ATTRIBUTE_BIT) === 0 &&
      (parent[token] ?? -1) >= 0
    );
  });

const pageFaults: readonly Fault[] = [
  {
    id: "unknown-page",
    name: "Unknown code page",
    family: "Tags and pages",
    breaks: "Puts one element on page 31, which EAS does not have.",
    section: "MS-ASWBXML 2.1.2.1",
    answer: `${UNREADABLE} A lenient client passes over the element.`,
    finds: ["schema/unknown-element"],
    patches: (document, options) => {
      const token = leafFor(document, options);
      return token === undefined || pageOf(document.tree.tokens, token) === UNKNOWN_PAGE
        ? undefined
        : onPage(document, token, UNKNOWN_PAGE);
    },
  },
  {
    id: "wrong-page",
    name: "Element of the wrong code page",
    family: "Tags and pages",
    breaks: "Reads the byte of one tag on another page, where it is another element.",
    section: "MS-ASWBXML 2.1.2.1",
    answer: NOT_ALLOWED,
    finds: ["schema/misplaced", "schema/unknown-element"],
    patches: (document, options) => {
      const token = leafFor(document, options);
      if (token === undefined) return undefined;
      const page = otherPage(
        document,
        pageOf(document.tree.tokens, token),
        tagIdentity(document.tree.tokens, token),
      );
      return page === undefined ? undefined : onPage(document, token, page);
    },
  },
  {
    id: "page-switch-missing",
    name: "SWITCH_PAGE missing",
    family: "Tags and pages",
    breaks: "Leaves out a switch, so that the tags behind it are read on the page before.",
    section: "WAP-192 5.8.4.7.2",
    answer: `${UNREADABLE} What it is read as may also be known and not allowed: status 103.`,
    finds: ["schema/misplaced", "schema/unknown-element", "schema/missing", "schema/text-in-container"],
    patches: (document, options) => {
      const { tokens } = document.tree;
      const matters = (token: number): boolean =>
        kindOf(tokens, token) === TokenKind.SwitchPage && pageBefore(tokens, token) !== pageOf(tokens, token);
      const isUsed = (token: number): boolean =>
        matters(token) && kindOf(tokens, token + 1) === TokenKind.Tag && parentOf(tokens, token) >= 0;
      const token = tokenFor(document, options, isUsed);
      return token === undefined ? undefined : [replaced(tokenRange(tokens, token))];
    },
  },
  {
    id: "unknown-tag",
    name: "Unknown tag",
    family: "Tags and pages",
    breaks: "Writes a tag that its code page does not assign.",
    section: "MS-ASWBXML 2.1.2.1",
    answer: `${UNREADABLE} A lenient client passes over the element.`,
    finds: ["schema/unknown-element"],
    patches: (document, options) => {
      const token = leafFor(document, options);
      const identity =
        token === undefined ? undefined : unassigned(document, pageOf(document.tree.tokens, token));
      if (
        identity === undefined ||
        (token !== undefined && tagIdentity(document.tree.tokens, token) === identity)
      )
        return undefined;
      return ofLeaf(document, options, (byte) => [(byte & ~IDENTITY_BITS) | identity]);
    },
  },
];

const bitFaults: readonly Fault[] = [
  {
    id: "content-bit-set",
    name: "Content bit on an empty tag",
    family: "Tags and pages",
    breaks: "Sets bit 6 of a tag that has no content and no END: it swallows what stands behind it.",
    section: "WAP-192 5.8.2",
    answer: UNREADABLE,
    finds: ["unclosed-elements"],
    patches: (document, options) => {
      const token = emptyTag(document, options);
      if (token === undefined) return undefined;
      return [replaced(tokenRange(document.tree.tokens, token), tagByte(document, token) | CONTENT_BIT)];
    },
  },
  {
    id: "content-bit-hollow",
    name: "Content bit and nothing inside",
    family: "Tags and pages",
    breaks: "Writes an empty element with content bit and END.",
    section: "WAP-192 5.8.2",
    answer: "Legal and unusual: every peer has to read it like the tag alone.",
    finds: ["wbxml/empty-content"],
    patches: (document, options) => {
      const token = emptyTag(document, options);
      if (token === undefined) return undefined;
      return [
        replaced(
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
      "Clears bit 6 of a tag that has a value: the value stands in its parent, and its END closes the " +
      "parent.",
    section: "WAP-192 5.8.2",
    answer: UNREADABLE,
    finds: ["trailing-bytes", "unexpected-end", "content-outside-root"],
    patches: (document, options) => ofLeaf(document, options, (byte) => [byte & ~CONTENT_BIT]),
  },
  {
    id: "attribute-bit",
    name: "Attribute bit set",
    family: "Tags and pages",
    breaks: "Sets bit 7 of a tag: its value is read as a list of attributes.",
    section: "MS-ASWBXML 2.1",
    answer: UNREADABLE,
    finds: [
      "attribute-value-without-start",
      "truncated-attributes",
      "token-not-allowed-in-attributes",
      "wbxml/attributes",
    ],
    patches: (document, options) => ofLeaf(document, options, (byte) => [byte | ATTRIBUTE_BIT]),
  },
  {
    id: "attribute-list",
    name: "Attribute list",
    family: "Tags and pages",
    breaks: "Gives an element a list of attributes that is well formed; EAS has none.",
    section: "MS-ASWBXML 2.1",
    answer: NOT_OF_EAS,
    finds: ["wbxml/attributes"],
    patches: (document, options) =>
      ofLeaf(document, options, (byte) => [
        byte | ATTRIBUTE_BIT,
        0x05,
        GlobalToken.STR_I,
        0x78,
        0x00,
        GlobalToken.END,
      ]),
  },
];

const foreignFaults: readonly Fault[] = [
  {
    id: "literal",
    name: "LITERAL tag",
    family: "Tags and pages",
    breaks: "Names an element by the string table, which is not there.",
    section: "WAP-192 5.8.4.5",
    answer: UNREADABLE,
    finds: ["string-index-out-of-range"],
    patches: (document, options) => {
      const { start, end } = document.tree.tokens.header.stringTable;
      return ofLeaf(document, options, () => [GlobalToken.LITERAL_C, ...mbUint32(end - start)]);
    },
  },
  {
    id: "extension-token",
    name: "Extension token",
    family: "Tags and pages",
    breaks: "Puts EXT_0, to which EAS gives no meaning, in front of a value.",
    section: "WAP-192 5.8.4.2",
    answer: NOT_OF_EAS,
    finds: ["wbxml/extension-token"],
    patches: (document, options) => {
      const token = tokenFor(document, options, (one) => isText(document, one));
      return token === undefined
        ? undefined
        : [inserted(startOf(document.tree.tokens, token), GlobalToken.EXT_0)];
    },
  },
  {
    id: "deep-nesting",
    name: "100,000 levels deep",
    family: "Tags and pages",
    breaks: "Nests the root tag 100,000 times in itself, every one closed.",
    section: "MS-ASCMD 2.2.1",
    answer: `${NOT_ALLOWED} No peer may crash: a reader that calls itself for each level runs out of stack.`,
    finds: ["schema/misplaced"],
    hasPlace: (document) => rootToNest(document) !== undefined,
    patches: (document) => {
      const root = rootToNest(document);
      if (root === undefined) return undefined;
      const tag = (tagByte(document, root) & IDENTITY_BITS) | CONTENT_BIT;
      const levels = new Uint8Array(2 * DEPTH).fill(tag, 0, DEPTH).fill(GlobalToken.END, DEPTH);
      const { tokens } = document.tree;
      return [inserted(startOf(tokens, contentStart(tokens, root)), levels)];
    },
  },
];

/** The root, where it has content and an END. */
function rootToNest(document: LinkedDocument): number | undefined {
  const { tokens } = document.tree;
  const root = rootElement(tokens);
  return kindOf(tokens, root) === TokenKind.Tag && hasEnd(tokens, root) ? root : undefined;
}

/** Faults of tags: what names them, their bits, and what EAS does not use. */
export const tagFaults: readonly Fault[] = [...pageFaults, ...bitFaults, ...foreignFaults];
