import { type Example, examples } from "../../assist/examples";
import { FROM_14_0, FROM_14_1 } from "../../eas/versions";
import { conversation, writeBodyPreference, writeSyncRequest, writeSyncResponse } from "./fragments";
import { defineTemplate, type Template, type TemplateSource } from "./template";

const INBOX = "5";
const OUTBOX = "9";

/**
 * The properties that a phone sends for a received message; only the server creates the conversation [MS-ASMS
 * 3.1.4.1.2].
 */
const receivedMessage =
  '<email:To>"+14255550143" [MOBILE:+14255550143]</email:To><email:From>"+14255550123" ' +
  "[MOBILE:+14255550123]</email:From>" +
  "<email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived>" +
  "<email:Importance>1</email:Importance><email:Read>0</email:Read>" +
  "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>The train is ten minutes " +
  "late.</airsyncbase:Data></airsyncbase:Body>" +
  "<email:InternetCPID>65001</email:InternetCPID><email:Flag/>";

const outgoingMessage =
  '<email:To>"Chris Gray" [MOBILE:+14255550123]</email:To><email:From>"+14255550143" ' +
  "[MOBILE:+14255550143]</email:From>" +
  "<email:DateReceived>2026-03-02T09:42:30.000Z</email:DateReceived>" +
  "<email:Importance>1</email:Importance><email:Read>1</email:Read>" +
  "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
  "<airsyncbase:EstimatedDataSize>20</airsyncbase:EstimatedDataSize><airsyncbase:Data>I " +
  "wait at the kiosk.</airsyncbase:Data></airsyncbase:Body>" +
  `<email:InternetCPID>65001</email:InternetCPID><email:Flag/>${conversation}`;

const flag =
  "<email:Flag><email:Status>2</email:Status><email:FlagType>Flag for follow up</email:FlagType>" +
  "<tasks:StartDate>2026-03-02T00:00:00.000Z</tasks:StartDate>" +
  "<tasks:UtcStartDate>2026-03-02T00:00:00.000Z</tasks:UtcStartDate>" +
  "<tasks:DueDate>2026-03-04T00:00:00.000Z</tasks:DueDate>" +
  "<tasks:UtcDueDate>2026-03-04T00:00:00.000Z</tasks:UtcDueDate></email:Flag>";

const writeDeviceSet = (inside: string): string =>
  `<Settings xmlns="Settings"><DeviceInformation><Set>${inside}</Set></DeviceInformation></Settings>`;

type SmsSource = Pick<TemplateSource, "id" | "title" | "purpose" | "section" | "write"> &
  Partial<TemplateSource>;

const defineSmsTemplate = (source: SmsSource): Template =>
  defineTemplate({
    group: "SMS",
    command: "Sync",
    direction: "request",
    itemClass: "SMS",
    versions: FROM_14_0,
    ...source,
  });

/** The purpose of each protocol example in [MS-ASMS] section 4. */
const PURPOSES: Readonly<Record<string, string>> = {
  "sync-email-and-sms": "Asks for the e-mail and SMS messages in one folder, each with its own options.",
  "sync-sms-only": "Asks for the SMS messages in a folder and leaves its e-mail unchanged.",
  "sync-add-from-server": "Sends a text message from the server to the phone.",
  "settings-enable-outbound-sms":
    "Announces that this phone sends the text messages that the server puts into the Outbox.",
};

function toTemplate({ id, title, section, direction, xml }: Example): Template {
  const command = xml.startsWith("<Settings") ? "Settings" : "Sync";
  return defineSmsTemplate({
    id,
    title,
    section,
    direction,
    command,
    purpose: PURPOSES[id] ?? title,
    write: () => xml,
  });
}

/**
 * Templates for messages of the SMS class [MS-ASMS]: the protocol examples, and the other messages between
 * phone and server.
 */
