import { ALL, FROM_14_0, FROM_16_0, type ProtocolVersion } from "../../eas/versions";
import { bodyWish, receivedBody, sentBody, syncRequest, syncResponse } from "./parts";
import { before, from, type Template, type TemplateSource, template } from "./template";

interface ClassOfItem {
  readonly name: string;
  readonly id: string;
  /** What one is called, with its article, and several. */
  readonly one: string;
  readonly items: string;
  readonly section: string;
  readonly versions: TemplateSource["versions"];
  /** The FilterType that asks for everything, where the class has one. */
  readonly filter: string;
  readonly sent: (version: ProtocolVersion) => string;
  readonly received: (version: ProtocolVersion) => string;
  /** What a Change by the client carries. */
  readonly changed: (version: ProtocolVersion) => string;
}

/** UTC without daylight saving, as a time zone structure [MS-ASDTYPE 2.7.6]. */
const UTC = `${"A".repeat(230)}==`;

/**
 * An appointment's times, place, and who knows it by which name: the server alone from 16.0 on [MS-ASCAL].
 */
function appointment(version: ProtocolVersion): string {
  return (
    `<calendar:Timezone>${UTC}</calendar:Timezone>` +
    before(version, "16.0", "<calendar:DtStamp>20260302T094107Z</calendar:DtStamp>") +
    "<calendar:StartTime>20260310T090000Z</calendar:StartTime>" +
    "<calendar:EndTime>20260310T100000Z</calendar:EndTime>" +
    "<calendar:Subject>Planning</calendar:Subject>" +
    before(
      version,
      "16.0",
      "<calendar:UID>4C1B5F6E2A7D4A0E9B3C</calendar:UID><calendar:Location>Room 12</calendar:Location>",
    ) +
    from(
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

function receivedAppointment(version: ProtocolVersion): string {
  const stamped = from(
    version,
    "16.0",
    "<calendar:DtStamp>20260302T094107Z</calendar:DtStamp><calendar:UID>4C1B5F6E2A7D4A0E9B3C</calendar:UID>",
  );
  const rules =
    "<calendar:Recurrence><calendar:Type>1</calendar:Type><calendar:Interval>1</calendar:Interval>" +
    "<calendar:DayOfWeek>4</calendar:DayOfWeek><calendar:Occurrences>6</calendar:Occurrences>" +
    from(version, "14.1", "<calendar:FirstDayOfWeek>1</calendar:FirstDayOfWeek>") +
    "</calendar:Recurrence>";
  const organizer =
    "<calendar:OrganizerName>Anat " +
    "Kerry</calendar:OrganizerName><calendar:OrganizerEmail>anat@contoso.com</calendar:OrganizerEmail>";
  const proposals = from(
    version,
    "14.0",
    "<calendar:DisallowNewTimeProposal>0</calendar:DisallowNewTimeProposal>",
  );
  const own = appointment(version).replace(/<calendar:ClientUid>.*?<\/calendar:ClientUid>/, "");
  return `${own}${stamped}${organizer}${rules}${proposals}${receivedBody(version, "calendar", "Bring the figures.")}`;
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

const classes: readonly ClassOfItem[] = [
  {
    name: "Calendar",
    id: "1",
    one: "an appointment",
    items: "appointments",
    section: "MS-ASCAL 2.2",
    versions: ALL,
    filter: "<FilterType>4</FilterType>",
    sent: (version) => appointment(version) + sentBody(version, "calendar", "Bring the figures."),
    received: receivedAppointment,
    changed: (version) => appointment(version).replace("Planning", "Planning, moved"),
  },
  {
    name: "Contacts",
    id: "2",
    one: "a contact",
    items: "contacts",
    section: "MS-ASCNTC 2.2",
    versions: ALL,
    filter: "",
    sent: (version) => CONTACT + sentBody(version, "contacts", "Met at the fair."),
    received: (version) => CONTACT + receivedBody(version, "contacts", "Met at the fair."),
    changed: () => CONTACT.replace("+14255550123", "+14255550199"),
  },
  {
    name: "Tasks",
    id: "3",
    one: "a task",
    items: "tasks",
    section: "MS-ASTASK 2.2",
    versions: ALL,
    filter: "<FilterType>0</FilterType>",
    sent: (version) => TASK + sentBody(version, "tasks", "Two pages."),
    received: (version) => TASK + receivedBody(version, "tasks", "Two pages."),
    changed: () =>
      TASK.replace(
        "<tasks:Complete>0</tasks:Complete>",
        "<tasks:Complete>1</tasks:Complete>" +
          "<tasks:DateCompleted>2026-03-05T00:00:00.000Z</tasks:DateCompleted>",
      ),
  },
  {
    name: "Notes",
    id: "4",
    one: "a note",
    items: "notes",
    section: "MS-ASNOTE 2.2",
    versions: FROM_14_0,
    filter: "",
    sent: (version) => NOTE + sentBody(version, "notes", "A lamp that follows."),
    received: (version) => NOTE + NOTE_DATE + receivedBody(version, "notes", "A lamp that follows."),
    changed: (version) => NOTE + sentBody(version, "notes", "A lamp that follows, and a chair."),
  },
];

const word = (name: string): string => name.toLowerCase();

const ofItems = ({ name, section, versions }: ClassOfItem) =>
  ({ group: "Sync", command: "Sync", itemClass: name, section, versions }) as const;

const commands = (inside: string): string => `<Commands>${inside}</Commands>`;

/** What a server says of a class: an item that is new, and the answer to the client's Add. */
function byServer(item: ClassOfItem): readonly Template[] {
  const { name, id, one, received } = item;
  const part = (inside: string) => ({ folderClass: name, id, inside });
  const bare = one.replace(/^an? /, "");
  return [
    template({
      ...ofItems(item),
      id: `sync-${word(name)}-from-server`,
      title: `Sync: the server adds ${one}`,
      direction: "response",
      purpose: `Brings ${one}, as the server writes it.`,
      write: (version) => {
        const add = `<Add><ServerId>${id}:1</ServerId><ApplicationData>${received(version)}</ApplicationData></Add>`;
        return syncResponse(version, part(commands(add)));
      },
    }),
    template({
      ...ofItems(item),
      id: `sync-${word(name)}-add-answer`,
      title: `Sync: ServerId of the added ${bare}`,
      direction: "response",
      purpose: `Tells the client by which ServerId the server knows its new ${bare}.`,
      write: (version) => {
        const add = `<Add><ClientId>${word(name)}-1</ClientId><ServerId>${id}:7</ServerId><Status>1</Status></Add>`;
        return syncResponse(version, part(`<Responses>${add}</Responses>`));
      },
    }),
  ];
}

/** What a client says of a class: get, add, change. */
function byClient(item: ClassOfItem): readonly Template[] {
  const { name, id, one, items, filter, sent, changed } = item;
  const part = (inside: string) => ({ folderClass: name, id, inside });
  return [
    template({
      ...ofItems(item),
      id: `sync-${word(name)}`,
      title: `Sync: get ${items}`,
      direction: "request",
      purpose: `Asks for the changes of a folder of ${items}.`,
      write: (version) => {
        const options = `<Options>${filter}${bodyWish(version, 1, 32768)}<Conflict>1</Conflict></Options>`;
        return syncRequest(version, part(`<GetChanges/><WindowSize>50</WindowSize>${options}`));
      },
    }),
    template({
      ...ofItems(item),
      id: `sync-${word(name)}-add`,
      title: `Sync: the client adds ${one}`,
      direction: "request",
      purpose: `Creates ${one} on the server.`,
      write: (version) => {
        const add =
          `<Add><ClientId>${word(name)}-1</ClientId><ApplicationData>${sent(version)}</ApplicationData>` +
          "</Add>";
        return syncRequest(version, part(commands(add)));
      },
    }),
    template({
      ...ofItems(item),
      id: `sync-${word(name)}-change`,
      title: `Sync: the client changes ${one}`,
      direction: "request",
      purpose: `Changes a property of ${one} on the server.`,
      write: (version) => {
        const change =
          `<Change><ServerId>${id}:7</ServerId><ApplicationData>${changed(version)}</ApplicationData>` +
          "</Change>";
        return syncRequest(version, part(commands(change)));
      },
    }),
  ];
}

/** Sync of calendar, contacts, tasks and notes. */
export const itemTemplates: readonly Template[] = [
  ...classes.flatMap((item) => [...byClient(item), ...byServer(item)]),
  template({
    id: "sync-occurrence-delete",
    title: "Sync: delete one occurrence of a series",
    group: "Sync",
    command: "Sync",
    direction: "request",
    itemClass: "Calendar",
    purpose: "Takes one meeting out of a series, named by its InstanceId.",
    section: "MS-ASCMD 2.2.3.42.2",
    versions: FROM_16_0,
    write: (version) =>
      syncRequest(version, {
        folderClass: "Calendar",
        id: "1",
        inside:
          "<Commands><Delete><ServerId>1:7</ServerId>" +
          "<airsyncbase:InstanceId>20260317T090000Z</airsyncbase:InstanceId></Delete></Commands>",
      }),
  }),
];
