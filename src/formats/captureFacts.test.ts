import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversations } from "../index";
import { buildZip, FOLDER_SYNC_TARGET, readSampleFile } from "../testing/captures";
import { readFiles } from "./files/readFiles";
import type { Capture } from "./format";
import { readLogLines } from "./http/logLines";
import { runPaced } from "./pace";
import { readInput } from "./read";

const at = Date.UTC(2026, 10, 28, 10, 0, 5);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const EAS = "application/vnd.ms-sync.wbxml";
const people = { host: "mail.contoso.com", user: "u", deviceId: "d", deviceType: "t", userAgent: "Mail/1" };
const httpRequest = (more = ""): string =>
  `POST ${FOLDER_SYNC_TARGET} HTTP/1.1\r\nHost: Mail.Contoso.com:443\r\nUser-Agent: Mail/1\r\n${more}` +
  `Content-Type: ${EAS}\r\nContent-Length: 0\r\n\r\n`;
const httpResponse = `HTTP/1.1 200 OK\r\nContent-Type: ${EAS}\r\nContent-Length: 0\r\n\r\n`;

const factsOf = ({
  source,
  startedAt,
  tookMs,
  exchange,
  host,
  user,
  deviceId,
  deviceType,
  userAgent,
}: Capture): object => ({ source, startedAt, tookMs, exchange, host, user, deviceId, deviceType, userAgent });

async function listFacts(input: string | Uint8Array, name?: string): Promise<readonly object[]> {
  return (await readInput(input, name)).captures.map(factsOf);
}

const codesOf = async (input: string | Uint8Array): Promise<readonly string[]> =>
  (await readInput(input)).problems.map(({ code }) => code);

function harOf(started: unknown, time: unknown): string {
  const headers = [
    { name: "Host", value: "mail.contoso.com" },
    { name: "User-Agent", value: "Mail/1" },
  ];
  const request = { method: "POST", url: `https://mail.contoso.com${FOLDER_SYNC_TARGET}`, headers };
  const response = { status: 200, headers: [], content: { size: 0 } };
  return JSON.stringify({
    log: { entries: [{ startedDateTime: started, time, request, response }] },
  });
}

