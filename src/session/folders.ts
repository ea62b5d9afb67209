import type { LinkedDocument } from "../document/open";
import { type FolderKind, findFolderKind } from "../eas/folderKinds";
import { rootElement } from "../wbxml/tree";
import { readElements } from "./elements";
import { type PairableMessage, pairMessages } from "./pairs";

/** A message of a session, with its document open. */
export interface SessionMessage extends PairableMessage {
  readonly document: LinkedDocument;
}

/**
 * Finds the kinds of folders, by ServerId (the CollectionId in Sync), from the FolderSync responses and
 * FolderCreate exchanges of a session [MS-ASCMD 2.2.1.5, 2.2.1.3]. Their position in the session does not
 * matter, because a folder keeps its kind and its ServerId.
 */
export function findFolderKinds(messages: readonly SessionMessage[]): ReadonlyMap<string, FolderKind> {
  const folders = new Map<string, FolderKind>();
  const learn = (id: string | undefined, type: string | undefined): void => {
    const kind = type === undefined ? undefined : findFolderKind(type);
    if (id !== undefined && id !== "" && kind !== undefined) folders.set(id, kind);
  };
  for (const { document, command } of messages) {
    if (command !== "FolderSync") continue;
    const { childText } = readElements(document);
    for (const change of listChanges(document))
      learn(childText(change, "FolderHierarchy:ServerId"), childText(change, "FolderHierarchy:Type"));
  }
  for (const { request, response } of pairMessages(
    messages.filter(({ command }) => command === "FolderCreate"),
  ))
    learn(rootText(response.document, "ServerId"), rootText(request.document, "Type"));
  return folders;
}

function listChanges(document: LinkedDocument): readonly number[] {
  const { children } = readElements(document);
  return children(rootElement(document.tree.tokens), "FolderHierarchy:Changes").flatMap((changes) => [
    ...children(changes, "FolderHierarchy:Add"),
    ...children(changes, "FolderHierarchy:Update"),
  ]);
}

/** The text of an element of the folder hierarchy directly inside the root. */
function rootText(document: LinkedDocument, name: string): string | undefined {
  return readElements(document).childText(rootElement(document.tree.tokens), `FolderHierarchy:${name}`);
}
