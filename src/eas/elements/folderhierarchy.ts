import { TO_12_1 } from "../versions";
import {
  type ElementsOfPage,
  type ElementValue,
  type Place,
  request,
  response,
  spec,
  UNBOUNDED,
} from "./element";

/** Add and Update in a FolderSync response have the same four children, once each. */
const inAddAndUpdate: readonly Place[] = [
  response("FolderSync", "FolderHierarchy:Add", 1, 1),
  response("FolderSync", "FolderHierarchy:Update", 1, 1),
];

/** GetHierarchy returns a flat list of folders; it was last supported in 12.1. */
const inListedFolder: readonly Place[] = [
  response("GetHierarchy", "FolderHierarchy:Folder", 1, 1, { versions: TO_12_1 }),
];

const keyAfterSuccess = { when: "where the command succeeded" };

const userMade: readonly ElementValue[] = [
  { value: "12", meaning: "Mail folder made by the user." },
  { value: "13", meaning: "Calendar made by the user." },
  { value: "14", meaning: "Contacts folder made by the user." },
  { value: "15", meaning: "Tasks folder made by the user." },
  { value: "16", meaning: "Journal made by the user." },
  { value: "17", meaning: "Notes folder made by the user." },
];
const generic: ElementValue = { value: "1", meaning: "Folder made by the user, of no particular class." };
const mailDefaults: readonly ElementValue[] = [
  { value: "2", meaning: "Inbox." },
  { value: "3", meaning: "Drafts." },
  { value: "4", meaning: "Deleted Items." },
  { value: "5", meaning: "Sent Items." },
  { value: "6", meaning: "Outbox." },
];
const otherDefaults: readonly ElementValue[] = [
  { value: "7", meaning: "Tasks." },
  { value: "8", meaning: "Calendar." },
  { value: "9", meaning: "Contacts." },
  { value: "10", meaning: "Notes." },
  { value: "11", meaning: "Journal." },
];
const lastTypes: readonly ElementValue[] = [
  { value: "18", meaning: "Type not known." },
  { value: "19", meaning: "Recipient information cache, the people the user writes to most; its id is RI." },
];

/**
 * Code page 7, FolderHierarchy: the elements of FolderSync, FolderCreate, FolderDelete, FolderUpdate
 * [MS-ASCMD] 2.2.1.3 to 2.2.1.6 and of GetHierarchy 2.2.1.8.
 */
