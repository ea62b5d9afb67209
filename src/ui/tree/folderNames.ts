import type { LinkedDocument } from "../../document/open";
import { onlyLeaf } from "../../document/rows";
import type { FolderKind } from "../../eas/folderKinds";
import type { Exchange } from "../../session/conversations";
import { rowText } from "../kit/rowText";

/** The names of folders by their ids. */
export type FolderNames = ReadonlyMap<string, string>;

const TITLES: Readonly<Partial<Record<FolderKind, string>>> = {
  inbox: "Inbox",
  outbox: "Outbox",
  sent: "Sent Items",
  drafts: "Drafts",
  calendar: "Calendar",
  contacts: "Contacts",
  tasks: "Tasks",
  notes: "Notes",
};

/** The elements that hold the id of a folder. */
const FOLDER_IDS: ReadonlySet<string> = new Set([
  "AirSync:CollectionId",
  "GetItemEstimate:CollectionId",
  "MeetingResponse:CollectionId",
  "Move:SrcFldId",
  "Move:DstFldId",
  "Ping:Id",
]);

/**
 * The names of the folders of an exchange, as far as messages of its conversation tell them. The only one is
 * of the kind that is known about the message.
 */
export function listFolderNames(exchange: Exchange | undefined, known: FolderKind = "unknown"): FolderNames {
  const folders = exchange?.folders ?? [];
  return new Map(
    folders.flatMap(({ id, name, kind = folders.length === 1 ? known : "unknown" }) => {
      const title = name ?? TITLES[kind];
      return title === undefined ? [] : [[id, title] as const];
    }),
  );
}

/** The name of the folder whose id an element holds; `undefined` for other elements and unknown folders. */
export function findFolderName(
  document: LinkedDocument,
  node: number,
  folders: FolderNames,
): string | undefined {
  if (folders.size === 0 || onlyLeaf(document.tree.tokens, node) < 0) return undefined;
  const { name, namespace, value } = rowText(document, node);
  return FOLDER_IDS.has(`${namespace}:${name}`) ? folders.get(value) : undefined;
}
