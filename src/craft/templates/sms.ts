import { type Example, examples } from "../../assist/examples";
import { FROM_14_0, FROM_14_1 } from "../../eas/versions";
import { bodyWish, conversation, syncRequest, syncResponse } from "./parts";
import { type Template, type TemplateSource, template } from "./template";

const INBOX = "5";
const OUTBOX = "9";

/**
 * What a phone says of a message it received; the conversation is the server's to make [MS-ASMS 3.1.4.1.2].
 */
const received =
  '<email:To>"+14255550143" [MOBILE:+14255550143]</email:To><email:From>"+14255550123" ' +
  "[MOBILE:+14255550123]</email:From>" +
  "<email:DateReceived>2026-03-02T09:41:07.000Z</email:DateReceived>" +
  "<email:Importance>1</email:Importance><email:Read>0</email:Read>" +
  "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type><airsyncbase:Data>The train is ten minutes " +
  "late.</airsyncbase:Data></airsyncbase:Body>" +
  "<email:InternetCPID>65001</email:InternetCPID><email:Flag/>";

const outgoing =
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

const deviceSet = (inside: string): string =>
  `<Settings xmlns="Settings"><DeviceInformation><Set>${inside}</Set></DeviceInformation></Settings>`;

type SmsSource = Pick<TemplateSource, "id" | "title" | "purpose" | "section" | "write"> &
  Partial<TemplateSource>;

const sms = (source: SmsSource): Template =>
  template({
    group: "SMS",
    command: "Sync",
    direction: "request",
    itemClass: "SMS",
    versions: FROM_14_0,
    ...source,
  });

/** What each protocol example of [MS-ASMS] section 4 is for. */
const PURPOSES: Readonly<Record<string, string>> = {
  "sync-email-and-sms": "Asks for e-mail and SMS of one folder, each with options of its own.",
  "sync-sms-only": "Asks for the SMS of a folder and leaves its e-mail as it was.",
  "sync-add-from-server": "Brings a text message that the server has to the phone.",
  "settings-enable-outbound-sms":
    "Says that this phone sends the text messages that the server puts into the Outbox.",
};

function ofExample({ id, title, section, direction, xml }: Example): Template {
  const command = xml.startsWith("<Settings") ? "Settings" : "Sync";
  return sms({ id, title, section, direction, command, purpose: PURPOSES[id] ?? title, write: () => xml });
}

/**
 * Messages of the SMS class [MS-ASMS]: its protocol examples, and what else phone and server say to each
 * other.
 */
