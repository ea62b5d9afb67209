/**
 * Folder types [MS-ASCMD 2.2.3.186.3], and the class of items in a folder of each type. Generic folders (1),
 * journals (11 and 16), folders of unknown type (18) and the recipient cache (19) have no class that Sync
 * knows.
 */
const KINDS_BY_TYPE = {
  "2": "inbox",
  "3": "drafts",
  "4": "user-mail", // Deleted Items
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
} as const;

/**
 * The kind of a folder, as far as it determines the class of its items. "user-mail" is any mail folder except
 * the four named ones.
 */
export type FolderKind = (typeof KINDS_BY_TYPE)[keyof typeof KINDS_BY_TYPE] | "unknown";

const byType: ReadonlyMap<string, FolderKind> = new Map(Object.entries(KINDS_BY_TYPE));
const kinds: ReadonlySet<string> = new Set([...byType.values(), "unknown"]);

/**
 * The kind of a folder by the text of its Type; `undefined` for types that do not determine a class of items.
 */
export function findFolderKind(type: string): FolderKind | undefined {
  return byType.get(type.trim());
}

/** Whether a text is the name of a folder kind. */
export function isFolderKind(text: string): text is FolderKind {
  return kinds.has(text);
}
