import { formatByte } from "../../bytes/hex";
import type { CodeSpace } from "../../wbxml/codeSpace";
import { kindOf, pageOf, TokenKind } from "../../wbxml/tokenTable";
import { integerOperand, tagIdentity } from "../../wbxml/tree";
import type { LinkedDocument } from "../open";

/**
 * Namespace and prefix of what XML has no word for: literal tags, attribute lists, and what holds several
 * roots.
 */
export const WBXML_NAMESPACE = "WBXML";
export const WBXML_PREFIX = "wbxml";

/**
 * How a code page is written: its namespace and prefix, or for a page that the code space lacks `page` and
 * its number for both.
 */
export function pageNames(
  codeSpace: CodeSpace,
  page: number,
): { readonly namespace: string; readonly prefix: string } {
  return codeSpace.page(page) ?? { namespace: `page${page}`, prefix: `page${page}` };
}

/**
 * The local name a tag is written with: its own, or for a token the page lacks `_x` and the token in
 * hexadecimal.
 */
export function tagName(codeSpace: CodeSpace, page: number, token: number): string {
  return codeSpace.tag(page, token)?.name ?? `_x${formatByte(token)}`;
}

/**
 * The name of an element as it is shown: without a prefix, and for a literal tag that of the string table.
 */
export function elementName(
  { tree, codeSpace }: Pick<LinkedDocument, "tree" | "codeSpace">,
  element: number,
): string {
  const { tokens } = tree;
  return kindOf(tokens, element) === TokenKind.LiteralTag
    ? (tree.text(element) ?? `LITERAL ${integerOperand(tokens, element)}`)
    : tagName(codeSpace, pageOf(tokens, element), tagIdentity(tokens, element));
}

/**
 * The number of the page that a namespace stands for, known or written by number; `undefined` where it stands
 * for none.
 */
export function findPage(codeSpace: CodeSpace, namespace: string): number | undefined {
  const known = codeSpace.pageOf(namespace);
  if (known !== undefined) return known.page;
  const number = Number(/^page(\d{1,3})$/.exec(namespace)?.[1]);
  return number < 256 ? number : undefined;
}

/** The identity that a name written by number stands for (`_x3F`); `undefined` where it is no such name. */
export function readIdentity(name: string): number | undefined {
  if (!name.startsWith("_x")) return undefined;
  const identity = /^_x[0-9A-Fa-f]{2}$/.test(name) ? Number.parseInt(name.slice(2), 16) : Number.NaN;
  return identity >= 5 && identity <= 0x3f ? identity : undefined;
}

/**
 * Every known page's prefix and namespace, and that of the WBXML notation: what a text may use without
 * declaring it.
 */
export function listKnownPrefixes(codeSpace: CodeSpace): Record<string, string> {
  const prefixes: Record<string, string> = { [WBXML_PREFIX]: WBXML_NAMESPACE };
  for (const { prefix, namespace } of codeSpace.pages) prefixes[prefix] = namespace;
  return prefixes;
}
