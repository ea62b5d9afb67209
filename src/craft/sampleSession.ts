import { toBase64 } from "../bytes/base64";
import { encodeXml } from "../document/encode";
import { easCodeSpace } from "../eas/codeSpace";

/** One exchange of the sample: the XML of its bodies, and what HTTP says about it. */
interface SampleExchange {
  readonly command: string;
  /** Seconds after the first exchange. */
  readonly at: number;
  readonly tookMs: number;
  readonly status?: readonly [number, string];
  readonly request?: string;
  readonly response?: string;
  readonly responseHeaders?: Readonly<Record<string, string>>;
}

const MAIL = toBase64(
  new TextEncoder().encode(
    'From: "Kim Akers" <kim@contoso.com>\r\nTo: <nobody@fabrikam.example>\r\nSubject: Minutes\r\n' +
      "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAttached below.\r\n",
  ),
);

const INBOX = "5";
const SENT = "7";
const STARTED = Date.UTC(2026, 2, 9, 9, 41, 2);

const folderSync = (key: string): string =>
  `<FolderSync xmlns="FolderHierarchy"><SyncKey>${key}</SyncKey></FolderSync>`;

const folder = (id: string, name: string, type: number): string =>
  `<Add><ServerId>${id}</ServerId><ParentId>0</ParentId><DisplayName>${name}</DisplayName>` +
  `<Type>${type}</Type></Add>`;

const sync = (collections: string): string =>
  '<Sync xmlns="AirSync" xmlns:email="Email" xmlns:email2="Email2" xmlns:airsyncbase="AirSyncBase">' +
  `<Collections>${collections}</Collections></Sync>`;

const collection = (key: string, id: string, rest = ""): string =>
  `<Collection><SyncKey>${key}</SyncKey><CollectionId>${id}</CollectionId>${rest}</Collection>`;

const options = (smsFilter: number): string =>
  "<DeletesAsMoves>1</DeletesAsMoves><GetChanges>1</GetChanges><WindowSize>25</WindowSize>" +
  "<Options><Class>SMS</Class>" +
  `<FilterType>${smsFilter}</FilterType><airsyncbase:BodyPreference><airsyncbase:Type>1</airsyncbase:Type>` +
  "</airsyncbase:BodyPreference></Options><Options><Class>Email</Class><FilterType>2</FilterType>" +
  "<airsyncbase:BodyPreference><airsyncbase:Type>1</airsyncbase:Type></airsyncbase:BodyPreference></Options>";

const mail = (id: string, subject: string, text: string): string =>
  `<Add><ServerId>${id}</ServerId><ApplicationData><email:To>"Kim Akers" &lt;kim@contoso.com&gt;</email:To>` +
  `<email:From>"John Doe" &lt;jdoe@contoso.com&gt;</email:From><email:Subject>${subject}</email:Subject>` +
  "<email:DateReceived>2026-03-09T08:12:40.000Z</email:DateReceived><email:Importance>1</email:Importance>" +
  `<email:Read>0</email:Read>${body(text)}<email:MessageClass>IPM.Note</email:MessageClass>` +
  "<email:InternetCPID>65001</email:InternetCPID><email:Flag/></ApplicationData></Add>";

const textMessage = (id: string, text: string): string =>
  `<Add><Class>SMS</Class><ServerId>${id}</ServerId><ApplicationData>` +
  '<email:To>"Kim Akers" [MOBILE:+14255550143]</email:To>' +
  '<email:From>"Ann" [MOBILE:+14255550123]</email:From>' +
  "<email:DateReceived>2026-03-09T09:40:51.000Z</email:DateReceived><email:Importance>1</email:Importance>" +
  `<email:Read>0</email:Read>${body(text)}<email:InternetCPID>65001</email:InternetCPID><email:Flag/>` +
  "<email2:ConversationId><?opaque JqSvEsmqSYeIwwi3dlwWQQ==?></email2:ConversationId>" +
  "<email2:ConversationIndex><?opaque Acm2Tp0=?></email2:ConversationIndex></ApplicationData></Add>";

