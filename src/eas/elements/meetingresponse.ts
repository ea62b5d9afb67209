import { type ElementsOfPage, type Place, request, response, spec, UNBOUNDED } from "./element";

const together = { when: "start and end go together" };

/**
 * A new time is proposed to the organizer in the meeting response, and shown to the organizer in the mail and
 * with the attendee.
 */
const inProposal: readonly Place[] = [
  request("MeetingResponse", "MeetingResponse:SendResponse", 0, 1, together),
  ...["Sync", "ItemOperations", "Search"].flatMap((command) => [
    response(command, "Email:MeetingRequest", 0, 1, together),
    response(command, "Calendar:Attendee", 0, 1, together),
  ]),
];

/** Code page 8, MeetingResponse: the elements of MeetingResponse [MS-ASCMD] 2.2.1.11. */
export const meetingresponse: ElementsOfPage<"MeetingResponse"> = {
  CalendarId: {
    type: "string",
    summary:
      "The ServerId of the calendar item that stands for the meeting from now on; there is none after a refusal.",
    limits: { maxLength: 64 },
    places: [
      response("MeetingResponse", "MeetingResponse:Result", 0, 1, {
        when: "where the meeting was accepted, tentatively or not",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.18")],
  },
  CollectionId: {
    type: "string",
    summary:
      "The folder the meeting request lies in, most often the Inbox. From 14.1 it may be the calendar, where the item answered is the appointment itself.",
    limits: { maxLength: 64 },
    places: [
      request("MeetingResponse", "MeetingResponse:Request", 0, 1, {
        when: "required, with RequestId, unless Search:LongId names the item",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.30.4"), spec("MS-ASCMD 2.2.1.11")],
  },
  MeetingResponse: {
    type: "container",
    summary:
      "Root of a MeetingResponse message: the user's answers to meeting requests, and what became of each.",
    places: [request("MeetingResponse", undefined, 1, 1), response("MeetingResponse", undefined, 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.106"), spec("MS-ASCMD 2.2.1.11")],
  },
  RequestId: {
    type: "string",
    summary:
      "The ServerId of the item answered, a meeting request or from 14.1 an appointment; the result repeats it where the request had it.",
    limits: { maxLength: 64 },
    places: [
      request("MeetingResponse", "MeetingResponse:Request", 0, 1, {
        when: "required, with CollectionId, unless Search:LongId names the item",
      }),
      response("MeetingResponse", "MeetingResponse:Result", 0, 1, { when: "where the request had it" }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.151")],
  },
  Request: {
    type: "container",
    summary:
      "One answer: which meeting, and yes, perhaps or no. The meeting is named by CollectionId and RequestId or by the LongId of a search result.",
    places: [
      request("MeetingResponse", "MeetingResponse:MeetingResponse", 1, UNBOUNDED, {
        when: "servers take 100 by default and refuse more with status 103",
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.150.2"), spec("MS-ASCMD 3.1.5.10")],
  },
  Result: {
    type: "container",
    summary: "What became of one answer.",
    places: [response("MeetingResponse", "MeetingResponse:MeetingResponse", 1, UNBOUNDED)],
    spec: [spec("MS-ASCMD 2.2.3.155.2")],
  },
  Status: {
    type: "integer",
    summary: "Whether the answer was taken.",
    places: [response("MeetingResponse", "MeetingResponse:Result", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.177.9")],
  },
  UserResponse: {
    type: "integer",
    summary: "The answer itself: yes, perhaps or no.",
    limits: { min: 1, max: 3 },
    values: [
      { value: "1", meaning: "Yes, the user comes." },
      { value: "2", meaning: "Perhaps; the time is held as tentative." },
      { value: "3", meaning: "No; the meeting leaves the calendar." },
    ],
    places: [request("MeetingResponse", "MeetingResponse:Request", 1, 1)],
    spec: [spec("MS-ASCMD 2.2.3.194")],
  },
  InstanceId: {
    type: "dateTime",
    summary:
      "Which occurrence of a series the answer is for, by its start as a date with punctuation, 24 characters in all (2026-03-05T09:30:00.000Z). Without it the answer is for the whole series.",
    limits: { minLength: 24, maxLength: 24 },
    places: [
      request("MeetingResponse", "MeetingResponse:Request", 0, 1),
      response("MeetingResponse", "MeetingResponse:Result", 0, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.92.1")],
  },
  ProposedStartTime: {
    type: "compactDateTime",
    summary: "When the attendee would rather have the meeting begin; goes with ProposedEndTime.",
    limits: { minLength: 16, maxLength: 16 },
    meanings: [
      {
        where: "in SendResponse",
        parent: "MeetingResponse:SendResponse",
        text: "The user asks the organizer for another time, in the mail that carries the answer.",
      },
      {
        where: "in MeetingRequest of a mail",
        parent: "Email:MeetingRequest",
        text: "An attendee's answer came with this proposal.",
      },
      { where: "with an attendee", parent: "Calendar:Attendee", text: "The time this attendee proposed." },
    ],
    places: inProposal,
    spec: [spec("MS-ASCMD 2.2.3.141")],
  },
  ProposedEndTime: {
    type: "compactDateTime",
    summary: "When the attendee would rather have the meeting end; goes with ProposedStartTime.",
    limits: { minLength: 16, maxLength: 16 },
    meanings: [
      {
        where: "in SendResponse",
        parent: "MeetingResponse:SendResponse",
        text: "The user asks the organizer for another time, in the mail that carries the answer.",
      },
      {
        where: "in MeetingRequest of a mail",
        parent: "Email:MeetingRequest",
        text: "An attendee's answer came with this proposal.",
      },
      { where: "with an attendee", parent: "Calendar:Attendee", text: "The time this attendee proposed." },
    ],
    places: inProposal,
    spec: [spec("MS-ASCMD 2.2.3.140")],
  },
  SendResponse: {
    type: "container",
    summary:
      "Has the server mail the answer to the organizer. Empty: a mail without text; with a Body: with that text; missing: no mail, so that clients before 16.0 write one with SendMail.",
    places: [request("MeetingResponse", "MeetingResponse:Request", 0, 1)],
    spec: [spec("MS-ASCMD 2.2.3.163"), spec("MS-ASCMD 2.2.1.11")],
  },
};
