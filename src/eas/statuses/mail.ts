import { FROM_14_0, FROM_14_1, FROM_16_0 } from "../versions";
import { type StatusEntry, type StatusRow, statusTable, success } from "./status";

const MEETING = { document: "MS-ASCMD", section: "2.2.3.92.1" };
const ACCOUNT = { document: "MS-ASCMD", section: "2.2.3.3.1" };
const RIGHTS = { document: "MS-ASRM", section: "3.2.5.1" };
const SMART = { document: "MS-ASCMD", section: "2.2.2" };

/** Status inside Result of a MeetingResponse response. */
export const meetingResponse: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.9", [
  success(
    "The answer to the invitation was recorded; CalendarId names the calendar item unless it was declined.",
  ),
  {
    value: 2,
    name: "InvalidMeetingRequest",
    scope: "item",
    meaning: "What is to be answered is not an invitation that this person can answer.",
    cause:
      "RequestId names another kind of item, the person is the organiser, the ids are malformed, or InstanceId names an occurrence that is not there or an invitation that is mail.",
    resolution: "Do not send it again; synchronise, and see whether there is an invitation still.",
  },
  {
    value: 3,
    name: "MailboxError",
    scope: "global",
    meaning: "The mailbox failed to take the answer.",
    cause: "Mostly a passing fault; else a wrong setting or a damaged item.",
    resolution: "Try again; then synchronise the folder and try once more; then leave things as they are.",
  },
  {
    value: 4,
    name: "ServerError",
    scope: "global",
    meaning: "The server failed to work on the answer.",
    cause: "Mostly a passing fault; else a wrong setting.",
    resolution: "Try again; then synchronise the folder and try once more; then leave things as they are.",
  },
  {
    value: 103,
    name: "InvalidXML",
    scope: "global",
    meaning: "The request is not a valid MeetingResponse, or answers too many invitations.",
    cause:
      "An element is missing or out of place, or there are more Request elements than the server takes (100 by default).",
    resolution: "Check the request; split a long one.",
    versions: FROM_14_0,
    spec: { document: "MS-ASCMD", section: "3.1.5.10" },
  },
  {
    value: 104,
    name: "InvalidDateTime",
    scope: "item",
    meaning: "InstanceId is not written the way a time has to be.",
    cause: "It is no dateTime with milliseconds and Z, such as 2010-04-08T18:16:00.000Z.",
    resolution: "Write the start of the occurrence in that form, in UTC.",
    versions: FROM_14_1,
    spec: MEETING,
  },
  {
    value: 146,
    name: "NoRecurrenceInCalendar",
    scope: "item",
    meaning: "The request answers one occurrence of a meeting that takes place but once.",
    cause: "InstanceId was sent for a meeting that has no Recurrence.",
    resolution: "Leave InstanceId out.",
    versions: FROM_14_1,
    spec: MEETING,
  },
]);

const account: readonly StatusRow[] = [
  {
    value: 166,
    name: "InvalidAccountId",
    scope: "global",
    meaning: "The server knows no such account of this person.",
    cause: "AccountId is not one of those Settings lists for the person.",
    resolution: "Read UserInformation and use an AccountId from there, or none.",
    versions: FROM_14_1,
    spec: ACCOUNT,
  },
  {
    value: 167,
    name: "AccountSendDisabled",
    scope: "global",
    meaning: "No mail can be sent from that account.",
    cause: "AccountId names an account marked with SendDisabled.",
    resolution: "Send from another account.",
    versions: FROM_14_1,
    spec: ACCOUNT,
  },
];

const smart = (what: string): readonly StatusRow[] => [
  {
    value: 150,
    name: "ItemNotFound",
    scope: "item",
    meaning: `The message to be ${what} is not in the mailbox.`,
    cause:
      "ItemId, LongId or InstanceId in Source names an item that was deleted or moved, or an occurrence that never was.",
    resolution: "Synchronise and use a fresh id, or send the whole message with SendMail.",
    versions: FROM_14_0,
    spec: SMART,
  },
  {
    value: 168,
    name: "IRM_FeatureDisabled",
    scope: "global",
    meaning: "The server does not handle messages with rights for this connection.",
    cause: "The connection is not secured by TLS, or rights management is off on the server.",
    resolution: "Use TLS; otherwise send without a rights template.",
    versions: FROM_14_1,
    spec: RIGHTS,
  },
  {
    value: 171,
    name: "IRM_InvalidTemplateID",
    scope: "global",
    meaning: "There is no rights template with that TemplateID.",
    cause: "The template was removed, or the client's list of templates is old.",
    resolution: "Read RightsManagementInformation with Settings and choose a template from there.",
    versions: FROM_14_1,
    spec: RIGHTS,
  },
  {
    value: 172,
    name: "IRM_OperationNotPermitted",
    scope: "global",
    meaning: `The rights on the message forbid that it is ${what} so.`,
    cause:
      "The template withholds the right, or allows it only to other recipients than those of the new message.",
    resolution: "Look at the license of the message first, and do not offer what it forbids.",
    versions: FROM_14_1,
    spec: RIGHTS,
  },
];

/** Status in a SendMail response, which has a body only where the command failed. */
export const sendMail: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.14", account);

/** Status in a SmartReply response, which has a body only where the command failed. */
export const smartReply: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.16", [
  {
    value: 117,
    name: "MessageReplyNotAllowed",
    scope: "global",
    meaning: "The server lets nobody reply to this message.",
    cause: "The sender or a rule of the organisation forbade replies.",
    resolution: "Tell the person; a new message is still possible.",
    versions: FROM_14_0,
  },
  ...smart("replied to"),
  ...account,
]);

/** Status in a SmartForward response, which has a body only where the command failed. */
export const smartForward: readonly StatusEntry[] = statusTable("MS-ASCMD 2.2.3.177.16", [
  {
    value: 117,
    name: "MessageReplyNotAllowed",
    scope: "global",
    meaning: "The server counts the message among those that may not be answered, and does not work on it.",
    cause: "The sender or a rule of the organisation marked it so.",
    resolution: "Tell the person; a new message is still possible.",
    versions: FROM_14_0,
  },
  {
    value: 146,
    name: "NoRecurrenceInCalendar",
    scope: "item",
    meaning: "One occurrence was to be forwarded of a meeting that takes place but once.",
    cause: "Source has an InstanceId, and the meeting has no Recurrence.",
    resolution: "Leave InstanceId out.",
    versions: FROM_14_0,
    spec: SMART,
  },
  ...smart("forwarded"),
  ...account,
  {
    value: 178,
    name: "InvalidMimeBodyCombination",
    scope: "global",
    meaning: "The request mixes the two ways of forwarding.",
    cause:
      "Forwardees or airsyncbase:Body stands together with Mime, SaveInSentItems, ReplaceMime or a rights template.",
    resolution: "Forward either with a Mime of your own, or with Forwardees and Body.",
    versions: FROM_16_0,
    spec: SMART,
  },
  {
    value: 179,
    name: "InvalidSmartForwardParameters",
    scope: "global",
    meaning: "The server cannot make out whom to forward the meeting to, or with what text.",
    cause: "Forwardees or airsyncbase:Body is malformed, for instance a Forwardee without Email.",
    resolution: "Check both elements.",
    versions: FROM_16_0,
    spec: SMART,
  },
]);
