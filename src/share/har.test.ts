import { describe, expect, it } from "vitest";
import { readInput } from "../formats/read";
import { hex } from "../testing/bytes";
import { type HarExchange, writeHar } from "./har";

const request = hex("03 01 6A 00 45 5C 4F 4B 03 37 00 01 52 03 31 35 00 01 01 01 01");
const response = hex("03 01 6A 00 45 5C 4F 4E 03 31 00 01 01 01 01");
const exchange: HarExchange = {
  request: {
    direction: "request",
    body: request,
    http: {
      method: "POST",
      url: "https://eas.contoso.com/Microsoft-Server-ActiveSync?Cmd=Sync&User=ada&DeviceId=D1&DeviceType=Phone",
      headers: [
        ["Authorization", "Basic c2VjcmV0"],
        ["MS-ASProtocolVersion", "14.1"],
        ["Content-Encoding", "gzip"],
      ],
    },
  },
  response: {
    direction: "response",
    body: response,
    http: { status: 200, reason: "OK", headers: [["Set-Cookie", "s=1"]] },
  },
  startedAt: Date.UTC(2026, 2, 2, 9, 41, 7),
  tookMs: 120,
};

const write = (...exchanges: readonly HarExchange[]): string => [...writeHar(exchanges)].join("");

describe("writeHar", () => {
  it("is read back with the same messages and times, without secrets", async () => {
    const har = write(exchange);
    expect(har).not.toMatch(/c2VjcmV0|s=1|password|gzip/);
    const { format, captures, problems } = await readInput(har, "session.har");
    expect([format, problems]).toEqual(["har", []]);
    expect(captures).toMatchObject([
      { direction: "request", command: "Sync", version: "14.1", payload: request, user: "ada", tookMs: 120 },
      { direction: "response", payload: response, http: { status: 200, reason: "OK" } },
    ]);
    expect(captures[0]?.startedAt).toBe(exchange.startedAt);
  });

  it("fills in what was not captured, and has a status of 0 for a response that is missing", async () => {
    const made = write(
      {
        request: { direction: "request", command: "Ping", version: "16.1", body: request },
        response: undefined,
      },
      { request: undefined, response: { direction: "response", command: "Sync", body: response } },
    );
    const entries = (JSON.parse(made) as { readonly log: { readonly entries: readonly object[] } }).log
      .entries;
    expect(entries).toMatchObject([
      { request: { method: "POST", bodySize: request.length }, response: { status: 0 } },
      { request: { bodySize: 0 }, response: { status: 200, content: { size: response.length } } },
    ]);
    const { captures } = await readInput(made, "session.har");
    expect(captures.map(({ command, payload }) => [command, payload.length])).toContainEqual(["Ping", 21]);
  });

  it("is a HAR without entries if there are none", () => {
    expect(JSON.parse(write())).toMatchObject({ log: { version: "1.2", entries: [] } });
  });
});
