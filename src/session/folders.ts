import type { LinkedDocument } from "../document/open";
import { type FolderKind, findFolderKind } from "../eas/folderKinds";
import { rootElement } from "../wbxml/tree";
import { readElements } from "./elements";
import type { SessionMessage } from "./messages";

/** A folder of the hierarchy, as a message names it. */
export interface Folder {
  /** Its ServerId, which is the CollectionId in Sync. */
  readonly id: string;
  /** Its DisplayName. */
  readonly name: string | undefined;
  /** `undefined` for a type that does not determine a class of items. */
  readonly kind: FolderKind | undefined;
  /** The command and the name of the exchange that it is known from. */
  readonly command: string;
  readonly from: string;
}

/**
 * The folders that a message adds or changes: a FolderSync response, or a FolderCreate response together with
 * its request [MS-ASCMD 2.2.1.5, 2.2.1.3]. `from` is the name of the exchange.
 */
export function listFolderChanges(
  { document, command, direction }: SessionMessage,
  request: SessionMessage | undefined,
  from: string,
): readonly Folder[] {
  if (command === "FolderSync") return listChanges(document).map((change) => ({ ...change, command, from }));
  if (command !== "FolderCreate" || direction !== "response" || request === undefined) return [];
  const id = rootText(document, "ServerId");
  const name = rootText(request.document, "DisplayName");
  return id === undefined || id === ""
    ? []
    : [{ id, name, kind: toKind(rootText(request.document, "Type")), command, from }];
}

function toKind(type: string | undefined): FolderKind | undefined {
  return type === undefined ? undefined : findFolderKind(type);
}

function listChanges(document: LinkedDocument): readonly Pick<Folder, "id" | "name" | "kind">[] {
  const { children, childText } = readElements(document);
  return children(rootElement(document.tree.tokens), "FolderHierarchy:Changes")
    .flatMap((changes) => [
      ...children(changes, "FolderHierarchy:Add"),
      ...children(changes, "FolderHierarchy:Update"),
    ])
    .flatMap((change) => {
      const id = childText(change, "FolderHierarchy:ServerId");
      const name = childText(change, "FolderHierarchy:DisplayName");
      const kind = toKind(childText(change, "FolderHierarchy:Type"));
      return id === undefined || id === "" ? [] : [{ id, name, kind }];
    });
}

/** The text of an element of the folder hierarchy directly inside the root. */
function rootText(document: LinkedDocument, name: string): string | undefined {
  return readElements(document).childText(rootElement(document.tree.tokens), `FolderHierarchy:${name}`);
}