export const smsTemplates: readonly Template[] = [
  defineSmsTemplate({
    id: "sms-add",
    title: "SMS: Sync Add by the client",
    purpose: "Uploads a text message that the phone received to the Inbox.",
    section: "MS-ASMS 3.1.4.1.2",
    write: (version) => {
      const inside =
        "<DeletesAsMoves/><GetChanges/><Options><Class>SMS</Class>" +
        `<FilterType>0</FilterType>${writeBodyPreference(version, 1, 102400)}</Options><Commands><Add>` +
        `<Class>SMS</Class><ClientId>sms-1</ClientId><ApplicationData>${receivedMessage}</ApplicationData></Add>` +
        "</Commands>";
      return writeSyncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-add-answer",
    title: "SMS: Sync Add, answered by the server",
    purpose: "Returns the ServerId and the conversation of the uploaded text message.",
    section: "MS-ASMS 3.1.4.1.2",
    direction: "response",
    write: (version) => {
      const inside =
        `<Responses><Add><Class>SMS</Class><ClientId>sms-1</ClientId><ServerId>${INBOX}:11</ServerId>` +
        `<Status>1</Status><ApplicationData>${conversation}</ApplicationData></Add></Responses>`;
      return writeSyncResponse(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-change-read",
    title: "SMS: Sync Change, read",
    purpose: "Marks a text message as read; a client can change only the read state and the flag.",
    section: "MS-ASMS 3.1.4.1.2",
    write: (version) => {
      const inside =
        `<Commands><Change><ServerId>${INBOX}:11</ServerId><ApplicationData><email:Read>1</email:Read>` +
        "</ApplicationData></Change></Commands>";
      return writeSyncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-change-flag",
    title: "SMS: Sync Change, flag",
    purpose: "Flags a text message for follow-up, with a start date and a due date.",
    section: "MS-ASMS 3.1.4.1.2",
    write: (version) => {
      const inside =
        `<Commands><Change><ServerId>${INBOX}:11</ServerId><ApplicationData>${flag}</ApplicationData>` +
        "</Change></Commands>";
      return writeSyncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-delete",
    title: "SMS: Sync Delete by the client",
    purpose: "Deletes a text message on the server, as a phone does after sending one from the Outbox.",
    section: "MS-ASMS 3.1.5.1",
    write: (version) => {
      const inside =
        `<DeletesAsMoves>0</DeletesAsMoves><Commands><Delete><ServerId>${OUTBOX}:3</ServerId></Delete>` +
        "</Commands>";
      return writeSyncRequest(version, { folderClass: "Email", id: OUTBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-delete-from-server",
    title: "SMS: Sync Delete by the server",
    purpose: "Tells the phone that a text message was deleted; 14.0 does not do this.",
    section: "MS-ASMS 2.2.2.2.1",
    direction: "response",
    versions: FROM_14_1,
    write: (version) => {
      const inside = `<Commands><Delete><Class>SMS</Class><ServerId>${INBOX}:11</ServerId></Delete></Commands>`;
      return writeSyncResponse(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-change-from-server",
    title: "SMS: Sync Change by the server",
    purpose: "Tells the phone that a text message was read elsewhere.",
    section: "MS-ASMS 2.2.2.2.1",
    direction: "response",
    write: (version) => {
      const inside =
        `<Commands><Change><Class>SMS</Class><ServerId>${INBOX}:11</ServerId><ApplicationData>` +
        "<email:Read>1</email:Read></ApplicationData></Change></Commands>";
      return writeSyncResponse(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-two-options",
    title: "SMS: Sync with two Options, SMS and Email",
    purpose: "Asks for both classes in a mail folder, in the shortest possible form.",
    section: "MS-ASMS 3.1.4.1.1",
    write: (version) => {
      const inside =
        "<GetChanges/><WindowSize>50</WindowSize><Options><Class>Email</Class>" +
        `<FilterType>3</FilterType>${writeBodyPreference(version, 2, 32768)}</Options><Options><Class>SMS</Class>` +
        `<FilterType>0</FilterType>${writeBodyPreference(version, 1, 102400)}</Options>`;
      return writeSyncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-outbox-heartbeat",
    title: "SMS: Sync of the Outbox with HeartbeatInterval",
    purpose: "Waits up to 15 minutes for a text message to send.",
    section: "MS-ASMS 3.1.4.1.3",
    write: (version) => writeOutboxWait(version, "<HeartbeatInterval>900</HeartbeatInterval>"),
  }),
  defineSmsTemplate({
    id: "sms-outbox-wait",
    title: "SMS: Sync of the Outbox with Wait",
    purpose: "Waits up to 15 minutes for a text message to send, in minutes.",
    section: "MS-ASMS 3.1.4.1.3",
    write: (version) => writeOutboxWait(version, "<Wait>15</Wait>"),
  }),
  defineSmsTemplate({
    id: "sms-outbox-add",
    title: "SMS: Sync Add into the Outbox by the server",
    purpose: "Hands the phone a text message to send.",
    section: "MS-ASMS 3.1.5.1",
    direction: "response",
    write: (version) => {
      const inside =
        `<Commands><Add><Class>SMS</Class><ServerId>${OUTBOX}:3</ServerId>` +
        `<ApplicationData>${outgoingMessage}</ApplicationData></Add></Commands>`;
      return writeSyncResponse(version, { folderClass: "Email", id: OUTBOX, inside });
    },
  }),
  defineSmsTemplate({
    id: "sms-estimate",
    title: "SMS: GetItemEstimate",
    purpose: "Asks how many text messages and e-mails a Sync would return.",
    section: "MS-ASMS 3.1.4.2",
    command: "GetItemEstimate",
    write: () =>
      "<GetItemEstimate " +
      `xmlns="GetItemEstimate"><Collections><Collection><airsync:SyncKey>1421370906</airsync:SyncKey>` +
      `<CollectionId>${INBOX}</CollectionId><airsync:Options><airsync:Class>SMS</airsync:Class>` +
      "<airsync:FilterType>0</airsync:FilterType></airsync:Options><airsync:Options>" +
      "<airsync:Class>Email</airsync:Class><airsync:FilterType>3</airsync:FilterType></airsync:Options>" +
      "</Collection></Collections></GetItemEstimate>",
  }),
  defineSmsTemplate({
    id: "sms-outbound-off",
    title: "SMS: Settings, disable outbound SMS",
    purpose:
      "Announces that this phone no longer sends text messages for the server. No phone number is needed.",
    section: "MS-ASMS 3.1.4.3",
    command: "Settings",
    write: () => writeDeviceSet("<EnableOutboundSMS>0</EnableOutboundSMS>"),
  }),
  defineSmsTemplate({
    id: "sms-outbound-device",
    title: "SMS: Settings, enable outbound SMS with full device information",
    purpose: "Enables sending, together with all other device information.",
    section: "MS-ASMS 3.1.4.3",
    command: "Settings",
    write: () =>
      writeDeviceSet(
        "<Model>Contoso One</Model><IMEI>490154203237518</IMEI><FriendlyName>Pat's " +
          "phone</FriendlyName><OS>Contoso OS " +
          "4</OS><OSLanguage>English</OSLanguage><PhoneNumber>+14255550143</PhoneNumber>" +
          "<UserAgent>Contoso/4.0</UserAgent><EnableOutboundSMS>1</EnableOutboundSMS>" +
          "<MobileOperator>Fabrikam " +
          "Mobile</MobileOperator>",
      ),
  }),
  defineSmsTemplate({
    id: "sms-outbound-refused",
    title: "SMS: Settings, outbound SMS rejected",
    purpose: "Rejects EnableOutboundSMS 1 without a phone number: Status 5, invalid arguments.",
    section: "MS-ASMS 3.2.5.3",
    command: "Settings",
    direction: "response",
    write: () =>
      "<Settings " +
      'xmlns="Settings"><Status>1</Status><DeviceInformation><Status>5</Status></DeviceInformation>' +
      "</Settings>",
  }),
  ...examples.map(toTemplate),
];

function writeOutboxWait(version: Parameters<TemplateSource["write"]>[0], wait: string): string {
  const inside =
    "<GetChanges/><WindowSize>100</WindowSize><Options><Class>SMS</Class>" +
    `<FilterType>0</FilterType>${writeBodyPreference(version, 1, 102400)}</Options>`;
  return writeSyncRequest(version, { folderClass: "Email", id: OUTBOX, inside }).replace(
    "</Sync>",
    `${wait}</Sync>`,
  );
}
