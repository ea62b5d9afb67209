import { ALL, FROM_12_0, FROM_16_0, FROM_16_1 } from "../../eas/versions";
import { defineTemplate, ifFrom, type Template, type TemplateSource } from "./template";

type MeetingSource = Pick<TemplateSource, "id" | "title" | "purpose" | "direction" | "write"> &
  Partial<TemplateSource>;

const defineMeetingTemplate = (source: MeetingSource): Template =>
  defineTemplate({
    group: "Meetings",
    command: "MeetingResponse",
    itemClass: "Calendar",
    section: "MS-ASCMD 2.2.1.11",
    versions: ALL,
    ...source,
  });

const writeMeetingResponse = (inside: string): string =>
  `<MeetingResponse xmlns="MeetingResponse">${inside}</MeetingResponse>`;

/** Templates for answering invitations. */
export const meetingTemplates: readonly Template[] = [
  defineMeetingTemplate({
    id: "meeting-accept",
    title: "MeetingResponse: accept",
    direction: "request",
    purpose: "Accepts a meeting request in the Inbox; from 16.0 on, SendResponse notifies the organizer.",
    write: (version) =>
      writeMeetingResponse(
        "<Request><UserResponse>1</UserResponse><CollectionId>5</CollectionId>" +
          `<RequestId>5:21</RequestId>${ifFrom(version, "16.0", "<SendResponse/>")}</Request>`,
      ),
  }),
  defineMeetingTemplate({
    id: "meeting-accept-answer",
    title: "MeetingResponse: accepted",
    direction: "response",
    purpose: "Returns the ServerId of the new appointment.",
    write: () =>
      writeMeetingResponse(
        "<Result><RequestId>5:21</RequestId><Status>1</Status><CalendarId>1:8</CalendarId></Result>",
      ),
  }),
  defineMeetingTemplate({
    id: "meeting-decline",
    title: "MeetingResponse: decline a search result",
    direction: "request",
    versions: FROM_12_0,
    purpose: "Declines a meeting request by the LongId from a Search.",
    write: () =>
      writeMeetingResponse(
        "<Request><UserResponse>3</UserResponse><search:LongId>RgAAAAD1x2</search:LongId></Request>",
      ),
  }),
  defineMeetingTemplate({
    id: "meeting-words",
    title: "MeetingResponse: accept with a note",
    direction: "request",
    versions: FROM_16_0,
    purpose: "Accepts with a note to the organizer.",
    write: () =>
      writeMeetingResponse(
        "<Request><UserResponse>1</UserResponse><CollectionId>5</CollectionId>" +
          "<RequestId>5:21</RequestId><SendResponse><airsyncbase:Body>" +
          "<airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>I " +
          "will be there.</airsyncbase:Data></airsyncbase:Body></SendResponse></Request>",
      ),
  }),
  defineMeetingTemplate({
    id: "meeting-propose",
    title: "MeetingResponse: propose another time",
    direction: "request",
    versions: FROM_16_1,
    purpose: "Accepts tentatively and proposes another time.",
    write: () =>
      writeMeetingResponse(
        "<Request><UserResponse>2</UserResponse><CollectionId>5</CollectionId>" +
          "<RequestId>5:21</RequestId><SendResponse>" +
          "<ProposedStartTime>20260311T090000Z</ProposedStartTime>" +
          "<ProposedEndTime>20260311T100000Z</ProposedEndTime></SendResponse></Request>",
      ),
  }),
];
