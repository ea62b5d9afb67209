import { ALL, FROM_14_0, FROM_16_0, type ProtocolVersion } from "../../eas/versions";
import {
  writeBodyPreference,
  writeReceivedBody,
  writeSentBody,
  writeSyncRequest,
  writeSyncResponse,
} from "./fragments";
import { defineTemplate, ifBefore, ifFrom, type Template, type TemplateSource } from "./template";

interface ItemClass {
  readonly name: string;
  readonly id: string;
  /** What one item is called, with an article, and what several are called. */
  readonly singular: string;
  readonly plural: string;
  readonly section: string;
  readonly versions: TemplateSource["versions"];
  /** The FilterType that requests everything, if the class has one. */
  readonly filter: string;
  readonly writeSent: (version: ProtocolVersion) => string;
  readonly writeReceived: (version: ProtocolVersion) => string;
  /** The content of a Change from the client. */
  readonly writeChanged: (version: ProtocolVersion) => string;
}

/** UTC without daylight saving time, as a TimeZone structure [MS-ASDTYPE 2.7.6]. */
const UTC = `${"A".repeat(230)}==`;

/**
 * The times, place and identifiers of an appointment. From 16.0 on, only the server assigns the UID
 * [MS-ASCAL].
 */
function writeAppointment(version: ProtocolVersion): string {
  return (
    `<calendar:Timezone>${UTC}</calendar:Timezone>` +
    ifBefore(version, "16.0", "<calendar:DtStamp>20260302T094107Z</calendar:DtStamp>") +
    "<calendar:StartTime>20260310T090000Z</calendar:StartTime>" +
    "<calendar:EndTime>20260310T100000Z</calendar:EndTime>" +
    "<calendar:Subject>Planning</calendar:Subject>" +
    ifBefore(
      version,
      "16.0",
      "<calendar:UID>4C1B5F6E2A7D4A0E9B3C</calendar:UID><calendar:Location>Room 12</calendar:Location>",
    ) +
    ifFrom(
      version,
      "16.0",
      "<calendar:ClientUid>4C1B5F6E2A7D4A0E9B3C</calendar:ClientUid><airsyncbase:Location>" +
        "<airsyncbase:DisplayName>Room " +
        "12</airsyncbase:DisplayName></airsyncbase:Location>",
    ) +
    "<calendar:AllDayEvent>0</calendar:AllDayEvent><calendar:BusyStatus>2</calendar:BusyStatus>" +
    "<calendar:Sensitivity>0</calendar:Sensitivity><calendar:Reminder>15</calendar:Reminder>" +
    "<calendar:MeetingStatus>0</calendar:MeetingStatus>"
  );
}

function writeReceivedAppointment(version: ProtocolVersion): string {
  const stamped = ifFrom(
    version,
    "16.0",
    "<calendar:DtStamp>20260302T094107Z</calendar:DtStamp><calendar:UID>4C1B5F6E2A7D4A0E9B3C</calendar:UID>",
  );
  const rules =
    "<calendar:Recurrence><calendar:Type>1</calendar:Type><calendar:Interval>1</calendar:Interval>" +
    "<calendar:DayOfWeek>4</calendar:DayOfWeek><calendar:Occurrences>6</calendar:Occurrences>" +
    ifFrom(version, "14.1", "<calendar:FirstDayOfWeek>1</calendar:FirstDayOfWeek>") +
    "</calendar:Recurrence>";
  const organizer =
    "<calendar:OrganizerName>Anat " +
    "Kerry</calendar:OrganizerName><calendar:OrganizerEmail>anat@contoso.com</calendar:OrganizerEmail>";
  const proposals = ifFrom(
    version,
    "14.0",
    "<calendar:DisallowNewTimeProposal>0</calendar:DisallowNewTimeProposal>",
  );
  const own = writeAppointment(version).replace(/<calendar:ClientUid>[^<]*<\/calendar:ClientUid>/, "");
  return `${own}${stamped}${organizer}${rules}${proposals}${writeReceivedBody(version, "calendar", "Bring the figures.")}`;
}

