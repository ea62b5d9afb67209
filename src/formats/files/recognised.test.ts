import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { FOLDER_SYNC, LONG_SYNC, readSampleFile } from "../../testing/captures";
import { readInput } from "../read";

const encoder = new TextEncoder();
const TARGET = "/Microsoft-Server-ActiveSync?Cmd=Sync&User=u&DeviceId=d&DeviceType=t";

function httpOf(body: Uint8Array): Uint8Array {
  const head =
    `POST ${TARGET} HTTP/1.1\r\nContent-Type: application/vnd.ms-sync.wbxml\r\nContent-Length: ` +
    `${body.length}\r\n\r\n`;
  return Uint8Array.from([...encoder.encode(head), ...body]);
}

const harOf = (body: Uint8Array): string =>
  JSON.stringify(
    {
      log: {
        entries: [
          {
            request: {
              method: "POST",
              url: `https://x${TARGET}`,
              headers: [],
              postData: { encoding: "base64", text: toBase64(body) },
            },
            response: { status: 0 },
          },
        ],
      },
    },
    undefined,
    2,
  );
const burpOf = (body: Uint8Array): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE items [\n<!ELEMENT items (item*)>\n]>\n<items ` +
  `burpVersion="1">\n<item><request ` +
  `base64="true"><![CDATA[${toBase64(httpOf(body))}]]></request></item>\n</items>`;
const zPushOf = (body: Uint8Array): string => `02/01/2024 [ 7] [WBXML] [u] WBXML-IN : ${toBase64(body)}\n`;
const tbSyncOf = (body: Uint8Array): string =>
  `[WBXML: Sending data <x> for y] : \n${Array.from(body, (byte) => byte.toString(16)).join(" ")}\n`;
const charlesOf = (body: Uint8Array): string =>
  JSON.stringify([
    {
      status: "COMPLETE",
      method: "POST",
      protocolVersion: "HTTP/1.1",
      scheme: "https",
      host: "x",
      path: "/Microsoft-Server-ActiveSync",
      query: TARGET.split("?")[1],
      request: { header: { headers: [] }, body: { encoded: toBase64(body) } },
      response: {},
    },
  ]);

describe("files that are text", () => {
  const makers: readonly (readonly [string, string, (body: Uint8Array) => string])[] = [
    ["har", "a.har", harOf],
    ["burp", "a.xml", burpOf],
    ["z-push-log", "z-push.log", zPushOf],
    ["tbsync-log", "tbsync.txt", tbSyncOf],
    ["charles-json", "a.chlsj", charlesOf],
  ];

  it.each(makers)("%s: by name, without one, and pasted", async (format, name, make) => {
    for (const body of [FOLDER_SYNC, LONG_SYNC]) {
      const text = make(body);
      for (const reading of [
        await readInput(encoder.encode(text), name),
        await readInput(encoder.encode(text)),
        await readInput(text),
      ]) {
        expect([reading.format, reading.captures.map(({ payload }) => payload)]).toEqual([format, [body]]);
      }
    }
  });

  it("the mailbox log", async () => {
    const text =
      ` Log Entry: 0\n\nRequestHeader : \nPOST ${TARGET} HTTP/1.1\nContent-Type: ` +
      `application/vnd.ms-sync.wbxml\n\nRequestBody : \n<Sync xmlns="AirSync:"/>\n`;
    for (const reading of [
      await readInput(text),
      await readInput(encoder.encode(text), "EASMailboxLog_u_d.txt"),
    ]) {
      expect([reading.format, reading.captures.length, reading.captures[0]?.command]).toEqual([
        "mailbox-log",
        1,
        "Sync",
      ]);
    }
  });
});

describe("files that are bytes", () => {
  it.each([
    ["saz-plain.saz", "saz", 4],
    ["pcap-reordered.pcap", "pcap", 6],
    ["pcapng-loopback.pcapng", "pcap", 6],
  ])("%s: by name and without one", async (name, format, count) => {
    for (const reading of [
      await readInput(readSampleFile(name), name),
      await readInput(readSampleFile(name)),
    ]) {
      expect([reading.format, reading.captures.length]).toEqual([format, count]);
    }
  });
});

describe("HTTP", () => {
  it("as bytes and as text", async () => {
    for (const body of [FOLDER_SYNC, LONG_SYNC]) {
      const bytes = httpOf(body);
      for (const input of [bytes, new TextDecoder().decode(bytes)]) {
        const reading = await readInput(input);
        expect([reading.format, reading.captures.map(({ payload }) => payload)]).toEqual(["http", [body]]);
      }
    }
  });

  it("queries and log lines", async () => {
    const base64 = "jAAJBAp2MTQwRGV2aWNlAApTbWFydFBob25l";
    const lines = [
      base64,
      TARGET,
      `https://mail.contoso.com${TARGET}`,
      `2024-01-02 03:04:05 10.0.0.1 POST /Microsoft-Server-ActiveSync/default.eas ${base64} 443 u ` +
        "10.0.0.2 Phone 200",
    ];
    for (const line of lines) {
      const reading = await readInput(line);
      expect([line, reading.format, reading.captures[0]?.command]).toEqual([line, "eas-url", "Sync"]);
    }
  });
});
