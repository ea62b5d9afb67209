import { ALL, TO_12_1 } from "../../eas/versions";
import { defineTemplate, type Template, type TemplateSource } from "./template";

type FolderSource = Pick<TemplateSource, "id" | "title" | "purpose" | "command" | "direction" | "section"> &
  Partial<TemplateSource> & { readonly inside: string };

const defineFolderTemplate = ({ inside, ...source }: FolderSource): Template =>
  defineTemplate({
    group: "Folders",
    versions: ALL,
    write: () => `<${source.command} xmlns="FolderHierarchy">${inside}</${source.command}>`,
    ...source,
  });

/** The folders of a mailbox: ServerId, parent, name and Type [MS-ASCMD 2.2.3.186.3]. */
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

const addElements = MAILBOX.map(
  ([id, parent, name, type]) =>
    `<Add><ServerId>${id}</ServerId><ParentId>${parent}</ParentId><DisplayName>${name}</DisplayName>` +
    `<Type>${type}</Type></Add>`,
).join("");

const folderElements = MAILBOX.map(
  ([id, parent, name, type]) =>
    `<Folder><DisplayName>${name}</DisplayName><ServerId>${id}</ServerId><Type>${type}</Type>` +
    `<ParentId>${parent}</ParentId></Folder>`,
).join("");

/**
 * Templates for the folder hierarchy: FolderSync, FolderCreate, FolderUpdate, FolderDelete, and the response
 * of GetHierarchy.
 */
export const folderTemplates: readonly Template[] = [
  defineFolderTemplate({
    id: "folder-sync",
    title: "FolderSync: the whole tree, SyncKey 0",
    command: "FolderSync",
    direction: "request",
    purpose: "Asks for all folders of the mailbox.",
    section: "MS-ASCMD 2.2.1.5",
    inside: "<SyncKey>0</SyncKey>",
  }),
  defineFolderTemplate({
    id: "folder-sync-answer",
    title: "FolderSync: all folders of a mailbox",
    command: "FolderSync",
    direction: "response",
    purpose: "Lists the folders with their types, including the Outbox.",
    section: "MS-ASCMD 2.2.1.5",
    inside: `<Status>1</Status><SyncKey>1</SyncKey><Changes><Count>${MAILBOX.length}</Count>${addElements}</Changes>`,
  }),
  defineFolderTemplate({
    id: "folder-sync-changes",
    title: "FolderSync: one folder renamed, one deleted",
    command: "FolderSync",
    direction: "response",
    purpose: "Reports that one folder was renamed and another was deleted.",
    section: "MS-ASCMD 2.2.1.5",
    inside:
      "<Status>1</Status><SyncKey>2</SyncKey><Changes><Count>2</Count><Update><ServerId>12</ServerId>" +
      "<ParentId>5</ParentId><DisplayName>Old " +
      "projects</DisplayName><Type>12</Type></Update><Delete><ServerId>14</ServerId></Delete></Changes>",
  }),
  defineFolderTemplate({
    id: "folder-create",
    title: "FolderCreate: a mail folder in the Inbox",
    command: "FolderCreate",
    direction: "request",
    purpose: "Creates a mail folder in the Inbox.",
    section: "MS-ASCMD 2.2.1.3",
    inside: "<SyncKey>1</SyncKey><ParentId>5</ParentId><DisplayName>Invoices</DisplayName><Type>12</Type>",
  }),
  defineFolderTemplate({
    id: "folder-create-answer",
    title: "FolderCreate: done",
    command: "FolderCreate",
    direction: "response",
    purpose: "Gives the new folder its ServerId.",
    section: "MS-ASCMD 2.2.1.3",
    inside: "<Status>1</Status><SyncKey>2</SyncKey><ServerId>13</ServerId>",
  }),
  defineFolderTemplate({
    id: "folder-update",
    title: "FolderUpdate: rename a folder",
    command: "FolderUpdate",
    direction: "request",
    purpose: "Renames a folder; a different ParentId moves it.",
    section: "MS-ASCMD 2.2.1.6",
    inside:
      "<SyncKey>2</SyncKey><ServerId>13</ServerId><ParentId>5</ParentId><DisplayName>Paid " +
      "invoices</DisplayName>",
  }),
  defineFolderTemplate({
    id: "folder-update-answer",
    title: "FolderUpdate: done",
    command: "FolderUpdate",
    direction: "response",
    purpose: "Confirms that the folder was renamed or moved.",
    section: "MS-ASCMD 2.2.1.6",
    inside: "<Status>1</Status><SyncKey>3</SyncKey>",
  }),
  defineFolderTemplate({
    id: "folder-delete",
    title: "FolderDelete: delete a folder",
    command: "FolderDelete",
    direction: "request",
    purpose: "Deletes a folder and everything in it.",
    section: "MS-ASCMD 2.2.1.4",
    inside: "<SyncKey>3</SyncKey><ServerId>13</ServerId>",
  }),
  defineFolderTemplate({
    id: "folder-delete-answer",
    title: "FolderDelete: done",
    command: "FolderDelete",
    direction: "response",
    purpose: "Confirms that the folder was deleted.",
    section: "MS-ASCMD 2.2.1.4",
    inside: "<Status>1</Status><SyncKey>4</SyncKey>",
  }),
  defineFolderTemplate({
    id: "get-hierarchy-answer",
    title: "GetHierarchy: the mail folders",
    command: "GetHierarchy",
    direction: "response",
    purpose: "Lists the folders for a client of version 12.1 or earlier, whose request has no body.",
    section: "MS-ASCMD 2.2.1.8",
    versions: TO_12_1,
    inside: "",
    write: () => `<Folders xmlns="FolderHierarchy">${folderElements}</Folders>`,
  }),
];
