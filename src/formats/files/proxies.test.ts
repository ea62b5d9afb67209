import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { buildZip, FOLDER_SYNC, FOLDER_SYNC_TARGET } from "../../testing/captures";
import type { Capture, Contents, Format, Input } from "../format";
import { burp } from "./burp";
import { charlesArchive, charlesJson } from "./charles";
import { har } from "./har";
import { mitmproxy } from "./mitmproxy";
import { readTnetstring } from "./tnetstring";

const encoder = new TextEncoder();
const ADDRESS = `https://mail.contoso.com${FOLDER_SYNC_TARGET}`;
/** Non-ASCII text, an OPAQUE with every byte, some kilobytes. */
const LARGE = Uint8Array.from([
  ...FOLDER_SYNC.subarray(0, 8),
  0x03,
  ...encoder.encode("Entwürfe 草稿".repeat(300)),
  0x00,
  0xc3,
  0x80 | 2,
  0x00,
  ...Array.from({ length: 256 }, (_, i) => i),
  0x01,
  0x01,
]);
const UTF8_ONLY = Uint8Array.from([
  ...FOLDER_SYNC.subarray(0, 8),
  0x03,
  ...encoder.encode("Entwürfe 草稿"),
  0x00,
  0x01,
  0x01,
]);

const inText = (text: string, name?: string): Input => ({ name, text, bytes: undefined });
const inBytes = (bytes: Uint8Array, name?: string): Input => ({ name, text: undefined, bytes });
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);
const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
const fromLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const read = async (format: Format, input: Input): Promise<Contents> => format.read(input, {});
const allCodes = ({ captures, problems }: Contents): string[] => [
  ...codes(problems),
  ...captures.flatMap((capture) => codes(capture.problems)),
];
const payloads = ({ captures }: Contents): Uint8Array[] =>
  captures.map((capture: Capture) => capture.payload);

const WBXML = "application/vnd.ms-sync.wbxml";
const headers = (length: number, more: readonly { name: string; value: string }[] = []) => [
  { name: "content-type", value: WBXML },
  { name: "Content-Length", value: String(length) },
  { name: "MS-ASProtocolVersion", value: "14.1" },
  ...more,
];

interface HarParts {
  readonly request?: object;
  readonly response?: object;
}
const harOf = ({ request = {}, response = {} }: HarParts, length = FOLDER_SYNC.length): string =>
  JSON.stringify({
    log: {
      version: "1.2",
      entries: [
        {
          startedDateTime: "2024-01-01T00:00:00Z",
          request: { method: "POST", url: ADDRESS, headers: headers(length), bodySize: length, ...request },
          response: {
            status: 200,
            statusText: "OK",
            headers: headers(length),
            content: { size: 0, mimeType: WBXML },
            ...response,
          },
        },
      ],
    },
  });

