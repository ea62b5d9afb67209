import type { FolderKind } from "../../../eas/folderKinds";

/** The elements of the SMS class, by name, with the namespace of each [MS-ASMS 2.2, 2.2.2.1]. */
export const smsNamespaces: Readonly<Record<string, string>> = {
  To: "Email",
  From: "Email",
  DateReceived: "Email",
  Importance: "Email",
  Read: "Email",
  InternetCPID: "Email",
  Flag: "Email",
  Body: "AirSyncBase",
  ConversationId: "Email2",
  ConversationIndex: "Email2",
};

/** The keys of the SMS class, "Email:To". */
export const smsElements: ReadonlySet<string> = new Set(
  Object.entries(smsNamespaces).map(([name, namespace]) => `${namespace}:${name}`),
);

/** Whether a Class is meant to be SMS, regardless of its spelling. */
export function isSmsClass(text: string | undefined): boolean {
  return text !== undefined && text.trim().toUpperCase() === "SMS";
}

const MAIL: ReadonlySet<FolderKind> = new Set(["inbox", "outbox", "sent", "drafts", "user-mail"]);

/**
 * Whether a folder contains e-mail and therefore may contain SMS [MS-ASMS 3.1.4.1]; `undefined` if its kind
 * is unknown.
 */
export function canHoldMail(kind: FolderKind): boolean | undefined {
  return kind === "unknown" ? undefined : MAIL.has(kind);
}

const WORDS: Readonly<Record<FolderKind, string>> = {
  inbox: "the Inbox",
  outbox: "the Outbox",
  sent: "Sent Items",
  drafts: "Drafts",
  "user-mail": "a mail folder other than Inbox, Outbox and Sent Items",
  calendar: "a calendar",
  contacts: "a contacts folder",
  tasks: "a tasks folder",
  notes: "a notes folder",
  unknown: "a folder of unknown kind",
};

/** Describes a kind of folder in words that fit into a sentence. */
export function describeFolder(kind: FolderKind): string {
  return WORDS[kind];
}