describe("the facts of captures", () => {
  it("of a HAR are its times, its people and its name", async () => {
    expect(await listFacts(harOf("2026-11-28T11:00:05.000+01:00", 41.6), "a.har")).toEqual(
      Array.from({ length: 2 }, () => ({
        source: "a.har",
        startedAt: at,
        tookMs: 42,
        exchange: "1",
        ...people,
      })),
    );
  });

  it("of a HAR without a zone are told once", async () => {
    const text = harOf("2026-11-28T10:00:05", 1);
    expect((await readInput(text)).captures[0]?.startedAt).toBe(at);
    expect((await codesOf(text)).filter((code) => code === "time-without-zone")).toHaveLength(1);
    expect(await codesOf(harOf("2026-11-28T10:00:05Z", 1))).not.toContain("time-without-zone");
  });

  it("of any HAR are whole numbers or absent", async () => {
    const wild = fc.oneof(
      fc.constantFrom("99999-01-01T00:00:00Z", "0001-01-01T00:00:00", "1e400", "", -5, null, 1e300),
      fc.string(),
      fc.double(),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(wild, wild, async (started, time) => {
        for (const { startedAt, tookMs } of (await readInput(harOf(started, time))).captures)
          for (const value of [startedAt, tookMs])
            expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("of a Fiddler archive are those of its timers", async () => {
    const timers =
      '<Session><SessionTimers ClientConnected="2026-11-28T11:00:04.0000000+01:00" ' +
      'ClientBeginRequest="2026-11-28T11:00:05.0000000+01:00" ' +
      'ServerBeginResponse="2026-11-28T11:00:05.5000000+01:00" ' +
      'ClientDoneResponse="2026-11-28T11:00:06.2501234+01:00" ' +
      'FiddlerBeginRequest="0001-01-01T00:00:00"/></Session>';
    const archive = await buildZip({
      "raw/7_c.txt": encode(httpRequest()),
      "raw/7_s.txt": encode(httpResponse),
      "raw/7_m.xml": encode(timers),
      "raw/8_c.txt": encode(httpRequest()),
    });
    expect(await listFacts(archive, "a.saz")).toEqual([
      { source: "a.saz", startedAt: at, tookMs: 1250, exchange: "7", ...people },
      { source: "a.saz", startedAt: at + 500, tookMs: 1250, exchange: "7", ...people },
      { source: "a.saz", startedAt: undefined, tookMs: undefined, exchange: "8", ...people },
    ]);
  });

  it("of items of Burp are the time of each", async () => {
    const item =
      '<?xml version="1.0"?><items burpVersion="1"><item><time>Sat Nov 28 10:00:05 UTC 2026</time>' +
      `<request base64="true">${btoa(httpRequest())}</request>` +
      `<response base64="true">${btoa(httpResponse)}</response></item></items>`;
    expect(await listFacts(item)).toMatchObject([
      { startedAt: at, exchange: "1", ...people },
      { startedAt: at, exchange: "1", ...people },
    ]);
    expect(await codesOf(item.replace(" UTC ", " CET "))).toContain("time-without-zone");
  });

  it("of Charles are its times and its duration", async () => {
    const [path = "", query = ""] = FOLDER_SYNC_TARGET.split("?");
    const transaction = {
      method: "POST",
      protocolVersion: "HTTP/1.1",
      scheme: "https",
      host: "mail.contoso.com",
      actualPort: 443,
      path,
      query,
      times: { start: "2026-11-28T11:00:05.000+01:00", responseBegin: "2026-11-28T11:00:05.100+01:00" },
      durations: { total: 250 },
      request: { header: { headers: [{ name: "User-Agent", value: "Mail/1" }] } },
      response: { status: 200, header: { headers: [] } },
    };
    expect(await listFacts(JSON.stringify([transaction]))).toMatchObject([
      { startedAt: at, tookMs: 250, exchange: "1", ...people },
      { startedAt: at + 100, tookMs: 250, exchange: "1", ...people },
    ]);
  });

  it("of network packets are their time stamps", async () => {
    for (const name of ["pcapng-loopback.pcapng", "pcap-reordered.pcap"]) {
      const { captures } = await readInput(readSampleFile(name), name);
      expect(captures.length).toBeGreaterThan(0);
      for (const { startedAt, tookMs, exchange, source } of captures) {
        expect(startedAt).toBeGreaterThan(Date.UTC(2000, 0, 1));
        expect(startedAt).toBeLessThan(Date.UTC(2100, 0, 1));
        expect(tookMs).toBeGreaterThanOrEqual(0);
        expect([exchange, source]).toEqual([expect.any(String), name]);
      }
    }
  });

  it("of a stream that Wireshark follows are the time stamps of its first packets", async () => {
    const { captures, format } = await readInput(
      decode(readSampleFile("text/eleven.tshark-follow-yaml.txt")),
    );
    expect(format).toBe("follow-yaml");
    expect(captures.map(({ direction, startedAt }) => [direction, startedAt])).toEqual([
      ["request", 1_700_000_000_000],
      ["response", 1_700_000_001_001],
    ]);
  });

  it("of an IIS log are in UTC, with user and duration", async () => {
    const log =
      "#Fields: date time cs-method cs-uri-stem cs-uri-query cs-username cs(User-Agent) sc-status " +
      "time-taken\n" +
      "2026-11-28 10:00:05 POST /Microsoft-Server-ActiveSync/default.eas " +
      "Cmd=Sync&User=u&DeviceId=d&DeviceType=t CONTOSO\\u Mail/1 200 31\n";
    expect(await listFacts(log)).toMatchObject([
      { startedAt: at, tookMs: 31, exchange: "1", user: "u", deviceId: "d", userAgent: "Mail/1" },
    ]);
    expect(await codesOf(log)).not.toContain("time-without-zone");
  });

  it("of an access log of Apache have its zone", async () => {
    const line =
      '10.0.0.1 - ada [28/Nov/2026:11:00:05 +0100] "POST /Microsoft-Server-ActiveSync?Cmd=Ping&DeviceId=d&' +
      'DeviceType=t HTTP/1.1" 200 12 "-" "Mail/1"';
    const contents = await runPaced(readLogLines(`${line}\n${line}`), {}, "lines");
    expect(contents.captures.map(factsOf)).toMatchObject([
      { startedAt: at, user: "ada", deviceId: "d", userAgent: "Mail/1", exchange: "1" },
      { startedAt: at, user: "ada", deviceId: "d", userAgent: "Mail/1", exchange: "2" },
    ]);
  });

  it("of a mailbox log are its request and response times", async () => {
    const log =
      "-----------------\n Log Entry: 3\n-----------------\n\nRequestTime : \n11/28/2026 10:00:05\n\n" +
      `RequestHeader : \n${httpRequest().trim()}\n\nRequestBody : \n` +
      '<FolderSync xmlns="FolderHierarchy:">' +
      "<SyncKey>0</SyncKey></FolderSync>\n\nResponseHeader : \nHTTP/1.1 200 OK\n\nResponseBody : \n" +
      '<FolderSync xmlns="FolderHierarchy:"><Status>1</Status></FolderSync>\n\n' +
      "ResponseTime : \n11/28/2026 10:00:07\n";
    const [request, response] = await listFacts(log);
    expect(request).toMatchObject({ startedAt: at, tookMs: 2000, exchange: "3", ...people });
    expect(response).toMatchObject({ startedAt: at + 2000, tookMs: 2000, exchange: "3", ...people });
    expect(await codesOf(log)).toContain("time-without-zone");
  });

  it("of Z-Push are the time, the user and the device", async () => {
    const line = (text: string): string => `28/11/2026 10:00:05 [ 1234] [DEBUG] [ada] ${text}\n`;
    const log =
      line("GET: /Microsoft-Server-ActiveSync?Cmd=FolderSync&User=ada&DeviceId=d&DeviceType=t") +
      line("WBXML-IN : AwFqAAAHVlIDMAABAQ==") +
      line("WBXML-OUT: AwFqAAAHVlIDMAABAQ==");
    expect(await listFacts(log)).toMatchObject([
      { startedAt: at, user: "ada", deviceId: "d", deviceType: "t", exchange: "1" },
      { startedAt: at, user: "ada", deviceId: "d", deviceType: "t", exchange: "1" },
    ]);
  });

  it("of raw HTTP are the people, also by Basic credentials, and never a password", async () => {
    const target = "/Microsoft-Server-ActiveSync?Cmd=Sync&DeviceId=d&DeviceType=t";
    const text = (
      httpRequest(`Authorization: Basic ${btoa("CONTOSO\\ada:s:ecret")}\r\n`) + httpResponse
    ).replace(FOLDER_SYNC_TARGET, target);
    const facts = await listFacts(text);
    expect(facts).toMatchObject([
      { ...people, user: "CONTOSO\\ada", exchange: "1" },
      { ...people, user: "CONTOSO\\ada", exchange: "1" },
    ]);
    expect(JSON.stringify(facts)).not.toContain("ecret");
  });

  it("of bare bytes are none", async () => {
    expect(await listFacts("03 01 6A 00 00 07 56 52 03 30 00 01 01")).toEqual([
      Object.fromEntries(Object.keys(factsOf(bare)).map((key) => [key, undefined])),
    ]);
  });
});

const bare: Capture = {
  label: "",
  direction: undefined,
  payload: new Uint8Array(0),
  origin: {},
  problems: [],
};

describe("the source of captures", () => {
  it("is each file that holds several exchanges, and one for loose messages", async () => {
    const two = JSON.parse(harOf("2026-11-28T10:00:05Z", 1)) as { log: { entries: unknown[] } };
    two.log.entries.push(two.log.entries[0]);
    const har = encode(JSON.stringify(two));
    const payload = Uint8Array.of(3, 1, 0x6a, 0, 0, 7, 0x56, 0x52, 3, 0x30, 0, 1, 1);
    const { captures } = await readFiles([
      { name: "a.har", bytes: har },
      { name: "b.har", bytes: har },
      { name: "request.bin", bytes: payload },
      { name: "response.bin", bytes: payload },
    ]);
    expect(captures.map(({ source }) => source)).toEqual([
      ...Array.from({ length: 4 }, () => "a.har"),
      ...Array.from({ length: 4 }, () => "b.har"),
      undefined,
      undefined,
    ]);
    expect(conversations(captures).map(({ exchanges }) => exchanges.length)).toEqual([2, 2, 2]);
  });
});
