import { describe, expect, it } from "vitest";
import { decodePlainQuery, readQuery } from "../eas/requestLine";
import { hex } from "../testing/bytes";
import {
  buildHttpMessage,
  encodeHttpMessage,
  type HttpOptions,
  type MessageFacts,
  readRequestValues,
} from "./httpMessage";

const body = hex("03 01 6A 00 05");
const plain: HttpOptions = { query: "plain", credentials: false };
const captured: MessageFacts = {
  direction: "request",
  body,
  http: {
    method: "POST",
    url: "https://eas.contoso.com/Microsoft-Server-ActiveSync?Cmd=Sync&User=ada&DeviceId=D1&DeviceType=Phone",
    headers: [
      ["Authorization", "Basic c2VjcmV0"],
      ["Cookie", "id=1"],
      ["MS-ASProtocolVersion", "14.0"],
      ["X-MS-PolicyKey", "4294967295"],
      ["Content-Length", "999"],
      ["Content-Encoding", "gzip"],
      ["X-Odd", "a\r\nInjected: b"],
    ],
  },
};
const header = (facts: MessageFacts, name: string, choices = plain): string | undefined =>
  buildHttpMessage(facts, choices).headers.find(([own]) => own.toLowerCase() === name)?.[1];

describe("httpMessage", () => {
  it("fills in what a request needs, and lists the placeholders", () => {
    const message = buildHttpMessage(
      { direction: "request", command: "Settings", version: "14.1", body },
      plain,
    );
    const query = decodePlainQuery(message.startLine.split(/[ ?]/)[2] ?? "");
    expect(query).toMatchObject({ command: "Settings", problems: [] });
    expect(Object.fromEntries(message.headers)).toMatchObject({
      "MS-ASProtocolVersion": "14.1",
      "Content-Length": "5",
    });
    expect(message.placeholders).toEqual(["user", "deviceId", "deviceType", "host", "credentials"]);
  });

  it("keeps what was captured, except secrets, the old length and codings", () => {
    const message = buildHttpMessage(captured, { query: "captured", credentials: false });
    expect(message.startLine).toBe(
      "POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=ada&DeviceId=D1&DeviceType=Phone HTTP/1.1",
    );
    expect(message.url).toBe(captured.http?.url);
    const text = new TextDecoder().decode(encodeHttpMessage(message));
    expect(text).not.toMatch(/c2VjcmV0|id=1|999|gzip|\nInjected/);
    expect(text).toContain("Content-Length: 5\r\n\r\n");
    expect(encodeHttpMessage(message).subarray(-5)).toEqual(body);
    expect(header(captured, "authorization", { query: "captured", credentials: true })).toBe(
      "Basic c2VjcmV0",
    );
    expect(header(captured, "cookie", { query: "captured", credentials: true })).toBe("id=1");
  });

  it("writes the base64-encoded query with version and policy key in it instead of in headers", () => {
    const fresh: MessageFacts = { direction: "request", command: "Sync", version: "14.1", body };
    const query = readQuery(buildHttpMessage(fresh, { query: "base64", credentials: false }).url ?? "");
    expect(query).toMatchObject({ form: "base64", command: "Sync", version: "14.1", problems: [] });
    expect(header(fresh, "ms-asprotocolversion", { query: "base64", credentials: false })).toBeUndefined();
    const again = readQuery(buildHttpMessage(captured, { query: "base64", credentials: false }).url ?? "");
    expect(again).toMatchObject({ user: "ada", deviceId: "D1", policyKey: 4294967295 });
  });

  it("writes a response with its status, but without its cookies", () => {
    const response: MessageFacts = {
      direction: "response",
      body,
      http: { status: 449, reason: "Retry", headers: [["Set-Cookie", "s=1"]] },
    };
    expect(buildHttpMessage(response, plain)).toMatchObject({
      startLine: "HTTP/1.1 449 Retry",
      headers: [
        ["Content-Type", "application/vnd.ms-sync.wbxml"],
        ["Content-Length", "5"],
      ],
      url: undefined,
    });
    expect(buildHttpMessage({ direction: "response", body }, plain).startLine).toBe("HTTP/1.1 200 OK");
  });
});

describe("what the user fills in", () => {
  const values = {
    host: " https://test.contoso.com:8443/owa ",
    user: "bo@contoso.com",
    deviceId: "D2",
    deviceType: "Tablet",
    policyKey: "7",
  };

  it("takes the place of what was not captured, and of each placeholder", () => {
    const fresh: MessageFacts = { direction: "request", command: "Sync", version: "14.1", body };
    const { url, headers, placeholders } = buildHttpMessage(fresh, { ...plain, values });
    expect(url).toBe(
      "https://test.contoso.com:8443/Microsoft-Server-ActiveSync" +
        "?Cmd=Sync&User=bo%40contoso.com&DeviceId=D2&DeviceType=Tablet",
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      Host: "test.contoso.com:8443",
      Authorization: "Basic <base64 of bo@contoso.com:password>",
      "X-MS-PolicyKey": "7",
    });
    expect(placeholders).toEqual(["credentials"]);
  });

  it("takes the place of what was captured, and only of that", () => {
    const choices: HttpOptions = {
      query: "captured",
      credentials: false,
      values: { user: "bo", policyKey: "1" },
    };
    const { url } = buildHttpMessage(captured, choices);
    expect(url).toBe(captured.http?.url?.replace("User=ada", "User=bo"));
    expect(header(captured, "x-ms-policykey", choices)).toBe("1");
    expect(header(captured, "ms-asprotocolversion", choices)).toBe("14.0");
    const same = { ...choices, values: { user: "ada", deviceId: "  ", policyKey: "no number" } };
    expect(buildHttpMessage(captured, same).url).toBe(captured.http?.url);
    expect(header(captured, "x-ms-policykey", same)).toBe("4294967295");
  });

  it("is written into a base64-encoded query, in the place of what it had", () => {
    const first = buildHttpMessage(captured, { query: "base64", credentials: false });
    const coded: MessageFacts = {
      ...captured,
      http: { method: "POST", url: first.url ?? "", headers: [] },
    };
    const { url = "" } = buildHttpMessage(coded, { query: "captured", credentials: false, values });
    expect(url).toMatch(/^https:\/\/test\.contoso\.com:8443\//);
    expect(readQuery(url)).toMatchObject({
      form: "base64",
      user: "bo@contoso.com",
      deviceId: "D2",
      deviceType: "Tablet",
      policyKey: 7,
      problems: [],
    });
  });

  it("starts from what the capture says", () => {
    expect(readRequestValues(captured)).toEqual({
      host: "eas.contoso.com",
      user: "ada",
      deviceId: "D1",
      deviceType: "Phone",
      policyKey: "4294967295",
    });
    expect(readRequestValues({ direction: "request", people: { user: "ada" } }).user).toBe("ada");
  });
});
