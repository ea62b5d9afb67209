import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { FOLDER_SYNC, fromText, listCodes } from "../../testing/captures";
import type { Contents, Format } from "../format";
import { mailboxLog } from "./mailboxLog";
import { tbSyncLog, zPushLog } from "./serverLogs";

const TARGET =
  "/Microsoft-Server-ActiveSync/Proxy/default.eas?Cmd=Sync&User=u%40contoso.com&DeviceId=d&DeviceType=T";
const read = async (format: Format, text: string): Promise<Contents> =>
  format.read(fromText(text, "log.txt"), {});
const RULE = "-----------------";

const XML =
  '<?xml version="1.0" encoding="utf-8" ?>\n<Sync ' +
  'xmlns="AirSync:">\n\t<Collections>\n\t\t<Collection>\n\t\t\t<SyncKey>1</SyncKey>\n\t\t\t<Subject>Re ' +
  ': Grüße & more</Subject>\n\t\t\t<Data bytes="1345"/>\n\t\t</Collection>\n\t</Collections>\n</Sync>';
const MAILBOX_LOG = `${RULE}
 Log Entry: 0
${RULE}

RequestTime : 
01/02/2024 03:04:05

ServerName : 
EX01

AssemblyVersion : 
15.01.2507.000

Identifier : 
5F2A

RequestHeader : 
POST ${TARGET} HTTP/1.1
Content-Type: application/vnd.ms-sync.wbxml
MS-ASProtocolVersion: 14.1
Host: ex01:444

RequestBody : 
${XML}

WasPending : 
[Response was pending]

AccessState : 
Allowed

SyncCommand_ConvertRequests_Exception : 
Something failed : here

ResponseHeader : 
HTTP/1.1 200 OK
MS-Server-ActiveSync: 15.1
Content-Type: application/vnd.ms-sync.wbxml

ResponseBody : 
[null]

ResponseTime : 
01/02/2024 03:04:06

${RULE}
 Log Entry: 1
${RULE}

RequestHeader : 
POST /Microsoft-Server-ActiveSync/default.eas?jAAJBAp2MTQwRGV2aWNlAApTbWFydFBob25l HTTP/1.1
Content-Type: application/vnd.ms-sync

RequestBody : 

ResponseHeader : 
HTTP/1.1 503 Service Unavailable

ResponseBody : 
`;

describe("the mailbox log of Exchange", () => {
  for (const [ending, text] of [
    ["LF", MAILBOX_LOG],
    ["CRLF", MAILBOX_LOG.replaceAll("\n", "\r\n")],
  ] as const) {
    it(`gives requests and responses with their bodies as XML (${ending})`, async () => {
      const { captures, problems } = await read(mailboxLog, text);
      expect(
        captures.map(({ direction, command, version, http, contentType }) => [
          direction,
          command,
          version,
          http?.status,
          contentType,
        ]),
      ).toEqual([
        ["request", "Sync", "14.1", undefined, "application/xml"],
        ["response", "Sync", "14.1", 200, "application/vnd.ms-sync.wbxml"],
        ["request", "Sync", "14.0", undefined, "application/vnd.ms-sync"],
        ["response", "Sync", "14.0", 503, undefined],
      ]);
      expect(new TextDecoder().decode(captures[0]?.payload)).toBe(XML);
      expect(captures.map((capture) => listCodes(capture.problems))).toEqual([
        ["synthetic-bytes"],
        [],
        [],
        ["http-status"],
      ]);
      expect(captures[1]?.payload.length).toBe(0);
      expect(listCodes(problems)).toEqual(["server-exception", "time-without-zone"]);
      const place = captures[0]?.problems[0]?.text ?? { from: 0, to: 0 };
      expect(text.slice(place.from, place.to)).toMatch(/^RequestBody[\s\S]*<\/Sync>/);
    });
  }

  it("is recognised, and nothing else is", async () => {
    expect(mailboxLog.recognise(fromText(MAILBOX_LOG))?.confidence).toBeGreaterThan(0.9);
    expect(mailboxLog.recognise(fromText("RequestHeader : x"))).toBeUndefined();
    expect(listCodes((await read(mailboxLog, "nothing")).problems)).toEqual(["no-log-entries"]);
  });

  it("takes the command from the root element if the request line is missing", async () => {
    const { captures } = await read(
      mailboxLog,
      ' Log Entry: 7\nRequestBody : \n<Ping xmlns="Ping:"/>\nResponseBody : \n<Ping ' +
        'xmlns="Ping:"><Status>1</Status></Ping>\n',
    );
    expect(captures.map(({ command, direction, contentType }) => [command, direction, contentType])).toEqual([
      ["Ping", "request", "application/xml"],
      ["Ping", "response", "application/xml"],
    ]);
  });
});

