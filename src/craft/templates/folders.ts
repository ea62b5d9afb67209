import { ALL, TO_12_1 } from "../../eas/versions";
import { type Template, type TemplateSource, template } from "./template";

type FolderSource = Pick<TemplateSource, "id" | "title" | "purpose" | "command" | "direction" | "section"> &
  Partial<TemplateSource> & { readonly inside: string };

const folder = ({ inside, ...source }: FolderSource): Template =>
  template({
    group: "Folders",
    versions: ALL,
    write: () => `<${source.command} xmlns="FolderHierarchy">${inside}</${source.command}>`,
    ...source,
  });

/** Folders of a mailbox with ServerId, parent, name and Type [MS-ASCMD 2.2.3.186.3]. */
const MAILBOX: readonly (readonly [string, string, string, string])[] = [
  ["1", "0", "Calendar", "8"],
  ["2", "0", "Contacts", "9"],
  ["3", "0", "Tasks", "7"],
  ["5", "0", "Inbox", "2"],
  ["6", "0", "Drafts", "3"],
  ["7", "0", "Deleted Items", "4"],
  ["8", "0", "Sent Items", "5"],
  ["9", "0", "Outbox", "6"],
  ["12", "5", "Projects", "12"],
];

const added = MAILBOX.map(
  ([id, parent, name, type]) =>
    `<Add><ServerId>${id}</ServerId><ParentId>${parent}</ParentId><DisplayName>${name}</DisplayName>` +
    `<Type>${type}</Type></Add>`,
).join("");

const listed = MAILBOX.map(
  ([id, parent, name, type]) =>
    `<Folder><DisplayName>${name}</DisplayName><ServerId>${id}</ServerId><Type>${type}</Type>` +
    `<ParentId>${parent}</ParentId></Folder>`,
).join("");

/** The tree of folders: FolderSync, FolderCreate, FolderUpdate, FolderDelete, and GetHierarchy's answer. */
export const folderTemplates: readonly Template[] = [
  folder({
    id: "folder-sync",
    title: "FolderSync: the whole tree, SyncKey 0",
    command: "FolderSync",
    direction: "request",
    purpose: "Asks for all folders of the mailbox.",
    section: "MS-ASCMD 2.2.1.5",
    inside: "<SyncKey>0</SyncKey>",
  }),
  folder({
    id: "folder-sync-answer",
    title: "FolderSync: all folders of a mailbox",
    command: "FolderSync",
    direction: "response",
    purpose: "Lists the folders with their types, the Outbox among them.",
    section: "MS-ASCMD 2.2.1.5",
    inside: `<Status>1</Status><SyncKey>1</SyncKey><Changes><Count>${MAILBOX.length}</Count>${added}</Changes>`,
  }),
  folder({
    id: "folder-sync-changes",
    title: "FolderSync: one renamed, one gone",
    command: "FolderSync",
    direction: "response",
    purpose: "Tells that a folder has another name and that one was deleted.",
    section: "MS-ASCMD 2.2.1.5",
    inside:
      "<Status>1</Status><SyncKey>2</SyncKey><Changes><Count>2</Count><Update><ServerId>12</ServerId>" +
      "<ParentId>5</ParentId><DisplayName>Old " +
      "projects</DisplayName><Type>12</Type></Update><Delete><ServerId>14</ServerId></Delete></Changes>",
  }),
  folder({
    id: "folder-create",
    title: "FolderCreate: a mail folder in the Inbox",
    command: "FolderCreate",
    direction: "request",
    purpose: "Makes a folder for mail under the Inbox.",
    section: "MS-ASCMD 2.2.1.3",
    inside: "<SyncKey>1</SyncKey><ParentId>5</ParentId><DisplayName>Invoices</DisplayName><Type>12</Type>",
  }),
  folder({
    id: "folder-create-answer",
    title: "FolderCreate: done",
    command: "FolderCreate",
    direction: "response",
    purpose: "Gives the new folder its ServerId.",
    section: "MS-ASCMD 2.2.1.3",
    inside: "<Status>1</Status><SyncKey>2</SyncKey><ServerId>13</ServerId>",
  }),
  folder({
    id: "folder-update",
    title: "FolderUpdate: rename a folder",
    command: "FolderUpdate",
    direction: "request",
    purpose: "Gives a folder another name; another ParentId moves it.",
    section: "MS-ASCMD 2.2.1.6",
    inside:
      "<SyncKey>2</SyncKey><ServerId>13</ServerId><ParentId>5</ParentId><DisplayName>Paid " +
      "invoices</DisplayName>",
  }),
  folder({
    id: "folder-update-answer",
    title: "FolderUpdate: done",
    command: "FolderUpdate",
    direction: "response",
    purpose: "Says that the folder was renamed or moved.",
    section: "MS-ASCMD 2.2.1.6",
    inside: "<Status>1</Status><SyncKey>3</SyncKey>",
  }),
  folder({
    id: "folder-delete",
    title: "FolderDelete: remove a folder",
    command: "FolderDelete",
    direction: "request",
    purpose: "Removes a folder with all that is in it.",
    section: "MS-ASCMD 2.2.1.4",
    inside: "<SyncKey>3</SyncKey><ServerId>13</ServerId>",
  }),
  folder({
    id: "folder-delete-answer",
    title: "FolderDelete: done",
    command: "FolderDelete",
    direction: "response",
    purpose: "Says that the folder was removed.",
    section: "MS-ASCMD 2.2.1.4",
    inside: "<Status>1</Status><SyncKey>4</SyncKey>",
  }),
  folder({
    id: "get-hierarchy-answer",
    title: "GetHierarchy: the mail folders",
    command: "GetHierarchy",
    direction: "response",
    purpose: "Lists the folders to a client of the versions up to 12.1, whose request has no body.",
    section: "MS-ASCMD 2.2.1.8",
    versions: TO_12_1,
    inside: "",
    write: () => `<Folders xmlns="FolderHierarchy">${listed}</Folders>`,
  }),
];