const CONTACT =
  "<contacts:FirstName>Chris</contacts:FirstName><contacts:LastName>Gray</contacts:LastName>" +
  "<contacts:FileAs>Gray, " +
  "Chris</contacts:FileAs>" +
  "<contacts:CompanyName>Contoso</contacts:CompanyName>" +
  "<contacts:Email1Address>chris@contoso.com</contacts:Email1Address>" +
  "<contacts:MobilePhoneNumber>+14255550123</contacts:MobilePhoneNumber><contacts:Categories>" +
  "<contacts:Category>Team</contacts:Category></contacts:Categories>";

const TASK =
  "<tasks:Subject>Write the " +
  "report</tasks:Subject><tasks:Importance>1</tasks:Importance>" +
  "<tasks:UtcStartDate>2026-03-02T00:00:00.000Z</tasks:UtcStartDate>" +
  "<tasks:StartDate>2026-03-02T00:00:00.000Z</tasks:StartDate>" +
  "<tasks:UtcDueDate>2026-03-06T00:00:00.000Z</tasks:UtcDueDate>" +
  "<tasks:DueDate>2026-03-06T00:00:00.000Z</tasks:DueDate>" +
  "<tasks:Complete>0</tasks:Complete><tasks:ReminderSet>0</tasks:ReminderSet>" +
  "<tasks:Sensitivity>0</tasks:Sensitivity>";

const NOTE = "<notes:Subject>Ideas</notes:Subject><notes:MessageClass>IPM.StickyNote</notes:MessageClass>";
const NOTE_DATE = "<notes:LastModifiedDate>20260302T094107Z</notes:LastModifiedDate>";

const classes: readonly ItemClass[] = [
  {
    name: "Calendar",
    id: "1",
    singular: "an appointment",
    plural: "appointments",
    section: "MS-ASCAL 2.2",
    versions: ALL,
    filter: "<FilterType>4</FilterType>",
    writeSent: (version) =>
      writeAppointment(version) + writeSentBody(version, "calendar", "Bring the figures."),
    writeReceived: writeReceivedAppointment,
    writeChanged: (version) => writeAppointment(version).replace("Planning", "Planning, moved"),
  },
  {
    name: "Contacts",
    id: "2",
    singular: "a contact",
    plural: "contacts",
    section: "MS-ASCNTC 2.2",
    versions: ALL,
    filter: "",
    writeSent: (version) => CONTACT + writeSentBody(version, "contacts", "Met at the fair."),
    writeReceived: (version) => CONTACT + writeReceivedBody(version, "contacts", "Met at the fair."),
    writeChanged: () => CONTACT.replace("+14255550123", "+14255550199"),
  },
  {
    name: "Tasks",
    id: "3",
    singular: "a task",
    plural: "tasks",
    section: "MS-ASTASK 2.2",
    versions: ALL,
    filter: "<FilterType>0</FilterType>",
    writeSent: (version) => TASK + writeSentBody(version, "tasks", "Two pages."),
    writeReceived: (version) => TASK + writeReceivedBody(version, "tasks", "Two pages."),
    writeChanged: () =>
      TASK.replace(
        "<tasks:Complete>0</tasks:Complete>",
        "<tasks:Complete>1</tasks:Complete>" +
          "<tasks:DateCompleted>2026-03-05T00:00:00.000Z</tasks:DateCompleted>",
      ),
  },
  {
    name: "Notes",
    id: "4",
    singular: "a note",
    plural: "notes",
    section: "MS-ASNOTE 2.2",
    versions: FROM_14_0,
    filter: "",
    writeSent: (version) => NOTE + writeSentBody(version, "notes", "A lamp that follows."),
    writeReceived: (version) =>
      NOTE + NOTE_DATE + writeReceivedBody(version, "notes", "A lamp that follows."),
    writeChanged: (version) => NOTE + writeSentBody(version, "notes", "A lamp that follows, and a chair."),
  },
];

const toIdPart = (name: string): string => name.toLowerCase();

const describeClass = ({ name, section, versions }: ItemClass) =>
  ({ group: "Sync", command: "Sync", itemClass: name, section, versions }) as const;

const writeCommands = (inside: string): string => `<Commands>${inside}</Commands>`;