describe("Z-Push logs", () => {
  const line = (process: number, level: string, text: string): string =>
    `02/01/2024 03:04:05 [${process}] [${level}] [user] ${text}`;

  it("give base64 lines, tied to the command by the process", async () => {
    const text = [
      line(
        100,
        "INFO",
        "Version='2.7.0' method='POST' from='10.0.0.1' cmd='FolderSync' getUser='u' devId='d' devType='T'",
      ),
      line(
        200,
        "INFO",
        "Version='2.7.0' method='POST' from='10.0.0.1' cmd='Ping' getUser='u' devId='d' devType='T'",
      ),
      line(100, "WBXML", `WBXML-IN : ${toBase64(FOLDER_SYNC)}`),
      line(200, "FATAL", `WBXML 10K debug data: ${toBase64(FOLDER_SYNC)}`),
      line(100, "WBXML", `WBXML-OUT: ${toBase64(FOLDER_SYNC)}`),
      line(100, "WBXML", "WBXML-OUT: more than 512K of data"),
    ].join("\n");
    const { captures, problems } = await read(zPushLog, text);
    expect(captures.map(({ command, direction, payload }) => [command, direction, payload])).toEqual([
      ["FolderSync", "request", FOLDER_SYNC],
      ["Ping", "request", FOLDER_SYNC],
      ["FolderSync", "response", FOLDER_SYNC],
    ]);
    expect(listCodes(problems)).toEqual(["not-logged", "time-without-zone"]);
    const place = captures[0]?.origin.text ?? { from: 0, to: 0 };
    expect(text.slice(place.from, place.to)).toBe(`WBXML-IN : ${toBase64(FOLDER_SYNC)}`);
    expect(zPushLog.recognise(fromText(text, "log.txt"))?.confidence).toBeGreaterThan(0.9);
  });

  it("report it if Z-Push cut the data", async () => {
    const { captures } = await read(
      zPushLog,
      `[FATAL] WBXML 10K debug data: ${toBase64(new Uint8Array(10_240))}\n[WBXML] WBXML-IN : ` +
        `${toBase64(new Uint8Array(4096))}\n[WBXML] WBXML-OUT: ${toBase64(new Uint8Array(4096))}`,
    );
    expect(captures.map((capture) => listCodes(capture.problems))).toEqual([
      ["cut-by-logger"],
      ["cut-by-logger"],
      [],
    ]);
    expect(listCodes((await read(zPushLog, "x")).problems)).toEqual(["no-wbxml-lines"]);
    expect(zPushLog.recognise(fromText("WBXML is binary"))).toBeUndefined();
  });
});

describe("TbSync logs", () => {
  const unpadded = (values: readonly number[]): string => values.map((value) => value.toString(16)).join(" ");

  it("give lines of hexadecimal without leading zeros, with command and version", async () => {
    const text =
      `** Tue Jan 02 2024 03:04:05 GMT **\n[WBXML: Sending data <send.request.folders> for me] : ` +
      `\n${unpadded([...FOLDER_SYNC])}\n\n** Tue **\n[Sending (EAS v14.1)] : POST ` +
      `https://x/Microsoft-Server-ActiveSync?Cmd=FolderSync&User=u&DeviceType=T&DeviceId=d\n\n** Tue ` +
      `**\n[WBXML: Receiving data <eval.response.folders> for me] : ` +
      `\n${unpadded([...FOLDER_SYNC, 0xc3, 0xff])}\n`;
    const { captures, problems } = await read(tbSyncLog, text);
    expect(
      captures.map(({ direction, command, version, payload }) => [direction, command, version, [...payload]]),
    ).toEqual([
      ["request", "FolderSync", "14.1", [...FOLDER_SYNC]],
      ["response", "FolderSync", "14.1", [...FOLDER_SYNC, 0xc3, 0xff]],
    ]);
    expect([problems, captures.flatMap((capture) => capture.problems)]).toEqual([[], []]);
    expect(tbSyncLog.recognise(fromText(text, "log.txt"))?.confidence).toBeGreaterThan(0.9);
  });

  it("encode characters above FF, and report lost bytes", async () => {
    const { captures } = await read(
      tbSyncLog,
      `Sending data x (WBXML) : \n${unpadded([0x03, 0x01, 0x6a, 0x00, 0x8349, 0xfffd])}`,
    );
    expect([...(captures[0]?.payload ?? [])]).toEqual([
      0x03, 0x01, 0x6a, 0x00, 0xe8, 0x8d, 0x89, 0xef, 0xbf, 0xbd,
    ]);
    expect(listCodes(captures[0]?.problems ?? [])).toEqual([
      "characters-not-bytes",
      "replacement-characters",
    ]);
    expect(listCodes((await read(tbSyncLog, "3 1 6a 0")).problems)).toEqual(["no-wbxml-lines"]);
    expect(tbSyncLog.recognise(fromText("3 1 6a 0"))).toBeUndefined();
  });
});
