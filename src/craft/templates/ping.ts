import { ALL } from "../../eas/versions";
import { type Template, type TemplateSource, template } from "./template";

type PingSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write">;

const ping = (source: PingSource): Template =>
  template({ group: "Sync", command: "Ping", section: "MS-ASCMD 2.2.1.13", versions: ALL, ...source });

/** Waiting for changes without a Sync. */
export const pingTemplates: readonly Template[] = [
  ping({
    id: "ping",
    title: "Ping: wait for mail and appointments",
    direction: "request",
    purpose: "Waits up to eight minutes for a change of the Inbox or the calendar.",
    write: () =>
      "<Ping " +
      'xmlns="Ping"><HeartbeatInterval>480</HeartbeatInterval><Folders><Folder><Id>5</Id>' +
      "<Class>Email</Class></Folder><Folder><Id>1</Id><Class>Calendar</Class></Folder></Folders></Ping>",
  }),
  ping({
    id: "ping-changes",
    title: "Ping: the Inbox has changed",
    direction: "response",
    purpose: "Says in which folder something changed: Status 2.",
    write: () => '<Ping xmlns="Ping"><Status>2</Status><Folders><Folder>5</Folder></Folders></Ping>',
  }),
  ping({
    id: "ping-too-long",
    title: "Ping: interval out of range",
    direction: "response",
    purpose: "Names the longest interval that the server accepts: Status 5.",
    write: () => '<Ping xmlns="Ping"><Status>5</Status><HeartbeatInterval>3540</HeartbeatInterval></Ping>',
  }),
];
