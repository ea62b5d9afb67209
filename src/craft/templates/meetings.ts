import { ALL, FROM_12_0, FROM_16_0, FROM_16_1 } from "../../eas/versions";
import { from, type Template, type TemplateSource, template } from "./template";

type MeetingSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write"> &
  Partial<TemplateSource>;

const meeting = (source: MeetingSource): Template =>
  template({
    group: "Meetings",
    command: "MeetingResponse",
    itemClass: "Calendar",
    section: "MS-ASCMD 2.2.1.11",
    versions: ALL,
    ...source,
  });

const body = (inside: string): string =>
  `<MeetingResponse xmlns="MeetingResponse">${inside}</MeetingResponse>`;

/** Answers to invitations. */
export const meetingTemplates: readonly Template[] = [
  meeting({
    id: "meeting-accept",
    title: "MeetingResponse: accept",
    direction: "request",
    purpose:
      "Accepts a meeting request of the Inbox; from 16.0 SendResponse has the server tell the organizer.",
    write: (version) =>
      body(
        "<Request><UserResponse>1</UserResponse><CollectionId>5</CollectionId>" +
          `<RequestId>5:21</RequestId>${from(version, "16.0", "<SendResponse/>")}</Request>`,
      ),
  }),
  meeting({
    id: "meeting-accept-answer",
    title: "MeetingResponse: accepted",
    direction: "response",
    purpose: "Gives the ServerId of the appointment that was made.",
    write: () =>
      body("<Result><RequestId>5:21</RequestId><Status>1</Status><CalendarId>1:8</CalendarId></Result>"),
  }),
  meeting({
    id: "meeting-decline",
    title: "MeetingResponse: decline what a search found",
    direction: "request",
    versions: FROM_12_0,
    purpose: "Declines a meeting request by the LongId that Search gave.",
    write: () =>
      body("<Request><UserResponse>3</UserResponse><search:LongId>RgAAAAD1x2</search:LongId></Request>"),
  }),
  meeting({
    id: "meeting-words",
    title: "MeetingResponse: accept with a few words",
    direction: "request",
    versions: FROM_16_0,
    purpose: "Accepts, and writes a line to the organizer.",
    write: () =>
      body(
        "<Request><UserResponse>1</UserResponse><CollectionId>5</CollectionId>" +
          "<RequestId>5:21</RequestId><SendResponse><airsyncbase:Body>" +
          "<airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>I " +
          "will be there.</airsyncbase:Data></airsyncbase:Body></SendResponse></Request>",
      ),
  }),
  meeting({
    id: "meeting-propose",
    title: "MeetingResponse: propose another time",
    direction: "request",
    versions: FROM_16_1,
    purpose: "Accepts tentatively and proposes another time.",
    write: () =>
      body(
        "<Request><UserResponse>2</UserResponse><CollectionId>5</CollectionId>" +
          "<RequestId>5:21</RequestId><SendResponse>" +
          "<ProposedStartTime>20260311T090000Z</ProposedStartTime>" +
          "<ProposedEndTime>20260311T100000Z</ProposedEndTime></SendResponse></Request>",
      ),
  }),
];