const body = (text: string): string =>
  "<airsyncbase:Body><airsyncbase:Type>1</airsyncbase:Type>" +
  `<airsyncbase:EstimatedDataSize>${text.length}</airsyncbase:EstimatedDataSize>` +
  `<airsyncbase:Data>${text}</airsyncbase:Data></airsyncbase:Body>`;

const provision = (inside: string): string => `<Provision xmlns="Provision">${inside}</Provision>`;

const policy = (inside: string): string =>
  `<Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType>${inside}</Policy></Policies>`;

const ok = "<Status>1</Status>";

/** A phone that syncs mail and text messages: it sends a SyncKey that is too old, and mail that bounces. */
const EXCHANGES: readonly SampleExchange[] = [
  {
    command: "OPTIONS",
    at: 0,
    tookMs: 64,
    responseHeaders: { "MS-ASProtocolVersions": "2.5,12.0,12.1,14.0,14.1,16.0,16.1" },
  },
  {
    command: "FolderSync",
    at: 0.4,
    tookMs: 38,
    status: [449, "Retry after sending a PROVISION command"],
    request: folderSync("0"),
  },
  {
    command: "Provision",
    at: 1,
    tookMs: 112,
    request: provision(policy("")),
    response: provision(
      ok +
        policy(
          `${ok}<PolicyKey>1307199584</PolicyKey><Data><EASProvisionDoc>` +
            "<DevicePasswordEnabled>1</DevicePasswordEnabled>" +
            "<MinDevicePasswordLength>4</MinDevicePasswordLength>" +
            "<AllowTextMessaging>1</AllowTextMessaging></EASProvisionDoc></Data>",
        ),
    ),
  },
  {
    command: "Provision",
    at: 1.3,
    tookMs: 74,
    request: provision(policy(`<PolicyKey>1307199584</PolicyKey>${ok}`)),
    response: provision(ok + policy(`${ok}<PolicyKey>3942919513</PolicyKey>`)),
  },
  {
    command: "FolderSync",
    at: 2,
    tookMs: 96,
    request: folderSync("0"),
    response:
      `<FolderSync xmlns="FolderHierarchy">${ok}<SyncKey>1</SyncKey><Changes><Count>4</Count>` +
      folder(INBOX, "Inbox", 2) +
      folder("6", "Outbox", 6) +
      folder(SENT, "Sent Items", 5) +
      folder("8", "Calendar", 8) +
      "</Changes></FolderSync>",
  },
  {
    command: "Sync",
    at: 3,
    tookMs: 88,
    request: sync(collection("0", INBOX)),
    response: sync(collection("1839203", INBOX, ok)),
  },
  {
    command: "Sync",
    at: 4,
    tookMs: 812,
    request: sync(collection("1839203", INBOX, options(2))),
    response: sync(
      collection(
        "1839204",
        INBOX,
        `${ok}<Commands>` +
          mail(`${INBOX}:1`, "Monday outage", "The site was down for ten minutes.") +
          mail(`${INBOX}:2`, "Lunch", "At noon?") +
          "</Commands>",
      ),
    ),
  },
  {
    command: "Sync",
    at: 6,
    tookMs: 204,
    request: sync(collection("1839204", INBOX, options(6))),
    response: sync(
      collection(
        "1839206",
        INBOX,
        `${ok}<Commands>` +
          textMessage(`${INBOX}:3`, "Running late") +
          textMessage(`${INBOX}:4`, "Be there at ten") +
          textMessage(`${INBOX}:5`, "Thanks!") +
          "</Commands>",
      ),
    ),
  },
  {
    command: "Ping",
    at: 8,
    tookMs: 485_000,
    request:
      '<Ping xmlns="Ping"><HeartbeatInterval>900</HeartbeatInterval><Folders>' +
      `<Folder><Id>${INBOX}</Id><Class>Email</Class></Folder>` +
      "<Folder><Id>8</Id><Class>Calendar</Class></Folder></Folders></Ping>",
    response: `<Ping xmlns="Ping"><Status>2</Status><Folders><Folder>${INBOX}</Folder></Folders></Ping>`,
  },
  {
    command: "Sync",
    at: 493,
    tookMs: 131,
    request: sync(collection("1839204", INBOX, options(3)) + collection("40217", SENT)),
    response: sync(
      collection("0", INBOX, "<Status>3</Status>") +
        collection(
          "40218",
          SENT,
          `${ok}<Commands>${mail(`${SENT}:31`, "Re: Lunch", "See you there.")}</Commands>`,
        ),
    ),
  },
  {
    command: "Sync",
    at: 494,
    tookMs: 92,
    request: sync(collection("0", INBOX)),
    response: sync(collection("1839210", INBOX, ok)),
  },
  {
    command: "Settings",
    at: 496,
    tookMs: 58,
    request:
      '<Settings xmlns="Settings"><DeviceInformation><Set><Model>Phone</Model><PhoneNumber>+14255550143' +
      "</PhoneNumber><EnableOutboundSMS>1</EnableOutboundSMS></Set></DeviceInformation></Settings>",
    response: `<Settings xmlns="Settings">${ok}<DeviceInformation>${ok}</DeviceInformation></Settings>`,
  },
  {
    command: "SendMail",
    at: 511,
    tookMs: 1640,
    request:
      '<SendMail xmlns="ComposeMail"><ClientId>633916348086136194</ClientId><SaveInSentItems/><Mime>' +
      `<?opaque ${MAIL}?></Mime></SendMail>`,
    response: '<SendMail xmlns="ComposeMail"><Status>120</Status></SendMail>',
  },
  {
    command: "FolderSync",
    at: 540,
    tookMs: 2410,
    status: [503, "Service Unavailable"],
    request: folderSync("1"),
  },
];

