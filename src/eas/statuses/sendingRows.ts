import { FROM_14_0, FROM_14_1 } from "../versions";
import type { StatusRow } from "./status";

const ACCOUNT = { document: "MS-ASCMD", section: "2.2.3.3.1" };
const RIGHTS = { document: "MS-ASRM", section: "3.2.5.1" };

/** The section of the statuses of SmartForward and SmartReply. */
export const SMART_SECTION = "MS-ASCMD 2.2.3.177.16";

/** The section of the common statuses, which some of these two commands are. */
export const COMMON_SECTION = { document: "MS-ASCMD", section: "2.2.2" };

/** What the commands that send mail answer about the account to send from. */
export const accountRows: readonly StatusRow[] = [
  {
    value: 166,
    name: "InvalidAccountId",
    scope: "global",
    meaning: "AccountId names no account of this user.",
    cause: "AccountId is not one of those that Settings lists for the user.",
    resolution: "Read UserInformation and send an AccountId from there, or none.",
    versions: FROM_14_1,
    spec: ACCOUNT,
  },
  {
    value: 167,
    name: "AccountSendDisabled",
    scope: "global",
    meaning: "No mail can be sent from the account that AccountId names.",
    cause: "The account is marked with SendDisabled.",
    resolution: "Send from another account.",
    versions: FROM_14_1,
    spec: ACCOUNT,
  },
];

/** What SmartForward and SmartReply answer about the original message; `what`: "forward" or "reply to". */
export const originalRows = (what: string): readonly StatusRow[] => [
  {
    value: 150,
    name: "ItemNotFound",
    scope: "item",
    meaning: `The message or occurrence to ${what} is not in the mailbox.`,
    cause:
      "ItemId, LongId or InstanceId in Source names an item that was deleted or moved, or an occurrence that does not exist.",
    resolution: "Synchronise and use the new id, or send the whole message with SendMail.",
    versions: FROM_14_0,
    spec: COMMON_SECTION,
  },
  {
    value: 168,
    name: "IRM_FeatureDisabled",
    scope: "global",
    meaning: "The server has rights management turned off, or the connection is not encrypted.",
    cause: "The connection does not use TLS, or rights management is off on the server.",
    resolution: "Use TLS; otherwise send without a rights template.",
    versions: FROM_14_1,
    spec: RIGHTS,
  },
  {
    value: 171,
    name: "IRM_InvalidTemplateID",
    scope: "global",
    meaning: "TemplateID names no rights template.",
    cause: "The template was removed, or the client's list of templates is out of date.",
    resolution: "Read RightsManagementInformation with Settings and choose a template from there.",
    versions: FROM_14_1,
    spec: RIGHTS,
  },
  {
    value: 172,
    name: "IRM_OperationNotPermitted",
    scope: "global",
    meaning: `The rights on the message do not permit the user to ${what} it in this way.`,
    cause:
      "The template does not grant the right, or grants it only for recipients that the new message does not have.",
    resolution: "Read the license of the message first, and do not offer what it forbids.",
    versions: FROM_14_1,
    spec: RIGHTS,
  },
];

/** 117: replies are not allowed, in the words of the command. */
export const replyNotAllowed = (meaning: string): StatusRow => ({
  value: 117,
  name: "MessageReplyNotAllowed",
  scope: "global",
  meaning,
  cause: "The sender or a rule of the organisation forbids replies.",
  resolution: "Tell the user, who can still write a new message.",
  versions: FROM_14_0,
});