describe("HAR", () => {
  it("reads base64 content, and requests with one byte per character", async () => {
    const text = harOf(
      {
        request: { postData: { mimeType: WBXML, text: latin1(LARGE) } },
        response: {
          content: { size: LARGE.length, mimeType: WBXML, encoding: "base64", text: toBase64(LARGE) },
        },
      },
      LARGE.length,
    );
    for (const input of [
      inText(text),
      inText(`\uFEFF${text}`),
      inBytes(encoder.encode(`\uFEFF${text}`), "x.har"),
    ]) {
      const contents = await read(har, input);
      expect(payloads(contents)).toEqual([LARGE, LARGE]);
      expect(allCodes(contents)).toEqual([]);
      expect(contents.captures.map(({ command, version }) => [command, version])).toEqual([
        ["FolderSync", "14.1"],
        ["FolderSync", "14.1"],
      ]);
      expect(har.recognise(input)?.confidence).toBeGreaterThan(0.9);
    }
  });

  it("reads the dialects of mitmproxy, HTTP Toolkit and Reqable", async () => {
    const escaped = Array.from(FOLDER_SYNC.subarray(0, 9), (byte) => String.fromCharCode(byte)).join("");
    const surrogates = `${escaped}\uDCC3\uDCBC\uDCFF`;
    const bytes = Uint8Array.from([...FOLDER_SYNC.subarray(0, 9), 0xc3, 0xbc, 0xff]);
    const json = harOf({ request: { postData: { text: surrogates } } }, bytes.length);
    expect(payloads(await read(har, inText(json)))[0]).toEqual(bytes);
    // as written by Python: three bytes each
    const raw = json.replace(/\\udc([89a-f][0-9a-f])/g, (_, hex: string) => `@@${hex}`);
    const asThree = (_: string, hex: string): string => {
      const byte = Number.parseInt(hex, 16);
      return String.fromCharCode(0xed, 0xb0 | (byte >> 6), 0x80 | (byte & 0x3f));
    };
    const threeBytes = fromLatin1(latin1(encoder.encode(raw)).replace(/@@(..)/g, asThree));
    expect(payloads(await read(har, inBytes(threeBytes)))[0]).toEqual(bytes);
    const toolkit = harOf({
      request: { _content: { text: toBase64(FOLDER_SYNC), encoding: "base64", size: 13 } },
    });
    expect(payloads(await read(har, inText(toolkit)))[0]).toEqual(FOLDER_SYNC);
    const reqable = harOf({ request: { postData: { text: toBase64(FOLDER_SYNC), encoding: "base64" } } });
    expect(payloads(await read(har, inText(reqable)))[0]).toEqual(FOLDER_SYNC);
  });

  it("takes headers as pairs, and does not undo a coding twice", async () => {
    const pairs = headers(5, [{ name: "Content-Encoding", value: "br" }]).map(({ name, value }) => [
      name,
      value,
    ]);
    const text = harOf({
      request: { postData: { text: toBase64(FOLDER_SYNC), encoding: "base64" } },
      response: { headers: pairs, content: { size: 13, encoding: "base64", text: toBase64(FOLDER_SYNC) } },
    });
    const contents = await read(har, inText(text));
    expect(contents.captures[1]).toMatchObject({ payload: FOLDER_SYNC, problems: [], contentType: WBXML });
  });

  it("reports missing bytes", async () => {
    const lost = harOf({ request: { postData: { text: new TextDecoder().decode(LARGE) } } }, LARGE.length);
    expect(allCodes(await read(har, inText(lost)))).toEqual(
      expect.arrayContaining(["content-length-mismatch", "replacement-characters"]),
    );
    const none = harOf({ response: { content: { size: 99 } } });
    expect(allCodes(await read(har, inText(none)))).toEqual(["body-missing", "body-missing"]);
    expect(
      payloads(
        await read(
          har,
          inText(
            harOf({ request: { postData: { text: new TextDecoder().decode(UTF8_ONLY) } } }, UTF8_ONLY.length),
          ),
        ),
      )[0],
    ).toEqual(UTF8_ONLY);
  });

  it("reports what is not a HAR, is cut off, or is an empty entry", async () => {
    expect(codes((await read(har, inText(harOf({}).slice(0, -9)))).problems)).toEqual(["bad-json"]);
    expect(codes((await read(har, inText('{"log":{}}'))).problems)).toEqual(["no-har"]);
    expect(codes((await read(har, inText('{"log":{"entries":[null,3,{}]}}'))).problems)).toEqual([
      "skipped-entries",
    ]);
    expect(har.recognise(inText('{"a":1}'))).toBeUndefined();
  });
});

describe("JSON that is cut off", () => {
  const entries = [FOLDER_SYNC, FOLDER_SYNC].map((body) => ({
    request: {
      method: "POST",
      url: ADDRESS,
      headers: headers(body.length),
      postData: { text: toBase64(body), encoding: "base64" },
    },
  }));

  it("gives the complete entries, and reports the place", async () => {
    const whole = JSON.stringify({ log: { creator: { note: ']}{[\\"' }, pages: [{ id: 1 }], entries } });
    const second = whole.lastIndexOf('{"request"');
    for (const end of [second + 1, second + 40, whole.length - 4]) {
      const { captures, problems } = await read(har, inText(whole.slice(0, end)));
      expect(captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC]);
      expect(problems).toMatchObject([{ code: "bad-json", text: { from: second - 1, to: end } }]);
    }
    const rest = await read(har, inText(`${whole}\nsaved by hand`));
    expect([rest.captures.length, codes(rest.problems)]).toEqual([2, ["bad-json"]]);
    expect(codes((await read(har, inText(whole.slice(0, 20)))).problems)).toEqual(["bad-json"]);
  });
});

const http = (start: string, body: Uint8Array, more = ""): Uint8Array =>
  Uint8Array.from([
    ...encoder.encode(`${start}\r\nContent-Type: ${WBXML}\r\nContent-Length: ${body.length}\r\n${more}\r\n`),
    ...body,
  ]);
const REQUEST = (body: Uint8Array): Uint8Array =>
  http(`POST ${FOLDER_SYNC_TARGET} HTTP/1.1`, body, "MS-ASProtocolVersion: 14.1\r\n");

const DTD =
  '<?xml version="1.0"?>\n<!DOCTYPE items [\n<!ELEMENT items (item*)>\n<!ATTLIST items burpVersion ' +
  'CDATA "">\n<!ELEMENT item (request, response)>\n]>\n';
