import { FROM_14_0 } from "../versions";
import { type ElementsOfPage, request, response, spec, UNBOUNDED } from "./element";

/** Code page 13, Ping: the elements of Ping [MS-ASCMD] 2.2.1.13. */
export const ping: ElementsOfPage<"Ping"> = {
  Ping: {
    type: "container",
    summary:
      "Root of a Ping message: the client asks to be told when something new comes into one of its folders, and the server holds the answer back until then or until the time is up. A request without a body repeats the last one.",
    places: [request("Ping", undefined, 1, 1), response("Ping", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.136"), spec("MS-ASCMD 2.2.1.13"), spec("MS-ASCMD 3.1.5.8")],
  },
  Status: {
    type: "unsignedByte",
    summary: "Why the server answers now: changes, end of the interval, or something wrong with the request.",
    places: [response("Ping", "Ping:Ping", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.177.11")],
  },
  HeartbeatInterval: {
    type: "integer",
    summary:
      "Seconds for which the server may keep the request open. It remembers them, so that later requests need not repeat them. Exchange takes 60 to 3540 unless its administrator says otherwise.",
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "How long to wait. The first Ping of a device must say it, later ones only to change it.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "Comes with status 5: the shortest or longest interval allowed, whichever is nearer to what was asked for.",
      },
    ],
    limits: { min: 1, max: 3540 },
    places: [
      request("Ping", "Ping:Ping", 0, 1, { when: "required in the first request of a device" }),
      response("Ping", "Ping:Ping", 0, 1, { when: "with status 5" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.88.1"), spec("MS-ASCMD 3.1.5.8")],
  },
  Folders: {
    type: "container",
    summary: "The folders to watch, or those in which something changed.",
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "All folders to be watched. The server keeps the list and uses it where a later request has none.",
      },
      {
        where: "in a response",
        direction: "response",
        text: "The folders with news, each of which wants a Sync now.",
      },
    ],
    places: [
      request("Ping", "Ping:Ping", 0, 1, { when: "required in the first request of a device" }),
      response("Ping", "Ping:Ping", 0, 1, { when: "with status 2" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.75.2"), spec("MS-ASCMD 3.1.5.8")],
  },
  Folder: {
    type: "container",
    summary: "One folder: a container with Id and Class in the request, the mere id as text in the response.",
    meanings: [
      {
        where: "in a request",
        direction: "request",
        text: "A folder to be watched, with its Id and its Class.",
      },
      {
        where: "in a response",
        direction: "response",
        type: "string",
        text: "The ServerId of a folder with changes; text without any element in it.",
      },
    ],
    places: [request("Ping", "Ping:Folders", 1, UNBOUNDED), response("Ping", "Ping:Folders", 1, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.71.2")],
  },
  Id: {
    type: "string",
    summary:
      "The folder to be watched, by the ServerId that FolderSync or FolderCreate gave for it. The same id twice in a request earns status 4.",
    limits: { maxLength: 64 },
    places: [request("Ping", "Ping:Folder", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.90")],
  },
  Class: {
    type: "string",
    summary:
      "The class of content of the folder to be watched. SMS is no value here: for text messages MS-ASMS wants a Sync that waits, with Wait or HeartbeatInterval.",
    values: [
      { value: "Email", meaning: "Mail." },
      { value: "Calendar", meaning: "Appointments and meetings." },
      { value: "Contacts", meaning: "Contacts." },
      { value: "Tasks", meaning: "Tasks." },
      { value: "Notes", meaning: "Notes.", versions: FROM_14_0 },
    ],
    places: [request("Ping", "Ping:Folder", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.27.4")],
  },
  MaxFolders: {
    type: "integer",
    summary:
      "How many folders one Ping may watch on this server; comes with status 6, after which the client has to ask for fewer.",
    limits: { min: 0 },
    places: [response("Ping", "Ping:Ping", 0, 1, { when: "with status 6" })],
    spec: [spec("MS-ASCMD 2.2.3.102")],
  },
};
