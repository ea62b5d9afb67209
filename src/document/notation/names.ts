import { formatByte } from "../../bytes/hex";
import type { CodeSpace } from "../../wbxml/codeSpace";
import { kindOf, pageOf, TokenKind } from "../../wbxml/tokenTable";
import { integerOperand, tagIdentity } from "../../wbxml/tree";
import type { LinkedDocument } from "../open";

/**
 * Namespace and prefix for constructs that XML lacks: literal tags, attribute lists, and a container for
 * several roots.
 */
export const WBXML_NAMESPACE = "WBXML";
export const WBXML_PREFIX = "wbxml";

/**
 * How a code page is written: its namespace and prefix. For a page that the code space lacks, both are `page`
 * and its number.
 */
export function pageNames(
  codeSpace: CodeSpace,
  page: number,
): { readonly namespace: string; readonly prefix: string } {
  return codeSpace.page(page) ?? { namespace: `page${page}`, prefix: `page${page}` };
}

/**
 * The local name of a tag: its own name or, for a token that the page lacks, `_x` and the token in
 * hexadecimal.
 */
export function tagName(codeSpace: CodeSpace, page: number, token: number): string {
  return codeSpace.tag(page, token)?.name ?? `_x${formatByte(token)}`;
}

/** The name of an element for display: without a prefix; for a literal tag, the name in the string table. */
export function elementName(
  { tree, codeSpace }: Pick<LinkedDocument, "tree" | "codeSpace">,
  element: number,
): string {
  const { tokens } = tree;
  return kindOf(tokens, element) === TokenKind.LiteralTag
    ? (tree.text(element) ?? `LITERAL ${integerOperand(tokens, element)}`)
    : tagName(codeSpace, pageOf(tokens, element), tagIdentity(tokens, element));
}

/** The number of the page for a namespace, known or written by number; `undefined` if there is none. */
export function findPage(codeSpace: CodeSpace, namespace: string): number | undefined {
  const known = codeSpace.pageOf(namespace);
  if (known !== undefined) return known.page;
  const number = Number(/^page(\d{1,3})$/.exec(namespace)?.[1]);
  return number < 256 ? number : undefined;
}

/** The identity in a name written by number (`_x3F`); `undefined` if the name does not have that form. */
export function readIdentity(name: string): number | undefined {
  if (!name.startsWith("_x")) return undefined;
  const identity = /^_x[0-9A-Fa-f]{2}$/.test(name) ? Number.parseInt(name.slice(2), 16) : Number.NaN;
  return identity >= 5 && identity <= 0x3f ? identity : undefined;
}

/**
 * The prefix and namespace of every known page and of the WBXML notation: the prefixes that a text can use
 * without declaring them.
 */
export function listKnownPrefixes(codeSpace: CodeSpace): Record<string, string> {
  const prefixes: Record<string, string> = { [WBXML_PREFIX]: WBXML_NAMESPACE };
  for (const { prefix, namespace } of codeSpace.pages) prefixes[prefix] = namespace;
  return prefixes;
}