const burpItem = (request: string, response: string): string =>
  `  <item>\n    <url><![CDATA[${ADDRESS}]]></url>\n    <method><![CDATA[POST]]></method>\n    ` +
  `${request}\n    <status>200</status>\n    ${response}\n  </item>\n`;
const asBase64 = (name: string, bytes: Uint8Array): string =>
  `<${name} base64="true"><![CDATA[${toBase64(bytes)}]]></${name}>`;
const burpFile = (...items: readonly string[]): string =>
  `${DTD}<items burpVersion="2024.1" exportTime="now">\n${items.join("")}</items>`;

describe("Burp items", () => {
  it("are read from base64, with gzip removed", async () => {
    const zipped = gzipSync(LARGE);
    const text = burpFile(
      burpItem(
        asBase64("request", REQUEST(FOLDER_SYNC)),
        asBase64("response", http("HTTP/1.1 200 OK", zipped, "Content-Encoding: gzip\r\n")),
      ),
      burpItem(asBase64("request", REQUEST(LARGE)), "<response></response>"),
    );
    for (const input of [inText(text), inBytes(encoder.encode(text), "b.xml")]) {
      const contents = await read(burp, input);
      expect(payloads(contents)).toEqual([FOLDER_SYNC, LARGE, LARGE]);
      expect(allCodes(contents)).toEqual([]);
      expect(contents.captures[1]).toMatchObject({
        command: "FolderSync",
        version: "14.1",
        direction: "response",
      });
      expect(burp.recognise(input)?.confidence).toBeGreaterThan(0.9);
    }
  });

  it("are read as is if base64 was not chosen, with a warning", async () => {
    const raw = latin1(http("HTTP/1.1 200 OK", LARGE));
    const text = burpFile(
      burpItem(
        asBase64("request", REQUEST(FOLDER_SYNC)),
        `<response base64="false"><![CDATA[${raw}]]></response>`,
      ),
    );
    const contents = await read(burp, inBytes(fromLatin1(text)));
    expect(payloads(contents)).toEqual([FOLDER_SYNC, LARGE]);
    expect(allCodes(contents)).toEqual(["raw-in-xml"]);
  });

  it("report an item that was cut off, and a file without items", async () => {
    const text = burpFile(
      burpItem(asBase64("request", REQUEST(FOLDER_SYNC)), asBase64("response", REQUEST(LARGE))),
    );
    expect(codes((await read(burp, inText(text.slice(0, 700)))).problems)).toContain("cut-item");
    expect(codes((await read(burp, inText("<items/>"))).problems)).toEqual(["no-items"]);
    expect(burp.recognise(inText("<items/>"))).toBeUndefined();
  });
});

const charlesMeta = (length: number, more: object = {}): object => ({
  status: "COMPLETE",
  method: "POST",
  protocolVersion: "HTTP/1.1",
  scheme: "https",
  host: "mail.contoso.com",
  actualPort: 443,
  path: "/Microsoft-Server-ActiveSync",
  query: ADDRESS.slice(ADDRESS.indexOf("?") + 1),
  request: { sizes: { body: length }, header: { headers: headers(length) } },
  response: { status: 200, sizes: { body: length }, header: { headers: headers(length) } },
  ...more,
});

describe("Charles sessions", () => {
  it("are read from an archive, in order of their numbers", async () => {
    const files = {
      "10-meta.json": JSON.stringify(charlesMeta(0)),
      "2-req.dat": FOLDER_SYNC,
      "2-meta.json": JSON.stringify(
        charlesMeta(FOLDER_SYNC.length, { response: { status: 449, header: { headers: [] } } }),
      ),
    };
    const bytes = await buildZip(files);
    const contents = await read(charlesArchive, inBytes(bytes, "a.chlz"));
    expect(
      contents.captures.map(({ direction, http: facts, payload, origin }) => [
        direction,
        facts?.status,
        payload.length,
        origin.name,
      ]),
    ).toEqual([
      ["request", undefined, 13, "2-meta.json"],
      ["response", 449, 0, "2-meta.json"],
      ["request", undefined, 0, "10-meta.json"],
      ["response", 200, 0, "10-meta.json"],
    ]);
    expect(contents.captures[0]).toMatchObject({
      command: "FolderSync",
      version: "14.1",
      http: { url: ADDRESS },
    });
    expect(charlesArchive.recognise(inBytes(bytes))?.confidence).toBeGreaterThan(0.9);
    expect(
      codes((await read(charlesArchive, inBytes(await buildZip({ "0-meta.json": "{" })))).problems),
    ).toEqual(["bad-json"]);
  });

  it("are read from JSON", async () => {
    const body = { encoding: "base64", encoded: toBase64(LARGE) };
    const meta = charlesMeta(LARGE.length, {
      request: { header: { headers: headers(LARGE.length) }, body },
      response: { status: 200, header: { headers: headers(LARGE.length) }, body },
    });
    const input = inText(JSON.stringify([meta]));
    const contents = await read(charlesJson, input);
    expect(payloads(contents)).toEqual([LARGE, LARGE]);
    expect(allCodes(contents)).toEqual([]);
    expect(charlesJson.recognise(input)?.confidence).toBeGreaterThan(0.8);
    expect(charlesJson.recognise(inText("[3, 1, 106]"))).toBeUndefined();
  });
});

