import { describe, expect, it } from "vitest";
import { listCodes } from "../../testing/captures";
import { readInput } from "../read";

const BODY = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x03, 0x30, 0x00, 0x01, 0x01);
const hex = (...parts: readonly (string | Uint8Array)[]) =>
  parts.map((part) => Buffer.from(part).toString("hex")).join("");
const HEADERS = `Content-Type: application/vnd.ms-sync.wbxml\r\nContent-Length: ${BODY.length}\r\n\r\n`;
const REQUEST = hex(
  `POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=u&DeviceId=d&DeviceType=t HTTP/1.1\r\n${HEADERS}`,
  BODY,
);
const RESPONSE = hex(`HTTP/1.1 200 OK\r\n${HEADERS}`, BODY);
const stream = (...lines: readonly string[]) =>
  [
    "===================================================================",
    "Follow: tcp,raw",
    "Filter: tcp.stream eq 0",
    "Node 0: 10.0.0.1:50000",
    "Node 1: 10.0.0.2:80",
    ...lines,
    "===================================================================",
    "",
  ].join("\n");

describe("a followed stream, raw", () => {
  it("gives both directions, with packets joined", async () => {
    const text = stream(
      REQUEST.slice(0, 100),
      REQUEST.slice(100),
      `\t${RESPONSE.slice(0, 60)}`,
      `\t${RESPONSE.slice(60)}`,
    );
    for (const written of [text, text.replaceAll("\n", "\r\n")]) {
      const { format, captures, problems } = await readInput(written);
      expect([format, listCodes(problems)]).toEqual(["follow-raw", []]);
      expect(captures.map(({ payload, direction, command }) => [hex(payload), direction, command])).toEqual([
        [hex(BODY), "request", "Sync"],
        [hex(BODY), "response", "Sync"],
      ]);
    }
  });

  it("reports lines that are not packets and digits that are not bytes", async () => {
    const { captures, problems } = await readInput(
      stream(hex(BODY), "[500 bytes missing]", `\t${hex(BODY)}0`),
    );
    expect(captures.map(({ payload }) => hex(payload))).toEqual([hex(BODY), hex(BODY)]);
    expect(listCodes(problems)).toEqual(["unexpected-text", "odd-digit"]);
  });
});
