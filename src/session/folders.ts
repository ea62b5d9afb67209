import type { LinkedDocument } from "../document/open";
import { isElement } from "../wbxml/tokenTable";
import { keyOfNode } from "./context";
import { pairsOf, type Sent } from "./pairs";

/**
 * What kind of folder a collection is, as far as the class of its items goes. "user-mail" is any folder of
 * mail but the four named.
 */
export type KnownFolder =
  | "inbox"
  | "outbox"
  | "sent"
  | "drafts"
  | "user-mail"
  | "calendar"
  | "contacts"
  | "tasks"
  | "notes";

/** A message of a session, opened. */
export interface SessionMessage extends Sent {
  readonly document: LinkedDocument;
}

/**
 * Folder types [MS-ASCMD 2.2.3.186.3]. Generic folders, journals, the recipient cache and unknown ones have
 * no class that Sync knows.
 */
const KINDS: Readonly<Record<string, KnownFolder>> = {
  "2": "inbox",
  "3": "drafts",
  "4": "user-mail",
  "5": "sent",
  "6": "outbox",
  "7": "tasks",
  "8": "calendar",
  "9": "contacts",
  "10": "notes",
  "12": "user-mail",
  "13": "calendar",
  "14": "contacts",
  "15": "tasks",
  "17": "notes",
};

/**
 * By ServerId (the CollectionId of Sync), the kinds of the folders that the FolderSync responses and
 * FolderCreate exchanges of a session tell [MS-ASCMD 2.2.1.5, 2.2.1.3], wherever in the session they stand: a
 * folder keeps its kind and its ServerId.
 */
export function foldersOf(messages: readonly SessionMessage[]): ReadonlyMap<string, KnownFolder> {
  const folders = new Map<string, KnownFolder>();
  const learn = (id: string | undefined, type: string | undefined): void => {
    const kind = type === undefined ? undefined : KINDS[type.trim()];
    if (id !== undefined && id !== "" && kind !== undefined) folders.set(id, kind);
  };
  for (const { document, command } of messages) {
    if (command !== "FolderSync") continue;
    for (const change of changesOf(document))
      learn(textOf(document, change, "ServerId"), textOf(document, change, "Type"));
  }
  for (const { request, response } of pairsOf(messages.filter(({ command }) => command === "FolderCreate"))) {
    learn(
      textOf(response.document, rootOf(response.document), "ServerId"),
      textOf(request.document, rootOf(request.document), "Type"),
    );
  }
  return folders;
}

function changesOf(document: LinkedDocument): readonly number[] {
  return childrenOf(document, rootOf(document), "Changes").flatMap((changes) => [
    ...childrenOf(document, changes, "Add"),
    ...childrenOf(document, changes, "Update"),
  ]);
}

function rootOf({ tree }: LinkedDocument): number {
  return tree.roots().find((node) => isElement(tree.tokens, node)) ?? -1;
}

function childrenOf(document: LinkedDocument, node: number, name: string): readonly number[] {
  if (node < 0) return [];
  return document.tree
    .children(node)
    .filter((child) => keyOfNode(document, child) === `FolderHierarchy:${name}`);
}

function textOf(document: LinkedDocument, node: number, name: string): string | undefined {
  const [child] = childrenOf(document, node, name);
  if (child === undefined) return undefined;
  const { tree } = document;
  return tree
    .children(child)
    .map((part) => tree.text(part) ?? "")
    .join("");
}