export const folderhierarchy: ElementsOfPage<"FolderHierarchy"> = {
  Folders: {
    type: "container",
    summary:
      "Root of a GetHierarchy response: the mail folders of the mailbox as one flat list. The request has no body.",
    places: [response("GetHierarchy", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.75.1"), spec("MS-ASCMD 2.2.1.8")],
    deprecated: "Ends with 12.1; FolderSync lists all folders and keeps the list up to date.",
  },
  Folder: {
    type: "container",
    summary: "One mail folder in a GetHierarchy response.",
    places: [response("GetHierarchy", "FolderHierarchy:Folders", 1, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.71.1")],
    deprecated: "Ends with 12.1; FolderSync gives Add, Update and Delete instead.",
  },
  DisplayName: {
    type: "string",
    summary:
      "The folder's name as people see it, unique among the folders with the same parent. What a client sends has 1 to 256 characters.",
    limits: { minLength: 1, maxLength: 256 },
    meanings: [
      {
        where: "in FolderCreate",
        parent: "FolderHierarchy:FolderCreate",
        text: "The name for the new folder.",
        spec: spec("MS-ASCMD 2.2.3.49.3"),
      },
      {
        where: "in FolderUpdate",
        parent: "FolderHierarchy:FolderUpdate",
        text: "The name the folder is to have from now on; say the old one to move the folder without renaming it.",
        spec: spec("MS-ASCMD 2.2.3.49.3"),
      },
      {
        where: "in a FolderSync response",
        command: "FolderSync",
        text: "The name of the folder added or changed.",
        spec: spec("MS-ASCMD 2.2.3.49.4"),
      },
      {
        where: "in a GetHierarchy response",
        command: "GetHierarchy",
        text: "The name of the folder listed.",
        spec: spec("MS-ASCMD 2.2.3.49.5"),
      },
    ],
    places: [
      request("FolderCreate", "FolderHierarchy:FolderCreate", 1, 1),
      request("FolderUpdate", "FolderHierarchy:FolderUpdate", 1, 1),
      ...inAddAndUpdate,
      ...inListedFolder,
    ],
    spec: [spec("MS-ASCMD 2.2.3.49.3"), spec("MS-ASCMD 2.2.3.49.4"), spec("MS-ASCMD 2.2.3.49.5")],
  },
  ServerId: {
    type: "string",
    summary:
      "The server's name for a folder, opaque to the client, which keeps it: Sync, Ping and others call the folder by it (there as CollectionId or Id).",
    limits: { minLength: 1, maxLength: 64 },
    meanings: [
      {
        where: "in a FolderCreate response",
        command: "FolderCreate",
        text: "The id of the folder just made; missing where it was not made.",
        spec: spec("MS-ASCMD 2.2.3.166.2"),
      },
      {
        where: "in a FolderDelete request",
        command: "FolderDelete",
        text: "The folder to be removed.",
        spec: spec("MS-ASCMD 2.2.3.166.3"),
      },
      {
        where: "in a FolderSync response",
        command: "FolderSync",
        text: "The folder that was added, changed or removed on the server.",
        spec: spec("MS-ASCMD 2.2.3.166.4"),
      },
      {
        where: "in a FolderUpdate request",
        command: "FolderUpdate",
        text: "The folder to be renamed or moved.",
        spec: spec("MS-ASCMD 2.2.3.166.5"),
      },
      {
        where: "in a GetHierarchy response",
        command: "GetHierarchy",
        text: "The folder listed.",
        spec: spec("MS-ASCMD 2.2.3.166.6"),
      },
    ],
    places: [
      response("FolderCreate", "FolderHierarchy:FolderCreate", 0, 1, keyAfterSuccess),
      request("FolderDelete", "FolderHierarchy:FolderDelete", 1, 1),
      request("FolderUpdate", "FolderHierarchy:FolderUpdate", 1, 1),
      ...inAddAndUpdate,
      response("FolderSync", "FolderHierarchy:Delete", 1, 1),
      ...inListedFolder,
    ],
    spec: [
      spec("MS-ASCMD 2.2.3.166.2"),
      spec("MS-ASCMD 2.2.3.166.3"),
      spec("MS-ASCMD 2.2.3.166.4"),
      spec("MS-ASCMD 2.2.3.166.5"),
      spec("MS-ASCMD 2.2.3.166.6"),
    ],
  },
  ParentId: {
    type: "string",
    summary: "The folder this one lies in, by its ServerId; 0 is the root of the mailbox.",
    limits: { minLength: 1, maxLength: 64 },
    meanings: [
      {
        where: "in a FolderCreate request",
        command: "FolderCreate",
        text: "Where the new folder goes; it cannot lie in the recipient cache.",
        spec: spec("MS-ASCMD 2.2.3.129.1"),
      },
      {
        where: "in a FolderUpdate request",
        command: "FolderUpdate",
        text: "Where the folder is to lie from now on; say the parent it has to rename the folder without moving it.",
        spec: spec("MS-ASCMD 2.2.3.129.3"),
      },
      {
        where: "in a FolderSync response",
        command: "FolderSync",
        text: "Where the folder added or changed lies.",
        spec: spec("MS-ASCMD 2.2.3.129.2"),
      },
      {
        where: "in a GetHierarchy response",
        command: "GetHierarchy",
        text: "Where the folder listed lies.",
        spec: spec("MS-ASCMD 2.2.3.129.4"),
      },
    ],
    places: [
      request("FolderCreate", "FolderHierarchy:FolderCreate", 1, 1),
      request("FolderUpdate", "FolderHierarchy:FolderUpdate", 1, 1),
      ...inAddAndUpdate,
      ...inListedFolder,
    ],
    spec: [
      spec("MS-ASCMD 2.2.3.129.1"),
      spec("MS-ASCMD 2.2.3.129.2"),
      spec("MS-ASCMD 2.2.3.129.3"),
      spec("MS-ASCMD 2.2.3.129.4"),
    ],
  },
  Type: {
    type: "unsignedByte",
    summary:
      "What kind of folder it is: one of the mailbox's own, such as the Inbox, or one that the user made, and for which class of item.",
    limits: { min: 1, max: 19 },
    meanings: [
      {
        where: "in a FolderCreate request",
        command: "FolderCreate",
        text: "The kind of folder to be made. The mailbox's own folders cannot be made, so that 2 to 11 and 19 are refused.",
        values: [generic, ...userMade],
        spec: spec("MS-ASCMD 2.2.3.186.2"),
      },
      {
        where: "in a FolderSync response",
        command: "FolderSync",
        text: "The kind of the folder added or changed.",
        values: [generic, ...mailDefaults, ...otherDefaults, ...userMade, ...lastTypes],
        spec: spec("MS-ASCMD 2.2.3.186.3"),
      },
      {
        where: "in a GetHierarchy response",
        command: "GetHierarchy",
        text: "The kind of the folder listed; only folders of mail are.",
        values: [generic, ...mailDefaults],
        spec: spec("MS-ASCMD 2.2.3.186.4"),
      },
    ],
    values: [generic, ...mailDefaults, ...otherDefaults, ...userMade, ...lastTypes],
    places: [
      request("FolderCreate", "FolderHierarchy:FolderCreate", 1, 1),
      ...inAddAndUpdate,
      ...inListedFolder,
    ],
    spec: [spec("MS-ASCMD 2.2.3.186.2"), spec("MS-ASCMD 2.2.3.186.3"), spec("MS-ASCMD 2.2.3.186.4")],
  },
  Status: {
    type: "unsignedByte",
    summary:
      "Whether the command worked; one for the whole request. Which numbers there are differs from command to command.",
    meanings: [
      {
        where: "in a FolderCreate response",
        command: "FolderCreate",
        text: "Whether the folder was made.",
        spec: spec("MS-ASCMD 2.2.3.177.3"),
      },
      {
        where: "in a FolderDelete response",
        command: "FolderDelete",
        text: "Whether the folder was removed.",
        spec: spec("MS-ASCMD 2.2.3.177.4"),
      },
      {
        where: "in a FolderSync response",
        command: "FolderSync",
        text: "Whether the hierarchy could be brought into step; it is all of it or none.",
        spec: spec("MS-ASCMD 2.2.3.177.5"),
      },
      {
        where: "in a FolderUpdate response",
        command: "FolderUpdate",
        text: "Whether the folder was renamed or moved.",
        spec: spec("MS-ASCMD 2.2.3.177.6"),
      },
    ],
    places: [
      response("FolderSync", "FolderHierarchy:FolderSync", 1, 1),
      response("FolderCreate", "FolderHierarchy:FolderCreate", 1, 1),
      response("FolderDelete", "FolderHierarchy:FolderDelete", 1, 1),
      response("FolderUpdate", "FolderHierarchy:FolderUpdate", 1, 1),
    ],
    spec: [
      spec("MS-ASCMD 2.2.3.177.3"),
      spec("MS-ASCMD 2.2.3.177.4"),
      spec("MS-ASCMD 2.2.3.177.5"),
      spec("MS-ASCMD 2.2.3.177.6"),
    ],
  },
  Changes: {
    type: "container",
    summary:
      "What changed in the tree of folders since the SyncKey of the request; after SyncKey 0 all folders, each as an Add.",
    places: [response("FolderSync", "FolderHierarchy:FolderSync", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.25")],
  },
  Add: {
    type: "container",
    summary: "A folder that the client does not have yet, with id, parent, name and type.",
    places: [response("FolderSync", "FolderHierarchy:Changes", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.7.1")],
  },
  Delete: {
    type: "container",
    summary: "A folder that the server no longer has; the client drops it with all that is in it.",
    places: [response("FolderSync", "FolderHierarchy:Changes", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.42.1")],
  },
  Update: {
    type: "container",
    summary: "A folder that was renamed or moved, with all four of its properties as they are now.",
    places: [response("FolderSync", "FolderHierarchy:Changes", 0, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.187")],
  },
  SyncKey: {
    type: "string",
    summary:
      "The state of the folder tree that the client has, opaque to it; each success hands out a new one that the next command must bring. 0 starts from nothing. It has nothing to do with the SyncKey of a collection.",
    limits: { minLength: 1, maxLength: 64 },
    meanings: [
      {
        where: "in a FolderSync request",
        command: "FolderSync",
        direction: "request",
        text: "The last key received, or 0 for a list of all folders.",
        spec: spec("MS-ASCMD 2.2.3.181.2"),
      },
      {
        where: "in the response of any of the four commands",
        direction: "response",
        text: "The key for the next of them, whichever that is; missing where the command failed.",
        spec: spec("MS-ASCMD 2.2.3.181.1"),
      },
    ],
    places: [
      request("FolderSync", "FolderHierarchy:FolderSync", 1, 1),
      response("FolderSync", "FolderHierarchy:FolderSync", 0, 1, keyAfterSuccess),
      request("FolderCreate", "FolderHierarchy:FolderCreate", 1, 1),
      response("FolderCreate", "FolderHierarchy:FolderCreate", 0, 1, keyAfterSuccess),
      request("FolderDelete", "FolderHierarchy:FolderDelete", 1, 1),
      response("FolderDelete", "FolderHierarchy:FolderDelete", 0, 1, keyAfterSuccess),
      request("FolderUpdate", "FolderHierarchy:FolderUpdate", 1, 1),
      response("FolderUpdate", "FolderHierarchy:FolderUpdate", 0, 1, keyAfterSuccess),
    ],
    spec: [spec("MS-ASCMD 2.2.3.181.1"), spec("MS-ASCMD 2.2.3.181.2")],
  },
  FolderCreate: {
    type: "container",
    summary:
      "Root of a FolderCreate message: makes one folder, and answers with its id and the new state of the tree.",
    places: [request("FolderCreate", undefined, 1, 1), response("FolderCreate", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.72"), spec("MS-ASCMD 2.2.1.3")],
  },
  FolderDelete: {
    type: "container",
    summary:
      "Root of a FolderDelete message: removes one folder that the user made, and answers with the new state of the tree.",
    places: [request("FolderDelete", undefined, 1, 1), response("FolderDelete", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.73"), spec("MS-ASCMD 2.2.1.4")],
  },
  FolderUpdate: {
    type: "container",
    summary:
      "Root of a FolderUpdate message: gives one folder another name, another parent or both. Name and parent are always both said.",
    places: [request("FolderUpdate", undefined, 1, 1), response("FolderUpdate", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.77"), spec("MS-ASCMD 2.2.1.6")],
  },
  FolderSync: {
    type: "container",
    summary:
      "Root of a FolderSync message: brings the tree of folders into step, but not what lies in the folders, which is for Sync.",
    places: [request("FolderSync", undefined, 1, 1), response("FolderSync", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.76"), spec("MS-ASCMD 2.2.1.5")],
  },
  Count: {
    type: "unsignedInt",
    summary: "How many Add, Update and Delete follow in Changes; 0 where the tree is as the client has it.",
    places: [response("FolderSync", "FolderHierarchy:Changes", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.37")],
  },
};
