import { FROM_16_0, FROM_16_1, type ProtocolVersion } from "../versions";
import {
  type ElementFacts,
  type ElementsOfPage,
  type Place,
  request,
  response,
  spec,
  UNBOUNDED,
} from "./element";

const FROM_14_0_TO_14_1: readonly ProtocolVersion[] = ["14.0", "14.1"];

const commandsThatSend = ["SendMail", "SmartForward", "SmartReply"];
const commandsWithSource = ["SmartForward", "SmartReply"];

/** The same place in the request of each command; the root element has the command's name. */
const inRequests = (
  commands: readonly string[],
  min: number,
  max: number,
  more: Partial<Place> = {},
): readonly Place[] => commands.map((command) => request(command, `ComposeMail:${command}`, min, max, more));

const inSource = (more: Partial<Place> = {}): readonly Place[] =>
  commandsWithSource.map((command) => request(command, "ComposeMail:Source", 0, 1, more));

/** The forwardees of a meeting, in every response that returns the meeting request. */
const inMeetingRequests = (
  parent: string,
  min: number,
  max: number,
  more: Partial<Place> = {},
): readonly Place[] =>
  ["Sync", "ItemOperations", "Search"].map((command) => response(command, parent, min, max, more));

const onFailure = "the command failed; after success there is no body at all";
const notForAppointments = "neither Forwardees nor airsyncbase:Body is present";

/** The root element of one of the three commands. */
function root(command: string, section: string, summary: string): ElementFacts {
  return {
    type: "container",
    summary,
    places: [request(command, undefined, 1, 1), response(command, undefined, 1, 1, { when: onFailure })],
    spec: [spec(`MS-ASCMD ${section}`)],
    meanings: [
      {
        where: "in a response",
        direction: "response",
        text: "Holds Status alone, and only after a failure: success is an HTTP 200 with an empty body.",
      },
    ],
  };
}

/**
 * Code page 21, ComposeMail: the elements of SendMail, SmartForward and SmartReply [MS-ASCMD 2.2.1.17,
 * 2.2.1.19, 2.2.1.20].
 */
