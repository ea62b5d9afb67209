import { ALL } from "../../eas/versions";
import { defineTemplate, type Template, type TemplateSource } from "./template";

type PingSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write">;

const definePingTemplate = (source: PingSource): Template =>
  defineTemplate({ group: "Sync", command: "Ping", section: "MS-ASCMD 2.2.1.13", versions: ALL, ...source });

/** Templates for waiting for changes without a Sync. */
export const pingTemplates: readonly Template[] = [
  definePingTemplate({
    id: "ping",
    title: "Ping: wait for mail and appointments",
    direction: "request",
    purpose: "Waits up to eight minutes for a change in the Inbox or the calendar.",
    write: () =>
      "<Ping " +
      'xmlns="Ping"><HeartbeatInterval>480</HeartbeatInterval><Folders><Folder><Id>5</Id>' +
      "<Class>Email</Class></Folder><Folder><Id>1</Id><Class>Calendar</Class></Folder></Folders></Ping>",
  }),
  definePingTemplate({
    id: "ping-changes",
    title: "Ping: the Inbox has changed",
    direction: "response",
    purpose: "Reports which folder has changes: Status 2.",
    write: () => '<Ping xmlns="Ping"><Status>2</Status><Folders><Folder>5</Folder></Folders></Ping>',
  }),
  definePingTemplate({
    id: "ping-too-long",
    title: "Ping: interval out of range",
    direction: "response",
    purpose: "Returns the longest interval that the server accepts: Status 5.",
    write: () => '<Ping xmlns="Ping"><Status>5</Status><HeartbeatInterval>3540</HeartbeatInterval></Ping>',
  }),
];
