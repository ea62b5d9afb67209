import type { Capture } from "../formats/format";
import { encode } from "./codec";

/** A request and its response, as XML; "" is an empty body. */
export interface SentExchange {
  readonly command: string;
  readonly request: string;
  readonly response: string;
  readonly status?: number;
}

const EAS_TYPE = "application/vnd.ms-sync.wbxml";

/** The captures of exchanges, one second apart, with the facts that a proxy knows. */
export function toTraffic(
  exchanges: readonly SentExchange[],
  facts: Partial<Capture> = {},
  firstName = 1,
): readonly Capture[] {
  return exchanges.flatMap(({ command, request, response, status = 200 }, index) => {
    const common = {
      command,
      version: "14.1",
      contentType: EAS_TYPE,
      origin: {},
      problems: [],
      host: "mail.contoso.com",
      user: "ada@contoso.com",
      deviceId: "ANDROID1",
      deviceType: "Phone",
      userAgent: "Mail/1.0",
      exchange: String(firstName + index),
      startedAt: Date.UTC(2026, 10, 28, 8) + index * 1000,
      tookMs: 40,
      ...facts,
    } as const;
    return [
      { ...common, label: "", direction: "request", payload: toBytes(request) },
      {
        ...common,
        label: "",
        direction: "response",
        payload: toBytes(response),
        http: { status, headers: [] },
      },
    ];
  });
}

function toBytes(xml: string): Uint8Array {
  const { bytes, problems } = encode(xml === "" ? "<x/>" : xml);
  if (xml === "") return new Uint8Array(0);
  if (problems.some(({ severity }) => severity === "error"))
    throw new Error(`${xml}: ${problems.map(({ message }) => message).join(" ")}`);
  return bytes;
}

const SPACES = 'xmlns="AirSync" xmlns:email="Email" xmlns:email2="Email2" xmlns:base="AirSyncBase"';

/** A Sync of one collection. */
export function syncOf(key: string, id: string, inside = "", around = ""): string {
  return (
    `<Sync ${SPACES}><Collections><Collection><SyncKey>${key}</SyncKey><CollectionId>${id}</CollectionId>` +
    `${inside}</Collection></Collections>${around}</Sync>`
  );
}

const provision = (inside: string): string => `<Provision xmlns="Provision">${inside}</Provision>`;
const policy = (inside: string): string =>
  `<Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType>${inside}</Policy></Policies>`;
const folder = (id: string, name: string, type: string): string =>
  `<Add><ServerId>${id}</ServerId><ParentId>0</ParentId><DisplayName>${name}</DisplayName>` +
  `<Type>${type}</Type></Add>`;
const options =
  "<Options><FilterType>3</FilterType><base:BodyPreference><base:Type>1</base:Type>" +
  "<base:TruncationSize>512</base:TruncationSize></base:BodyPreference></Options>";
const mail = (id: string): string =>
  `<Add><ServerId>${id}</ServerId><ApplicationData><email:To>ada@contoso.com</email:To>` +
  "<email:From>bob@contoso.com</email:From><email:Subject>Lunch</email:Subject>" +
  "<email:DateReceived>2026-11-28T08:00:00.000Z</email:DateReceived><email:Importance>1</email:Importance>" +
  "<email:Read>0</email:Read><base:Body><base:Type>1</base:Type>" +
  "<base:EstimatedDataSize>2</base:EstimatedDataSize>" +
  "<base:Data>Hi</base:Data></base:Body><email:MessageClass>IPM.Note</email:MessageClass>" +
  "<email:InternetCPID>65001</email:InternetCPID><email:ContentClass>urn:content-classes:message" +
  "</email:ContentClass><base:NativeBodyType>1</base:NativeBodyType></ApplicationData></Add>";
const ping = (inside: string): string => `<Ping xmlns="Ping">${inside}</Ping>`;

/** The first exchanges of a device: its policy, its folders, and the first mail of the Inbox. */
export const enrolment: readonly SentExchange[] = [
  {
    command: "Provision",
    request: provision(policy("")),
    response: provision(
      `<Status>1</Status>${policy(
        "<Status>1</Status><PolicyKey>1307199584</PolicyKey><Data><EASProvisionDoc>" +
          "<DevicePasswordEnabled>0</DevicePasswordEnabled></EASProvisionDoc></Data>",
      )}`,
    ),
  },
  {
    command: "Provision",
    request: provision(policy("<PolicyKey>1307199584</PolicyKey><Status>1</Status>")),
    response: provision(`<Status>1</Status>${policy("<Status>1</Status><PolicyKey>3942919513</PolicyKey>")}`),
  },
  {
    command: "FolderSync",
    request: '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>',
    response:
      '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>1</SyncKey><Changes><Count>2</Count>' +
      `${folder("5", "Inbox", "2")}${folder("7", "Calendar", "8")}</Changes></FolderSync>`,
  },
  {
    command: "Sync",
    request: syncOf("0", "5"),
    response: syncOf("100", "5", "<Status>1</Status>"),
  },
  {
    command: "Sync",
    request: syncOf("100", "5", `<DeletesAsMoves>1</DeletesAsMoves><GetChanges>1</GetChanges>${options}`),
    response: syncOf("101", "5", `<Status>1</Status><Commands>${mail("5:1")}${mail("5:2")}</Commands>`),
  },
];

/** What a device does after that, over and over: it waits, fetches what is new, and marks it as read. */
export function dayOf(rounds: number): readonly SentExchange[] {
  return Array.from({ length: rounds }, (_, round): readonly SentExchange[] => {
    const key = 101 + round * 2;
    return [
      {
        command: "Ping",
        request:
          round === 0
            ? ping(
                "<HeartbeatInterval>900</HeartbeatInterval><Folders><Folder><Id>5</Id><Class>Email</Class>" +
                  "</Folder></Folders>",
              )
            : "",
        response: ping("<Status>2</Status><Folders><Folder>5</Folder></Folders>"),
      },
      {
        command: "Sync",
        request: syncOf(String(key), "5", "<GetChanges>1</GetChanges>"),
        response: syncOf(
          String(key + 1),
          "5",
          `<Status>1</Status><Commands>${mail(`5:${round + 10}`)}</Commands>`,
        ),
      },
      {
        command: "Sync",
        request: syncOf(
          String(key + 1),
          "5",
          `<Commands><Change><ServerId>5:${round + 10}</ServerId><ApplicationData>` +
            "<email:Read>1</email:Read></ApplicationData></Change></Commands>",
        ),
        response: syncOf(String(key + 2), "5", "<Status>1</Status>"),
      },
    ];
  }).flat();
}
