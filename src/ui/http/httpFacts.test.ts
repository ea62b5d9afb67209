import { describe, expect, it } from "vitest";
import { encodeBase64Query } from "../../eas/writeRequestLine";
import { readQueryFacts, writeFirstLine, writeHeaders, writeTiming } from "./httpFacts";

const request = (url: string) => ({ method: "POST", url, headers: [] });
const path = "/Microsoft-Server-ActiveSync";

describe("the first line", () => {
  it("is the request line or the status", () => {
    expect(writeFirstLine(request(`${path}?Cmd=Sync`))).toBe(`POST ${path}?Cmd=Sync`);
    expect(writeFirstLine({ status: 200, reason: "OK", headers: [] })).toBe("200 OK");
    expect(writeFirstLine({ status: 449, reason: "", headers: [] })).toBe("449");
    expect(writeFirstLine({ headers: [] })).toBe("");
  });
});

describe("the query", () => {
  it("is decoded from its plain form", () => {
    expect(readQueryFacts(request(`${path}?Cmd=Sync&User=CONTOSO%5Cada&DeviceId=1&DeviceType=X`))).toEqual({
      form: "plain",
      facts: [
        ["Cmd", "Sync"],
        ["User", "CONTOSO\\ada"],
        ["DeviceId", "1"],
        ["DeviceType", "X"],
      ],
      problems: [],
    });
  });

  it("is decoded from base64, each value with its name", () => {
    const { text } = encodeBase64Query({
      version: "14.1",
      command: "ItemOperations",
      locale: 0x0409,
      deviceId: "v140Device",
      policyKey: 3_862_342_401,
      deviceType: "SmartPhone",
      parameters: [{ tag: 7, name: "Options", value: "2", bytes: Uint8Array.of(2) }],
    });
    expect(readQueryFacts(request(`${path}?${text}`))).toEqual({
      form: "base64",
      facts: [
        ["Protocol version", "14.1"],
        ["Command", "ItemOperations (19)"],
        ["Locale", "0x0409"],
        ["Device ID", "v140Device"],
        ["Policy key", "3862342401"],
        ["Device type", "SmartPhone"],
        ["Options", "2 (AcceptMultiPart)"],
      ],
      problems: [],
    });
  });

  it("tells what is wrong with it", () => {
    const query = readQueryFacts(request(`${path}?jQAJBA==`));
    expect(query?.problems.map(({ severity }) => severity)).toContain("warning");
  });

  it("is not there in a response, or without a question mark", () => {
    expect(readQueryFacts({ status: 200, url: `${path}?Cmd=Sync`, headers: [] })).toBeUndefined();
    expect(readQueryFacts(request(path))).toBeUndefined();
  });
});

describe("headers and timing", () => {
  it("are written as HTTP and people write them", () => {
    const headers = [
      ["Host", "h"],
      ["MS-ASProtocolVersion", "14.1"],
    ] as const;
    expect(writeHeaders({ headers })).toBe("Host: h\r\nMS-ASProtocolVersion: 14.1");
    expect(writeTiming({})).toEqual([]);
    expect(writeTiming({ startedAt: Date.UTC(2026, 2, 9, 9, 41, 2, 5), tookMs: 87.4 })).toEqual([
      ["Sent", "2026-03-09 09:41:02.005 UTC"],
      ["Took", "87 ms"],
    ]);
    expect(writeTiming({ tookMs: 1500 })).toEqual([["Took", "1.5 s"]]);
    expect(writeTiming({ tookMs: 480_000 })).toEqual([["Took", "8 min 0 s"]]);
    expect(writeTiming({ startedAt: Number.MAX_VALUE })).toEqual([["Sent", String(Number.MAX_VALUE)]]);
  });
});
