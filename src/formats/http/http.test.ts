import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildHttpRequest,
  buildHttpResponse,
  concatBytes,
  FOLDER_SYNC,
  FOLDER_SYNC_TARGET,
  findFormat,
  fromBytes,
  fromText,
  getFirstCapture,
  listCodes,
  WBXML_TYPE,
} from "../../testing/captures";
import type { Capture, Contents, Input } from "../format";
import { readInput } from "../read";
import { httpFormats } from "./formats";
import { parseMessages } from "./parse";

const encoder = new TextEncoder();
const codes = ({ problems }: Pick<Capture, "problems">): string[] => listCodes(problems);
const read = async (input: Input, id = "http"): Promise<Contents> =>
  findFormat(httpFormats, id).read(input, {
    readInput: (text, options) => readInput(text, undefined, options),
  });
const first = (input: Input): Promise<Capture> => getFirstCapture(read(input));

describe("whole HTTP messages", () => {
  it("reads a request: command, version, header case, exact payload and place", async () => {
    const bytes = buildHttpRequest(FOLDER_SYNC);
    const capture = await first(fromBytes(bytes, "a.txt"));
    expect(capture).toMatchObject({
      direction: "request",
      command: "FolderSync",
      version: "14.1",
      contentType: "application/vnd.ms-sync.wbxml",
      problems: [],
    });
    expect(capture.payload).toEqual(FOLDER_SYNC);
    expect(capture.origin).toEqual({ name: "a.txt", bytes: { start: 0, end: bytes.length } });
    expect(capture.http?.headers[1]).toEqual(["ms-asprotocolversion", "14.1"]);
    expect(capture.http).toMatchObject({ method: "POST", url: FOLDER_SYNC_TARGET });
  });

  it("reads several in a row and gives a response the command of its request", async () => {
    const bytes = concatBytes(
      buildHttpRequest(FOLDER_SYNC),
      buildHttpResponse(FOLDER_SYNC, `${WBXML_TYPE}Content-Length: 13\r\n`),
      "\r\n",
      buildHttpRequest(new Uint8Array()),
      buildHttpResponse(new Uint8Array(), "Content-Length: 0\r\n"),
    );
    const { captures, problems } = await read(fromBytes(bytes));
    expect(
      captures.map(({ direction, command, version, payload }) => [
        direction,
        command,
        version,
        payload.length,
      ]),
    ).toEqual([
      ["request", "FolderSync", "14.1", 13],
      ["response", "FolderSync", "14.1", 13],
      ["request", "FolderSync", "14.1", 0],
      ["response", "FolderSync", "14.1", 0],
    ]);
    expect(problems).toEqual([]);
    expect(captures.flatMap(codes)).toEqual([]);
  });

  it("matches pipelined requests in order, and ignores interim responses", async () => {
    const other = concatBytes(
      "POST /Microsoft-Server-ActiveSync?Cmd=Ping&User=u&DeviceId=d&DeviceType=t " +
        "HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
    );
    const bytes = concatBytes(
      buildHttpRequest(FOLDER_SYNC),
      other,
      "HTTP/1.1 100 Continue\r\n\r\n",
      buildHttpResponse(new Uint8Array(), "Content-Length: 0\r\n"),
      buildHttpResponse(new Uint8Array(), "Content-Length: 0\r\n"),
    );
    const { captures } = await read(fromBytes(bytes));
    expect(captures.map(({ command }) => command)).toEqual([
      "FolderSync",
      "Ping",
      "FolderSync",
      "FolderSync",
      "Ping",
    ]);
  });

  it("skips rules that tools draw between sessions, and reports bytes between messages", async () => {
    const bytes = concatBytes(
      buildHttpRequest(FOLDER_SYNC),
      "\r\n------------------------------------------------------------------\r\n\r\n",
      buildHttpRequest(FOLDER_SYNC),
      "\r\n\r\n",
    );
    expect((await read(fromBytes(bytes))).problems).toEqual([]);
    const odd = await read(fromBytes(concatBytes("some words\r\n", buildHttpRequest(FOLDER_SYNC))));
    expect(odd.problems).toMatchObject([{ code: "skipped-bytes", bytes: { start: 0, end: 12 } }]);
    expect(odd.captures[0]?.payload).toEqual(FOLDER_SYNC);
  });
});