export const composemail: ElementsOfPage<"ComposeMail"> = {
  SendMail: root(
    "SendMail",
    "2.2.3.162",
    "Root of a SendMail message: hands the server a complete MIME message to send. Before 14.0 the HTTP body was the MIME message itself.",
  ),
  SmartForward: root(
    "SmartForward",
    "2.2.3.169",
    "Root of a SmartForward message: forwards a message or meeting that the server has; the server adds its text and attachments. Before 14.0 the HTTP body was the MIME message itself.",
  ),
  SmartReply: root(
    "SmartReply",
    "2.2.3.170",
    "Root of a SmartReply message: replies to a message that the server has; the server adds the quoted text. Before 14.0 the HTTP body was the MIME message itself.",
  ),
  ClientId: {
    type: "string",
    summary:
      "Number or name that the client gives to this message, different for each; the server remembers the last ones and answers 118 when one comes back, so a repeated request does not send twice.",
    limits: { minLength: 1, maxLength: 40 },
    places: inRequests(commandsThatSend, 1, 1),
    spec: [spec("MS-ASCMD 2.2.3.28.1")],
  },
  AccountId: {
    type: "string",
    summary:
      "The account to send from, one of the settings:AccountId that the server returned; without it, the main account. It counts more than the From header of the message.",
    places: inRequests(commandsThatSend, 0, 1),
    spec: [spec("MS-ASCMD 2.2.3.3.1")],
  },
  SaveInSentItems: {
    type: "empty",
    summary:
      "Present: the server keeps a copy in Sent Items. Absent: it keeps none, and a copy made by the client cannot be uploaded later.",
    places: [
      ...inRequests(["SendMail", "SmartReply"], 0, 1),
      request("SmartForward", "ComposeMail:SmartForward", 0, 1, { when: notForAppointments }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.157")],
  },
  ReplaceMime: {
    type: "empty",
    summary:
      "Present: Mime is the whole message, with the original edited into it, and the server adds nothing. Absent: the server appends the text and attachments of the original.",
    places: [
      request("SmartReply", "ComposeMail:SmartReply", 0, 1),
      request("SmartForward", "ComposeMail:SmartForward", 0, 1, { when: notForAppointments }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.148")],
  },
  Source: {
    type: "container",
    summary:
      "The message that is replied to or forwarded: either LongId of a search result, or ItemId with FolderId and, for one occurrence of a recurring meeting, InstanceId.",
    places: inRequests(commandsWithSource, 1, 1),
    spec: [spec("MS-ASCMD 2.2.3.173")],
  },
  FolderId: {
    type: "string",
    summary: "The folder of the message: its ServerId from FolderSync. Only together with ItemId.",
    limits: { minLength: 1, maxLength: 64 },
    places: inSource({ when: "ItemId is present; required unless the message is in the Inbox" }),
    spec: [spec("MS-ASCMD 2.2.3.74")],
  },
  ItemId: {
    type: "string",
    summary:
      "The message: its ServerId from Sync. The server needs FolderId beside it for any folder but the Inbox.",
    limits: { minLength: 1, maxLength: 64 },
    places: inSource({ when: "LongId is absent" }),
    spec: [spec("MS-ASCMD 2.2.3.93")],
  },
  LongId: {
    type: "string",
    summary:
      "The message as a search:LongId from a Search response; it takes the place of FolderId, ItemId and InstanceId.",
    limits: { minLength: 1, maxLength: 256 },
    places: inSource({ when: "FolderId, ItemId and InstanceId are absent" }),
    spec: [spec("MS-ASCMD 2.2.3.98.4")],
  },
  InstanceId: {
    type: "dateTime",
    summary:
      "One occurrence of a recurring meeting, by its start written with separators, as in 2026-03-02T09:30:00.000Z. Without it the whole series is meant; a value that is no date and time gives status 104.",
    places: inSource({
      when: "the source is one occurrence of a recurring meeting; with FolderId and ItemId",
    }),
    spec: [spec("MS-ASCMD 2.2.3.92.2")],
  },
  Mime: {
    type: "mime",
    summary:
      "The message with headers and body, as opaque bytes. The server sets From itself; a meeting invitation is in it as an iCalendar part (text/calendar, method REQUEST) or as TNEF.",
    places: [
      ...inRequests(["SendMail", "SmartReply"], 1, 1),
      request("SmartForward", "ComposeMail:SmartForward", 1, 1, { versions: FROM_14_0_TO_14_1 }),
      request("SmartForward", "ComposeMail:SmartForward", 0, 1, {
        versions: FROM_16_0,
        when: `${notForAppointments}; then required`,
      }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.109"), spec("MS-ASCMD 2.2.3.169")],
  },
  Status: {
    type: "integer",
    summary: "Why the message was not sent. After success the response has no body, and so no Status.",
    places: commandsThatSend.map((command) => response(command, `ComposeMail:${command}`, 0, 1)),
    spec: [spec("MS-ASCMD 2.2.3.177.14"), spec("MS-ASCMD 2.2.3.177.16"), spec("MS-ASCMD 2.2.2")],
    meanings: [
      {
        where: "in a SendMail response",
        parent: "ComposeMail:SendMail",
        text: "Why the message was not sent.",
        spec: spec("MS-ASCMD 2.2.3.177.14"),
      },
      {
        where: "in a SmartForward response",
        parent: "ComposeMail:SmartForward",
        text: "Why the message was not forwarded.",
        spec: spec("MS-ASCMD 2.2.3.177.16"),
      },
      {
        where: "in a SmartReply response",
        parent: "ComposeMail:SmartReply",
        text: "Why the reply was not sent.",
        spec: spec("MS-ASCMD 2.2.3.177.16"),
      },
    ],
  },
  Forwardees: {
    type: "container",
    summary: "The people to whom a meeting is forwarded.",
    places: [
      request("SmartForward", "ComposeMail:SmartForward", 0, 1, { when: "a calendar item is forwarded" }),
      ...inMeetingRequests("Email:MeetingRequest", 0, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.79"), spec("MS-ASCMD 2.2.3.169"), spec("MS-ASEMAIL 2.2.2.48")],
    meanings: [
      {
        where: "in a SmartForward request",
        parent: "ComposeMail:SmartForward",
        direction: "request",
        text: "Takes the place of Mime when a calendar item is forwarded: the server writes the invitation. With it, Mime, SaveInSentItems, ReplaceMime and rm:TemplateID are forbidden.",
      },
      {
        where: "in a meeting request that the server sends",
        parent: "Email:MeetingRequest",
        direction: "response",
        text: "Tells to whom an attendee has forwarded the meeting.",
      },
    ],
  },
  Forwardee: {
    type: "container",
    summary: "One person to whom the meeting is forwarded.",
    places: [
      request("SmartForward", "ComposeMail:Forwardees", 1, UNBOUNDED),
      ...inMeetingRequests("ComposeMail:Forwardees", 1, UNBOUNDED),
    ],
    spec: [spec("MS-ASCMD 2.2.3.78")],
  },
  Name: {
    type: "string",
    summary: "Name of the person to whom the meeting is forwarded; the schemas call it ForwardeeName.",
    places: [
      request("SmartForward", "ComposeMail:Forwardee", 0, 1),
      ...inMeetingRequests("ComposeMail:Forwardee", 0, 1),
    ],
    spec: [spec("MS-ASCMD 2.2.3.120.3")],
  },
  Email: {
    type: "string",
    summary:
      "Mail address of the person to whom the meeting is forwarded; the schemas call it ForwardeeEmail.",
    limits: { minLength: 1 },
    places: [
      request("SmartForward", "ComposeMail:Forwardee", 1, 1),
      ...inMeetingRequests("ComposeMail:Forwardee", 1, 1, { versions: FROM_16_1 }),
    ],
    spec: [spec("MS-ASCMD 2.2.3.53")],
  },
};