export const smsTemplates: readonly Template[] = [
  sms({
    id: "sms-add",
    title: "SMS: Sync Add by the client",
    purpose: "Uploads a text message that the phone received, into the Inbox.",
    section: "MS-ASMS 3.1.4.1.2",
    write: (version) => {
      const inside =
        "<DeletesAsMoves/><GetChanges/><Options><Class>SMS</Class>" +
        `<FilterType>0</FilterType>${bodyWish(version, 1, 102400)}</Options><Commands><Add>` +
        `<Class>SMS</Class><ClientId>sms-1</ClientId><ApplicationData>${received}</ApplicationData></Add>` +
        "</Commands>";
      return syncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  sms({
    id: "sms-add-answer",
    title: "SMS: Sync Add, answered by the server",
    purpose: "Tells the phone the ServerId and the conversation of the text message it uploaded.",
    section: "MS-ASMS 3.1.4.1.2",
    direction: "response",
    write: (version) => {
      const inside =
        `<Responses><Add><Class>SMS</Class><ClientId>sms-1</ClientId><ServerId>${INBOX}:11</ServerId>` +
        `<Status>1</Status><ApplicationData>${conversation}</ApplicationData></Add></Responses>`;
      return syncResponse(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  sms({
    id: "sms-change-read",
    title: "SMS: Sync Change, read",
    purpose: "Marks a text message as read; read state and flag are all that a client may change.",
    section: "MS-ASMS 3.1.4.1.2",
    write: (version) => {
      const inside =
        `<Commands><Change><ServerId>${INBOX}:11</ServerId><ApplicationData><email:Read>1</email:Read>` +
        "</ApplicationData></Change></Commands>";
      return syncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  sms({
    id: "sms-change-flag",
    title: "SMS: Sync Change, flag",
    purpose: "Flags a text message for follow up, with start and due date.",
    section: "MS-ASMS 3.1.4.1.2",
    write: (version) => {
      const inside =
        `<Commands><Change><ServerId>${INBOX}:11</ServerId><ApplicationData>${flag}</ApplicationData>` +
        "</Change></Commands>";
      return syncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  sms({
    id: "sms-delete",
    title: "SMS: Sync Delete by the client",
    purpose:
      "Deletes a text message on the server, as the phone does in the Outbox with one that it has sent.",
    section: "MS-ASMS 3.1.5.1",
    write: (version) => {
      const inside =
        `<DeletesAsMoves>0</DeletesAsMoves><Commands><Delete><ServerId>${OUTBOX}:3</ServerId></Delete>` +
        "</Commands>";
      return syncRequest(version, { folderClass: "Email", id: OUTBOX, inside });
    },
  }),
  sms({
    id: "sms-delete-from-server",
    title: "SMS: Sync Delete by the server",
    purpose: "Tells the phone that a text message is gone; 14.0 does not tell.",
    section: "MS-ASMS 2.2.2.2.1",
    direction: "response",
    versions: FROM_14_1,
    write: (version) => {
      const inside = `<Commands><Delete><Class>SMS</Class><ServerId>${INBOX}:11</ServerId></Delete></Commands>`;
      return syncResponse(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  sms({
    id: "sms-change-from-server",
    title: "SMS: Sync Change by the server",
    purpose: "Tells the phone that a text message was read elsewhere.",
    section: "MS-ASMS 2.2.2.2.1",
    direction: "response",
    write: (version) => {
      const inside =
        `<Commands><Change><Class>SMS</Class><ServerId>${INBOX}:11</ServerId><ApplicationData>` +
        "<email:Read>1</email:Read></ApplicationData></Change></Commands>";
      return syncResponse(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  sms({
    id: "sms-two-options",
    title: "SMS: Sync with two Options, SMS and Email",
    purpose: "Asks for both classes of a mail folder, the shortest form that does.",
    section: "MS-ASMS 3.1.4.1.1",
    write: (version) => {
      const inside =
        "<GetChanges/><WindowSize>50</WindowSize><Options><Class>Email</Class>" +
        `<FilterType>3</FilterType>${bodyWish(version, 2, 32768)}</Options><Options><Class>SMS</Class>` +
        `<FilterType>0</FilterType>${bodyWish(version, 1, 102400)}</Options>`;
      return syncRequest(version, { folderClass: "Email", id: INBOX, inside });
    },
  }),
  sms({
    id: "sms-outbox-heartbeat",
    title: "SMS: Sync of the Outbox with HeartbeatInterval",
    purpose: "Waits up to 15 minutes for a text message to send.",
    section: "MS-ASMS 3.1.4.1.3",
    write: (version) => outboxWait(version, "<HeartbeatInterval>900</HeartbeatInterval>"),
  }),
  sms({
    id: "sms-outbox-wait",
    title: "SMS: Sync of the Outbox with Wait",
    purpose: "Waits up to 15 minutes for a text message to send, in minutes.",
    section: "MS-ASMS 3.1.4.1.3",
    write: (version) => outboxWait(version, "<Wait>15</Wait>"),
  }),
  sms({
    id: "sms-outbox-add",
    title: "SMS: Sync Add into the Outbox by the server",
    purpose: "Hands the phone a text message to send.",
    section: "MS-ASMS 3.1.5.1",
    direction: "response",
    write: (version) => {
      const inside =
        `<Commands><Add><Class>SMS</Class><ServerId>${OUTBOX}:3</ServerId>` +
        `<ApplicationData>${outgoing}</ApplicationData></Add></Commands>`;
      return syncResponse(version, { folderClass: "Email", id: OUTBOX, inside });
    },
  }),
  sms({
    id: "sms-estimate",
    title: "SMS: GetItemEstimate",
    purpose: "Asks how many text messages and e-mails a Sync would bring.",
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
  sms({
    id: "sms-outbound-off",
    title: "SMS: Settings, disable outbound SMS",
    purpose:
      "Says that this phone no longer sends text messages for the server; no telephone number is needed.",
    section: "MS-ASMS 3.1.4.3",
    command: "Settings",
    write: () => deviceSet("<EnableOutboundSMS>0</EnableOutboundSMS>"),
  }),
  sms({
    id: "sms-outbound-device",
    title: "SMS: Settings, enable outbound SMS with all device facts",
    purpose: "Enables sending together with everything else that a phone says of itself.",
    section: "MS-ASMS 3.1.4.3",
    command: "Settings",
    write: () =>
      deviceSet(
        "<Model>Contoso One</Model><IMEI>490154203237518</IMEI><FriendlyName>Pat's " +
          "phone</FriendlyName><OS>Contoso OS " +
          "4</OS><OSLanguage>English</OSLanguage><PhoneNumber>+14255550143</PhoneNumber>" +
          "<UserAgent>Contoso/4.0</UserAgent><EnableOutboundSMS>1</EnableOutboundSMS>" +
          "<MobileOperator>Fabrikam " +
          "Mobile</MobileOperator>",
      ),
  }),
  sms({
    id: "sms-outbound-refused",
    title: "SMS: Settings, enabling refused",
    purpose: "Answers EnableOutboundSMS 1 without a telephone number: Status 5, invalid arguments.",
    section: "MS-ASMS 3.2.5.3",
    command: "Settings",
    direction: "response",
    write: () =>
      "<Settings " +
      'xmlns="Settings"><Status>1</Status><DeviceInformation><Status>5</Status></DeviceInformation>' +
      "</Settings>",
  }),
  ...examples.map(ofExample),
];

function outboxWait(version: Parameters<TemplateSource["write"]>[0], wait: string): string {
  const inside =
    "<GetChanges/><WindowSize>100</WindowSize><Options><Class>SMS</Class>" +
    `<FilterType>0</FilterType>${bodyWish(version, 1, 102400)}</Options>`;
  return syncRequest(version, { folderClass: "Email", id: OUTBOX, inside }).replace(
    "</Sync>",
    `${wait}</Sync>`,
  );
}