describe("HTTP messages that do not match their headers", () => {
  it("reports a body shorter or longer than Content-Length, and still finds the next message", async () => {
    const short = concatBytes(
      buildHttpRequest(FOLDER_SYNC).subarray(0, -3),
      buildHttpResponse(FOLDER_SYNC, `${WBXML_TYPE}Content-Length: 13\r\n`),
    );
    const cut = await read(fromBytes(short));
    expect(cut.captures.map(({ payload }) => payload.length)).toEqual([10, 13]);
    expect(codes(cut.captures[0] ?? { problems: [] })).toEqual(["content-length-mismatch"]);
    const long = await first(fromBytes(concatBytes(buildHttpRequest(FOLDER_SYNC), Uint8Array.of(1, 2, 3))));
    expect(long.payload.length).toBe(16);
    expect(codes(long)).toEqual(["content-length-mismatch"]);
  });

  it("uses Content-Length if a body contains what looks like a message", async () => {
    const mail = encoder.encode("Subject: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nPOST / HTTP/1.1\r\n\r\n");
    const { captures } = await read(
      fromBytes(concatBytes(buildHttpRequest(mail), buildHttpRequest(FOLDER_SYNC))),
    );
    expect(captures.map(({ payload }) => payload.length)).toEqual([mail.length, 13]);
  });

  it("accepts a body without Content-Length, bare line feeds, and lower HTTP versions", async () => {
    const capture = await first(
      fromBytes(concatBytes(`POST ${FOLDER_SYNC_TARGET} HTTP/1.0\nHost: x\n\n`, FOLDER_SYNC)),
    );
    expect(capture.payload).toEqual(FOLDER_SYNC);
    expect(codes(capture)).toEqual(["no-content-length"]);
    const two = await first(
      fromBytes(concatBytes("HTTP/2 200\r\ncontent-type: application/vnd.ms-sync\r\n\r\n", FOLDER_SYNC)),
    );
    expect(two).toMatchObject({
      http: { status: 200 },
      contentType: "application/vnd.ms-sync",
      problems: [],
    });
  });

  it("joins folded headers and reports a line that is not a header", () => {
    const { messages } = parseMessages(concatBytes("GET / HTTP/1.1\r\nA: 1\r\n 2\r\nnonsense\r\n\r\n"));
    expect(messages[0]?.headers).toEqual([["A", "1 2"]]);
    expect(messages[0]?.problems.map(({ code }) => code)).toEqual(["bad-header"]);
  });

  it("never throws on any bytes", async () => {
    const words = fc.constantFrom(
      "POST /x HTTP/1.1\r\n",
      "HTTP/1.1 200 OK\r\n",
      "\r\n",
      "Content-Length: 5\r\n",
      "Transfer-Encoding: chunked\r\n",
      "Content-Encoding: gzip\r\n",
      "5\r\nabcde\r\n",
      "0\r\n\r\n",
      "zz",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(words, fc.uint8Array({ maxLength: 20 })), { maxLength: 12 }),
        async (parts) => {
          const bytes = concatBytes(...parts);
          const { captures } = await read(fromBytes(bytes));
          for (const { origin } of captures) expect(origin.bytes?.end).toBeLessThanOrEqual(bytes.length);
          await read(fromText(new TextDecoder().decode(bytes)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("pasted HTTP", () => {
  it("reads characters above U+007F as one byte or as UTF-8, depending on Content-Length", async () => {
    const body = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x03, 0xc3, 0xbc, 0x00, 0x01);
    const bytes = buildHttpRequest(body);
    const utf8 = new TextDecoder().decode(bytes);
    expect((await first(fromText(utf8))).payload).toEqual(body);
    const single = String.fromCharCode(...bytes);
    expect((await first(fromText(single))).payload).toEqual(body);
    const none = single.replace(/Content-Length: \d+\r\n/, "");
    expect((await first(fromText(none))).payload).toEqual(body);
  });

  it("gives captures and problems their place in the text", async () => {
    const text = `POST ${FOLDER_SYNC_TARGET} HTTP/1.1\r\nX: \u{1F600}é€\r\nContent-Length: 99\r\n\r\nabc`;
    const capture = await first(fromText(text));
    expect(capture.origin.text).toEqual({ from: 0, to: text.length });
    expect(capture.problems).toMatchObject([
      { code: "content-length-mismatch", text: { from: text.length - 3, to: text.length } },
    ]);
  });

  it("reads a dump in place of the body", async () => {
    const head =
      `POST ${FOLDER_SYNC_TARGET} HTTP/1.1\r\nContent-Type: ` +
      `application/vnd.ms-sync.wbxml\r\nContent-Length: 13\r\n\r\n`;
    for (const dump of [
      "03 01 6A 00 00 07 56 52 03 30 00 01 01",
      "AwFqAAAHVlIDMAABAQ==",
      "00000000: 0301 6a00 0007 5652 0330 0001 01         ..j...VR.0...",
    ]) {
      const capture = await first(fromText(head + dump));
      expect([dump, [...capture.payload], codes(capture)]).toEqual([
        dump,
        [...FOLDER_SYNC],
        ["body-as-text"],
      ]);
    }
    expect(codes(await first(fromText(`${head}just words`)))).toContain("body-not-wbxml");
    const unread = findFormat(httpFormats, "http").read(fromText(`${head}AwFqAAAHVlIDMAABAQ==`), {});
    expect(codes(await getFirstCapture(unread))).toContain("body-not-wbxml");
    expect(codes(await first(fromText(`${head}03 01 6A 00 00 07 56 52 01 01`)))).toEqual([
      "body-as-text",
      "content-length-mismatch",
    ]);
  });

  it("reports bytes lost to U+FFFD", async () => {
    const body = new TextDecoder().decode(concatBytes(FOLDER_SYNC, Uint8Array.of(0xc3, 0x30)));
    expect(codes(await first(fromText(`HTTP/1.1 200 OK\r\n${WBXML_TYPE}\r\n${body}`)))).toContain(
      "replacement-characters",
    );
  });

  it("reads the output of curl -v", async () => {
    const text =
      `* Connected to x\n> POST ${FOLDER_SYNC_TARGET} HTTP/1.1\n> Host: x\n> \n* upload done\n< HTTP/1.1 ` +
      `403 Forbidden\n< Content-Length: 5\n< \nhello`;
    const { captures } = await read(fromText(text));
    expect(captures.map(({ direction, command }) => [direction, command])).toEqual([
      ["request", "FolderSync"],
      ["response", "FolderSync"],
    ]);
    expect(new TextDecoder().decode(captures[1]?.payload)).toBe("hello");
  });

  it.each(["\n", "\r\n"])(
    "gives the places in the output of curl -v, not in the messages (%j)",
    async (end) => {
      const sent = [`> POST ${FOLDER_SYNC_TARGET} HTTP/1.1`, "> bad", ">", "", "", "", "more"];
      const received = ["< HTTP/1.1 403 Forbidden", "< Content-Length: 4", "<", "hello"];
      const text = ["* Connected to x", ...sent, "* upload done", ...received].join(end);
      const { captures } = await read(fromText(text));
      const cut = (place?: { readonly from: number; readonly to: number }): string =>
        text.slice(place?.from, place?.to);
      expect(captures.map(({ origin }) => cut(origin.text).split(end)[0])).toEqual([
        sent[0]?.slice(2),
        received[0]?.slice(2),
      ]);
      const [bad] = captures[0]?.problems ?? [];
      expect([bad?.code, cut(bad?.text)]).toEqual(["bad-header", sent.slice(0, 2).join(end).slice(2)]);
      const [long] = captures[1]?.problems.filter(({ code }) => code === "content-length-mismatch") ?? [];
      expect(long?.text?.to).toBe(text.length);
    },
  );
});

describe("URLs and log lines", () => {
  const BASE64 = "jAAJBAp2MTQwRGV2aWNlAApTbWFydFBob25l";

  it("reads IIS lines with and without column names", async () => {
    const head =
      "#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method " +
      "cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status time-taken\n";
    const line =
      "2024-01-02 03:04:05 10.0.0.1 POST /Microsoft-Server-ActiveSync/default.eas " +
      `${BASE64}&CorrelationID=<empty>; 443 u 10.0.0.2 Phone 503 15`;
    const withColumns = await read(fromText(`${head}${line}\n`), "eas-url");
    expect(withColumns.captures).toMatchObject([
      { command: "Sync", version: "14.0", direction: "request", http: { method: "POST", status: 503 } },
    ]);
    expect(codes(withColumns.captures[0] ?? { problems: [] })).toEqual(["no-body", "http-status"]);
    const alone = await read(fromText(line), "eas-url");
    expect(alone.captures[0]).toMatchObject({
      command: "Sync",
      version: "14.0",
      origin: { text: { from: 0, to: line.length } },
    });
  });

  it("reads plain queries and Apache lines, and skips other lines", async () => {
    const text =
      `10.0.0.2 - u [02/Jan/2024:03:04:05 +0000] "POST ${FOLDER_SYNC_TARGET} HTTP/1.1" 449 0 "-" ` +
      `"Phone"\nGET /other HTTP/1.1\n${FOLDER_SYNC_TARGET}`;
    const { captures, problems } = await read(fromText(text), "eas-url");
    expect(captures.map(({ command, http }) => [command, http?.method, http?.status])).toEqual([
      ["FolderSync", "POST", 449],
      ["FolderSync", undefined, undefined],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["other-lines"]);
  });

  it("recognises a query alone, but not base64 that is not a query", () => {
    const confidence = (text: string): number =>
      findFormat(httpFormats, "eas-url").recognise(fromText(text))?.confidence ?? 0;
    expect(confidence(BASE64)).toBeGreaterThan(0.9);
    expect(confidence("Cmd=Sync&User=u&DeviceId=d&DeviceType=t")).toBeGreaterThan(0.9);
    expect(confidence("AwFqAAAHVlIDMAABAQ==")).toBe(0);
    expect(confidence(`POST ${FOLDER_SYNC_TARGET} HTTP/1.1\r\n\r\n`)).toBe(0);
  });
});

describe("recognition", () => {
  it("is confident of a first line, less confident of a later one, and otherwise silent", () => {
    const confidence = (text: string): number =>
      findFormat(httpFormats, "http").recognise(fromText(text))?.confidence ?? 0;
    expect(confidence("\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")).toBeGreaterThan(0.9);
    expect(confidence("note\nHTTP/1.1 200 OK\n\n")).toBeLessThan(0.9);
    expect(confidence("03 01 6A 00")).toBe(0);
    expect(
      findFormat(httpFormats, "http").recognise(fromBytes(buildHttpRequest(FOLDER_SYNC)))?.confidence,
    ).toBeGreaterThan(0.9);
  });
});