type Tnet =
  | Uint8Array
  | string
  | number
  | boolean
  | null
  | readonly Tnet[]
  | { readonly [name: string]: Tnet };

/** A tnetstring written according to its definition. */
function tnet(value: Tnet): Uint8Array {
  const wrap = (payload: Uint8Array, type: string): Uint8Array =>
    Uint8Array.from([...encoder.encode(`${payload.length}:`), ...payload, type.charCodeAt(0)]);
  const joined = (values: readonly Tnet[]): Uint8Array =>
    Uint8Array.from(values.flatMap((entry) => [...tnet(entry)]));
  if (value instanceof Uint8Array) return wrap(value, ",");
  if (typeof value === "string") return wrap(encoder.encode(value), ";");
  if (typeof value === "number")
    return wrap(encoder.encode(String(value)), Number.isInteger(value) ? "#" : "^");
  if (typeof value === "boolean") return wrap(encoder.encode(String(value)), "!");
  if (value === null) return wrap(new Uint8Array(), "~");
  if (Array.isArray(value)) return wrap(joined(value as readonly Tnet[]), "]");
  return wrap(joined(Object.entries(value as Readonly<Record<string, Tnet>>).flat()), "}");
}

const pairOf = (name: string, value: string): readonly Tnet[] => [
  encoder.encode(name),
  encoder.encode(value),
];
const flow = (request: Uint8Array, response: Uint8Array | null, coding?: string): Uint8Array =>
  tnet({
    version: 20,
    type: "http",
    request: {
      method: encoder.encode("POST"),
      scheme: encoder.encode("https"),
      host: "mail.contoso.com",
      port: 443,
      path: encoder.encode(FOLDER_SYNC_TARGET),
      headers: [pairOf("Content-Type", WBXML), pairOf("MS-ASProtocolVersion", "16.1")],
      content: request,
      timestamp_start: 1.5,
    },
    response: {
      status_code: 200,
      reason: encoder.encode("OK"),
      headers: [
        pairOf("Content-Type", WBXML),
        ...(coding === undefined ? [] : [pairOf("Content-Encoding", coding)]),
      ],
      content: response,
    },
    error: null,
    intercepted: false,
  });

describe("mitmproxy flows", () => {
  it("are read one after the other, with codings removed", async () => {
    const bytes = Uint8Array.from([
      ...flow(FOLDER_SYNC, LARGE),
      ...flow(LARGE, gzipSync(FOLDER_SYNC), "gzip"),
    ]);
    const contents = await read(mitmproxy, inBytes(bytes, "flows"));
    expect(payloads(contents)).toEqual([FOLDER_SYNC, LARGE, LARGE, FOLDER_SYNC]);
    expect(contents.captures[3]).toMatchObject({ command: "FolderSync", version: "16.1", problems: [] });
    expect(contents.captures[0]).toMatchObject({ http: { url: ADDRESS }, origin: { bytes: { start: 0 } } });
    expect(contents.problems).toEqual([]);
    expect(mitmproxy.recognise(inBytes(bytes))?.confidence).toBeGreaterThan(0.9);
  });

  it("report a file that is cut off, a body that was not kept, and flows that are not HTTP", async () => {
    const cut = await read(
      mitmproxy,
      inBytes(Uint8Array.from([...flow(FOLDER_SYNC, LARGE), ...flow(FOLDER_SYNC, LARGE).subarray(0, 50)])),
    );
    expect([cut.captures.length, codes(cut.problems)]).toEqual([2, ["broken-flow"]]);
    expect(allCodes(await read(mitmproxy, inBytes(flow(FOLDER_SYNC, null))))).toEqual(["body-missing"]);
    expect(allCodes(await read(mitmproxy, inBytes(tnet({ type: "tcp" }))))).toEqual(["other-flows"]);
    expect(mitmproxy.recognise(inBytes(FOLDER_SYNC))).toBeUndefined();
  });

  it("never throw, however deep or broken", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readTnetstring(bytes, 0)));
    let deep = tnet(null);
    for (let i = 0; i < 200; i++)
      deep = Uint8Array.from([...encoder.encode(`${deep.length}:`), ...deep, 0x5d]);
    expect(readTnetstring(deep, 0)).toBeUndefined();
  });
});
