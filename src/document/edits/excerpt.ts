import { joinBytes } from "../../bytes/join";
import type { CodeSpace } from "../../wbxml/codeSpace";
import { GlobalToken } from "../../wbxml/globalToken";
import { behindHeader, isElement, nodeRange, pageOf, startOf } from "../../wbxml/tokenTable";
import { leafNotation } from "../notation/leaf";
import { type LinkedDocument, openDocument } from "../open";
import { planXml } from "../plan/fromXml";
import { isEncodable, type Problem } from "../problem";

/**
 * A node of a document as a separate document: the header, a SWITCH_PAGE if needed, and the unchanged bytes
 * of the node.
 */
export function excerpt({ tree: { tokens } }: LinkedDocument, token: number): Uint8Array {
  const { bytes } = tokens;
  const header = bytes.subarray(0, startOf(tokens, behindHeader(tokens)));
  const own = pageOf(tokens, token);
  const range = nodeRange(tokens, token);
  const switched =
    own === 0 || !isElement(tokens, token) ? [] : [Uint8Array.of(GlobalToken.SWITCH_PAGE, own)];
  return joinBytes([header, ...switched, bytes.slice(range.start, range.end)]);
}

const HEADER = /^<\?wbxml [\s\S]*?\?>\s*/;
const DECLARATION = /^\s*<\?xml [\s\S]*?\?>\s*/;

/** A node as self-contained XML: namespaces are declared and the header is omitted. */
export function fragmentXml(document: LinkedDocument, token: number): string {
  if (!isElement(document.tree.tokens, token)) return leafNotation(document.tree, token);
  return openDocument(excerpt(document, token), document.codeSpace).xml.replace(HEADER, "");
}

/** An XML text to insert into a document: its content, or the reason why it can't be inserted. */
export type ReadFragment = { readonly xml: string } | { readonly problems: readonly Problem[] };

/** A text as a fragment: one element, optionally after a declaration and a header. */
export function readFragment(text: string, codeSpace: CodeSpace): ReadFragment {
  const xml = text.replace(DECLARATION, "").replace(HEADER, "").trim();
  const { problems } = planXml(xml, codeSpace);
  return isEncodable(problems) ? { xml } : { problems };
}

/**
 * A fragment without the declarations on its root that the document's root also has, because they are already
 * in effect there.
 */
export function withoutDeclared(fragment: string, document: LinkedDocument): string {
  const root = document.plan().nodes.find((node) => node.kind === "element");
  if (root?.kind !== "element") return fragment;
  const declared = new Set(document.xml.slice(root.tag.from, root.tag.to).match(DECLARATIONS) ?? []);
  const end = fragment.indexOf(">") + 1;
  return (
    fragment.slice(0, end).replace(DECLARATIONS, (one) => (declared.has(one) ? "" : one)) +
    fragment.slice(end)
  );
}

const DECLARATIONS = / xmlns(?::[\w-]+)?="[^"<]*"/g;
