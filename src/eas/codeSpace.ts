import type { CodePage, CodeSpace, CodeSpaceTag, FoundTag } from "../wbxml/codeSpace";
import { type CodePageTable, codePageTables } from "./codePageTables";
import { retiredTags } from "./retiredTags";
import { tagAliases } from "./tagAliases";

interface PageIndex extends CodePage {
  readonly byToken: readonly (CodeSpaceTag | undefined)[];
  readonly byName: ReadonlyMap<string, FoundTag>;
  readonly byFoldedName: ReadonlyMap<string, FoundTag>;
}

function indexPage({ page, namespace, prefix, tags }: CodePageTable): PageIndex {
  const byToken: (CodeSpaceTag | undefined)[] = [];
  const byName = new Map<string, FoundTag>();
  const add = (token: number, name: string, retired: boolean): void => {
    const tag: CodeSpaceTag = retired ? { page, token, name, retired } : { page, token, name };
    byToken[token] ??= tag;
    if (!byName.has(name)) byName.set(name, tag);
  };
  for (const [token, name] of tags) add(token, name, false);
  for (const [token, name] of retiredTags[page] ?? []) add(token, name, true);
  for (const [alias, name] of Object.entries(tagAliases[page] ?? {})) {
    const tag = byName.get(name);
    if (tag !== undefined && !byName.has(alias)) byName.set(alias, { ...tag, as: "alias" });
  }
  const byFoldedName = new Map<string, FoundTag>();
  for (const [name, tag] of byName) {
    const folded = name.toLowerCase();
    if (!byFoldedName.has(folded)) byFoldedName.set(folded, { ...tag, as: tag.as ?? "other-case" });
  }
  return { page, namespace, prefix, byToken, byName, byFoldedName };
}

const pages: readonly PageIndex[] = codePageTables.map(indexPage);

/** Normalizes a namespace: removes a trailing colon ("AirSync:") and a leading "uri:", and ignores case. */
function foldNamespace(namespace: string): string {
  return namespace.toLowerCase().replace(/^uri:/, "").replace(/:$/, "");
}

const byNamespace = new Map(pages.map((page) => [foldNamespace(page.namespace), page]));

/**
 * The tag code space of EAS: the 26 code pages of [MS-ASWBXML] 2.1.2.1 and the retired tokens (marked as
 * such). XML names are also looked up under the names that other tools write, in any case. Namespaces are
 * accepted with and without a trailing colon.
 */
export const easCodeSpace: CodeSpace = {
  pages,
  page: (page) => pages[page],
  pageOf: (namespace) => byNamespace.get(foldNamespace(namespace)),
  tag: (page, token) => pages[page]?.byToken[token],
  find: (page, name) => pages[page]?.byName.get(name) ?? pages[page]?.byFoldedName.get(name.toLowerCase()),
};
