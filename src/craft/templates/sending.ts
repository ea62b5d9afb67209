import { FROM_14_0, FROM_16_0, type ProtocolVersion } from "../../eas/versions";
import { from, type Template, type TemplateSource, template } from "./template";

const MIME =
  "From: pat@contoso.com\r\nTo: chris@contoso.com\r\nSubject: Lunch\r\nMIME-Version: " +
  "1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAt noon?\r\n";

/** The message as OPAQUE, its line ends CR LF. */
const mime = `<Mime><?crlf?><![CDATA[${MIME.replaceAll("\r\n", "\n")}]]></Mime>`;

type SendingSource = Pick<TemplateSource, "id" | "title" | "purpose" | "command" | "section" | "write"> &
  Partial<TemplateSource>;

const sending = (source: SendingSource): Template =>
  template({ group: "Sending", direction: "request", itemClass: "Email", versions: FROM_14_0, ...source });

const body = (command: string, inside: string): string =>
  `<${command} xmlns="ComposeMail">${inside}</${command}>`;

function answering(command: string, version: ProtocolVersion): string {
  const source = `<Source><FolderId>5</FolderId><ItemId>5:14</ItemId></Source>`;
  const account = from(version, "14.1", "<AccountId>1</AccountId>");
  return body(command, `<ClientId>${command}-1</ClientId>${source}${account}<SaveInSentItems/>${mime}`);
}

const refused = (id: string, command: string, section: string): Template =>
  sending({
    id,
    title: `${command}: refused`,
    command,
    section,
    direction: "response",
    purpose:
      "Says why nothing was sent: Status 120, the message could not be submitted. A success has no body.",
    write: () => body(command, "<Status>120</Status>"),
  });

/**
 * What hands the server mail to send. Up to 12.1 the body of these requests is the MIME message itself, not
 * WBXML.
 */
export const sendingTemplates: readonly Template[] = [
  sending({
    id: "send-mail",
    title: "SendMail: a new message",
    command: "SendMail",
    section: "MS-ASCMD 2.2.1.17",
    purpose: "Sends a new message and keeps a copy in Sent Items.",
    write: () => body("SendMail", `<ClientId>SendMail-1</ClientId><SaveInSentItems/>${mime}`),
  }),
  refused("send-mail-refused", "SendMail", "MS-ASCMD 2.2.1.17"),
  sending({
    id: "smart-reply",
    title: "SmartReply: answer a message",
    command: "SmartReply",
    section: "MS-ASCMD 2.2.1.20",
    purpose: "Answers a message that the server has; the server appends it.",
    write: (version) => answering("SmartReply", version),
  }),
  refused("smart-reply-refused", "SmartReply", "MS-ASCMD 2.2.1.20"),
  sending({
    id: "smart-forward",
    title: "SmartForward: forward a message",
    command: "SmartForward",
    section: "MS-ASCMD 2.2.1.19",
    purpose: "Forwards a message with its attachments without downloading it.",
    write: (version) => answering("SmartForward", version),
  }),
  sending({
    id: "smart-forward-meeting",
    title: "SmartForward: forward a meeting",
    command: "SmartForward",
    section: "MS-ASCMD 2.2.1.19",
    itemClass: "Calendar",
    versions: FROM_16_0,
    purpose: "Forwards a meeting to people by their addresses; the server writes the message.",
    write: () =>
      body(
        "SmartForward",
        "<ClientId>SmartForward-2</ClientId><Source><FolderId>1</FolderId><ItemId>1:7</ItemId></Source>" +
          "<SaveInSentItems/><Forwardees><Forwardee><Email>chris@contoso.com</Email></Forwardee>" +
          "</Forwardees><airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>You " +
          "should join.</airsyncbase:Data></airsyncbase:Body>",
      ),
  }),
  refused("smart-forward-refused", "SmartForward", "MS-ASCMD 2.2.1.19"),
];
