import { FROM_14_0, FROM_14_1 } from "../versions";
import { type StatusEntry, statusTable, success } from "./status";

const INSTANCE = { document: "MS-ASCMD", section: "2.2.3.92.1" };

const RETRY = "Try again; then synchronise the folder and try once more; then leave everything unchanged.";

/** Status inside Result of a MeetingResponse response. */
export const meetingResponse: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.9", [
  success(
    "The response to the meeting was stored; CalendarId names the calendar item unless it was declined.",
  ),
  {
    value: 2,
    name: "InvalidMeetingRequest",
    blamesRequest: true,
    scope: "item",
    meaning: "The item is not a meeting request that this user can respond to.",
    cause:
      "RequestId names another kind of item, the user is the organizer, the ids are malformed, or InstanceId names an occurrence that does not exist or a meeting request that is mail.",
    resolution:
      "Do not send it again, because this is permanent; synchronise, and check whether there still is a meeting request.",
  },
  {
    value: 3,
    name: "MailboxError",
    scope: "global",
    meaning: "The mailbox failed to store the response, usually only for a while.",
    cause: "Usually a temporary fault; otherwise a wrong server setting or a damaged item.",
    resolution: RETRY,
  },
  {
    value: 4,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed to process the response, usually only for a while.",
    cause: "Usually a temporary fault; otherwise a wrong server setting.",
    resolution: RETRY,
  },
  {
    value: 103,
    name: "InvalidXML",
    blamesRequest: true,
    scope: "global",
    meaning: "The request is not a valid MeetingResponse, or responds to too many meetings.",
    cause:
      "An element is missing or out of place, or there are more Request elements than the server allows (100 by default).",
    resolution: "Check the request; split a long one.",
    versions: FROM_14_0,
    spec: { document: "MS-ASCMD", section: "3.1.5.10" },
  },
  {
    value: 104,
    name: "InvalidDateTime",
    blamesRequest: true,
    scope: "item",
    meaning: "InstanceId is not in the format of a date and time.",
    cause: "It is not a dateTime with milliseconds and Z, such as 2010-04-08T18:16:00.000Z.",
    resolution: "Send the start of the occurrence in that format, in UTC.",
    versions: FROM_14_1,
    spec: INSTANCE,
  },
  {
    value: 146,
    name: "NoRecurrenceInCalendar",
    scope: "item",
    meaning: "The request names one occurrence of a meeting that does not recur.",
    cause: "InstanceId was sent for a meeting that has no Recurrence.",
    resolution: "Leave InstanceId out.",
    versions: FROM_14_1,
    spec: INSTANCE,
  },
]);