/** Templates for what a server sends for a class: a new item, and the response to the client's Add. */
function listServerTemplates(item: ItemClass): readonly Template[] {
  const { name, id, singular: one, writeReceived: received } = item;
  const describeCollection = (inside: string) => ({ folderClass: name, id, inside });
  const bare = one.replace(/^an? /, "");
  return [
    defineTemplate({
      ...describeClass(item),
      id: `sync-${toIdPart(name)}-from-server`,
      title: `Sync: the server adds ${one}`,
      direction: "response",
      purpose: `Sends ${one}, as the server writes it.`,
      write: (version) => {
        const add = `<Add><ServerId>${id}:1</ServerId><ApplicationData>${received(version)}</ApplicationData></Add>`;
        return writeSyncResponse(version, describeCollection(writeCommands(add)));
      },
    }),
    defineTemplate({
      ...describeClass(item),
      id: `sync-${toIdPart(name)}-add-answer`,
      title: `Sync: ServerId of the added ${bare}`,
      direction: "response",
      purpose: `Returns the ServerId of the client's new ${bare}.`,
      write: (version) => {
        const add = `<Add><ClientId>${toIdPart(name)}-1</ClientId><ServerId>${id}:7</ServerId><Status>1</Status></Add>`;
        return writeSyncResponse(version, describeCollection(`<Responses>${add}</Responses>`));
      },
    }),
  ];
}

/** Templates for what a client sends for a class: get, add, change. */
function listClientTemplates(item: ItemClass): readonly Template[] {
  const { name, id, singular: one, plural: items, filter, writeSent: sent, writeChanged: changed } = item;
  const describeCollection = (inside: string) => ({ folderClass: name, id, inside });
  return [
    defineTemplate({
      ...describeClass(item),
      id: `sync-${toIdPart(name)}`,
      title: `Sync: get ${items}`,
      direction: "request",
      purpose: `Asks for the changes in a folder of ${items}.`,
      write: (version) => {
        const options = `<Options>${filter}${writeBodyPreference(version, 1, 32768)}<Conflict>1</Conflict></Options>`;
        return writeSyncRequest(
          version,
          describeCollection(`<GetChanges/><WindowSize>50</WindowSize>${options}`),
        );
      },
    }),
    defineTemplate({
      ...describeClass(item),
      id: `sync-${toIdPart(name)}-add`,
      title: `Sync: the client adds ${one}`,
      direction: "request",
      purpose: `Creates ${one} on the server.`,
      write: (version) => {
        const add =
          `<Add><ClientId>${toIdPart(name)}-1</ClientId><ApplicationData>${sent(version)}</ApplicationData>` +
          "</Add>";
        return writeSyncRequest(version, describeCollection(writeCommands(add)));
      },
    }),
    defineTemplate({
      ...describeClass(item),
      id: `sync-${toIdPart(name)}-change`,
      title: `Sync: the client changes ${one}`,
      direction: "request",
      purpose: `Changes a property of ${one} on the server.`,
      write: (version) => {
        const change =
          `<Change><ServerId>${id}:7</ServerId><ApplicationData>${changed(version)}</ApplicationData>` +
          "</Change>";
        return writeSyncRequest(version, describeCollection(writeCommands(change)));
      },
    }),
  ];
}

/** Templates for Sync of calendar, contacts, tasks and notes. */
export const itemTemplates: readonly Template[] = [
  ...classes.flatMap((item) => [...listClientTemplates(item), ...listServerTemplates(item)]),
  defineTemplate({
    id: "sync-occurrence-delete",
    title: "Sync: delete one occurrence of a series",
    group: "Sync",
    command: "Sync",
    direction: "request",
    itemClass: "Calendar",
    purpose: "Removes one meeting, given by its InstanceId, from a series.",
    section: "MS-ASCMD 2.2.3.42.2",
    versions: FROM_16_0,
    write: (version) =>
      writeSyncRequest(version, {
        folderClass: "Calendar",
        id: "1",
        inside:
          "<Commands><Delete><ServerId>1:7</ServerId>" +
          "<airsyncbase:InstanceId>20260317T090000Z</airsyncbase:InstanceId></Delete></Commands>",
      }),
  }),
];