/**
 * A session to try the page with, as an HTTP Archive (HAR 1.2): a phone that is provisioned and syncs mail
 * and text messages, with failures of HTTP and of EAS, a long-held Ping, and a request that breaks MS-ASMS.
 */
export function writeSampleSession(): string {
  const log = {
    version: "1.2",
    creator: { name: "Sample", version: "1" },
    entries: EXCHANGES.map(writeEntry),
  };
  return JSON.stringify({ log });
}

const CONTENT = "application/vnd.ms-sync.wbxml";

function writeEntry(exchange: SampleExchange): object {
  const { command, at, tookMs, status: [status, statusText] = [200, "OK"], responseHeaders = {} } = exchange;
  const isOptions = command === "OPTIONS";
  const query = isOptions
    ? ""
    : `?Cmd=${command}&User=kim%40contoso.com&DeviceId=SAMPLE0001&DeviceType=Phone`;
  const [request, response] = [exchange.request, exchange.response].map((xml) => xml && encodeBody(xml));
  return {
    startedDateTime: new Date(STARTED + at * 1000).toISOString(),
    time: tookMs,
    request: {
      method: isOptions ? "OPTIONS" : "POST",
      url: `https://mail.contoso.com/Microsoft-Server-ActiveSync${query}`,
      httpVersion: "HTTP/1.1",
      headers: listHeaders({
        "User-Agent": "Phone/1.0",
        ...(!isOptions && { "MS-ASProtocolVersion": "14.1" }),
        ...(request !== undefined && { "Content-Type": CONTENT }),
      }),
      ...(request !== undefined && { postData: { mimeType: CONTENT, text: request, encoding: "base64" } }),
    },
    response: {
      status,
      statusText,
      httpVersion: "HTTP/1.1",
      headers: listHeaders({
        "MS-Server-ActiveSync": "15.2",
        ...(response !== undefined && { "Content-Type": CONTENT }),
        ...responseHeaders,
      }),
      content: { mimeType: CONTENT, text: response ?? "", encoding: "base64" },
    },
  };
}

function encodeBody(xml: string): string {
  const { bytes } = encodeXml(xml, easCodeSpace);
  if (bytes === undefined) throw new Error(`The sample can't be encoded: ${xml}`);
  return toBase64(bytes);
}

function listHeaders(headers: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
