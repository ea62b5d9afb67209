import { FROM_14_0, FROM_16_0, type ProtocolVersion } from "../../eas/versions";
import { defineTemplate, ifFrom, type Template, type TemplateSource } from "./template";

const MIME =
  "From: pat@contoso.com\r\nTo: chris@contoso.com\r\nSubject: Lunch\r\nMIME-Version: " +
  "1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAt noon?\r\n";

/** The message as OPAQUE data with CRLF line ends. */
const mime = `<Mime><?crlf?><![CDATA[${MIME.replaceAll("\r\n", "\n")}]]></Mime>`;

type SendingSource = Pick<TemplateSource, "id" | "title" | "purpose" | "command" | "section" | "write"> &
  Partial<TemplateSource>;

const defineSendingTemplate = (source: SendingSource): Template =>
  defineTemplate({
    group: "Sending",
    direction: "request",
    itemClass: "Email",
    versions: FROM_14_0,
    ...source,
  });

const writeComposeMail = (command: string, inside: string): string =>
  `<${command} xmlns="ComposeMail">${inside}</${command}>`;

function writeSmartRequest(command: string, version: ProtocolVersion): string {
  const source = `<Source><FolderId>5</FolderId><ItemId>5:14</ItemId></Source>`;
  const account = ifFrom(version, "14.1", "<AccountId>1</AccountId>");
  return writeComposeMail(
    command,
    `<ClientId>${command}-1</ClientId>${source}${account}<SaveInSentItems/>${mime}`,
  );
}

const defineRefusedTemplate = (id: string, command: string, section: string): Template =>
  defineSendingTemplate({
    id,
    title: `${command}: rejected`,
    command,
    section,
    direction: "response",
    purpose:
      "Reports why nothing was sent: Status 120, the message could not be submitted. On success there is no body.",
    write: () => writeComposeMail(command, "<Status>120</Status>"),
  });

/**
 * Templates for sending mail. Up to 12.1, the body of these requests is the MIME message itself, not WBXML.
 */
export const sendingTemplates: readonly Template[] = [
  defineSendingTemplate({
    id: "send-mail",
    title: "SendMail: a new message",
    command: "SendMail",
    section: "MS-ASCMD 2.2.1.17",
    purpose: "Sends a new message and keeps a copy in Sent Items.",
    write: () => writeComposeMail("SendMail", `<ClientId>SendMail-1</ClientId><SaveInSentItems/>${mime}`),
  }),
  defineRefusedTemplate("send-mail-refused", "SendMail", "MS-ASCMD 2.2.1.17"),
  defineSendingTemplate({
    id: "smart-reply",
    title: "SmartReply: reply to a message",
    command: "SmartReply",
    section: "MS-ASCMD 2.2.1.20",
    purpose: "Replies to a message on the server, which appends the original.",
    write: (version) => writeSmartRequest("SmartReply", version),
  }),
  defineRefusedTemplate("smart-reply-refused", "SmartReply", "MS-ASCMD 2.2.1.20"),
  defineSendingTemplate({
    id: "smart-forward",
    title: "SmartForward: forward a message",
    command: "SmartForward",
    section: "MS-ASCMD 2.2.1.19",
    purpose: "Forwards a message and its attachments without downloading them.",
    write: (version) => writeSmartRequest("SmartForward", version),
  }),
  defineSendingTemplate({
    id: "smart-forward-meeting",
    title: "SmartForward: forward a meeting",
    command: "SmartForward",
    section: "MS-ASCMD 2.2.1.19",
    itemClass: "Calendar",
    versions: FROM_16_0,
    purpose: "Forwards a meeting to the given addresses; the server writes the message.",
    write: () =>
      writeComposeMail(
        "SmartForward",
        "<ClientId>SmartForward-2</ClientId><Source><FolderId>1</FolderId><ItemId>1:7</ItemId></Source>" +
          "<SaveInSentItems/><Forwardees><Forwardee><Email>chris@contoso.com</Email></Forwardee>" +
          "</Forwardees><airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>You " +
          "should join.</airsyncbase:Data></airsyncbase:Body>",
      ),
  }),
  defineRefusedTemplate("smart-forward-refused", "SmartForward", "MS-ASCMD 2.2.1.19"),
];
