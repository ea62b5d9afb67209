import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  buildHttpRequest,
  buildHttpResponse,
  concatBytes,
  FOLDER_SYNC,
  findFormat,
  fromBytes,
  getFirstCapture,
  listCodes,
  WBXML_TYPE,
} from "../../testing/captures";
import type { Capture, Contents, Input } from "../format";
import { type Limits, limits } from "../limits";
import { toCapture, toCaptures } from "./capture";
import { readChunked } from "./chunked";
import { httpFormats } from "./formats";
import type { HttpMessage } from "./message";
import { splitMultipart } from "./multipart";
import { parseMessages } from "./parse";

const encoder = new TextEncoder();
const codes = ({ problems }: Pick<Capture, "problems">): string[] => listCodes(problems);
const read = async (input: Input, id = "http"): Promise<Contents> =>
  findFormat(httpFormats, id).read(input, {});
const first = (input: Input): Promise<Capture> => getFirstCapture(read(input));

describe("transfer codings", () => {
  const chunk = (...parts: readonly Uint8Array[]): Uint8Array =>
    concatBytes(
      ...parts.flatMap((part) => [`${part.length.toString(16)};x=y\r\n`, part, "\r\n"]),
      "0\r\nX-Trailer: 1\r\n\r\n",
    );
  const chunkedHead = `${WBXML_TYPE}Transfer-Encoding: chunked\r\n`;

  it("removes chunks, including trailers, and continues with the next message", async () => {
    const bytes = concatBytes(
      buildHttpResponse(chunk(FOLDER_SYNC.subarray(0, 5), FOLDER_SYNC.subarray(5)), chunkedHead),
      buildHttpResponse(FOLDER_SYNC, "Content-Length: 13\r\n"),
    );
    const { captures, problems } = await read(fromBytes(bytes));
    expect(captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC, FOLDER_SYNC]);
    expect(problems.concat(...captures.map((capture) => capture.problems))).toEqual([]);
  });

  it("reports it if the chunks are cut off or a tool had removed them", async () => {
    const broken = await first(fromBytes(buildHttpResponse(chunk(FOLDER_SYNC).subarray(0, 10), chunkedHead)));
    expect(codes(broken)).toEqual(["broken-chunking"]);
    expect(broken.payload).toEqual(FOLDER_SYNC.subarray(0, 10 - 7));
    const plain = await first(fromBytes(buildHttpResponse(FOLDER_SYNC, chunkedHead)));
    expect(codes(plain)).toEqual(["already-dechunked"]);
    expect(plain.payload).toEqual(FOLDER_SYNC);
    expect(readChunked(encoder.encode("5\r\nabcde"), 0)).toMatchObject({ whole: false });
  });
});

describe("content codings", () => {
  const coded = (coding: string, body: Uint8Array): Uint8Array =>
    buildHttpResponse(body, `${WBXML_TYPE}Content-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\n`);

  it("decodes gzip, deflate with and without a zlib header, and two at once", async () => {
    const big = concatBytes(FOLDER_SYNC, new Uint8Array(100_000).fill(0x41));
    for (const [coding, body] of [
      ["gzip", gzipSync(big)],
      ["x-gzip", gzipSync(big)],
      ["deflate", deflateSync(big)],
      ["deflate", deflateRawSync(big)],
      ["deflate, gzip", gzipSync(deflateSync(big))],
      ["identity", big],
    ] as const) {
      const capture = await first(fromBytes(coded(coding, body)));
      expect([coding, capture.problems, capture.payload.length]).toEqual([coding, [], big.length]);
    }
  });

  it("decodes br if the platform can, and reports it if not", async () => {
    const capture = await first(fromBytes(coded("br", brotliCompressSync(FOLDER_SYNC))));
    if (codes(capture).length === 0) expect(capture.payload).toEqual(FOLDER_SYNC);
    else
      expect([codes(capture), capture.contentType]).toEqual([
        ["coding-unsupported"],
        "application/octet-stream",
      ]);
    const unknown = await first(fromBytes(coded("nonsense", Uint8Array.of(9, 9, 9))));
    expect(codes(unknown)).toEqual(["coding-unsupported"]);
  });

  it("reports a coding that is damaged, already removed or unnamed", async () => {
    const cut = await first(
      fromBytes(
        coded("gzip", gzipSync(new Uint8Array(50_000).map((_, i) => (i * i) & 0xff)).subarray(0, -20)),
      ),
    );
    expect(codes(cut)).toContain("broken-compression");
    const plain = await first(fromBytes(coded("gzip", FOLDER_SYNC)));
    expect([codes(plain), plain.payload]).toEqual([["already-decoded"], FOLDER_SYNC]);
    const unnamed = await first(fromBytes(buildHttpResponse(gzipSync(FOLDER_SYNC), WBXML_TYPE)));
    expect([codes(unnamed), unnamed.payload]).toEqual([["unnamed-gzip"], FOLDER_SYNC]);
  });

  it("stops at the limits", async () => {
    const small: Limits = { ...limits, ratio: 10, ratioFloor: 1000 };
    const message: HttpMessage = {
      direction: "response",
      status: 200,
      headers: [["Content-Encoding", "gzip"]],
      body: gzipSync(new Uint8Array(100_000)),
      problems: [],
    };
    const capture = await toCapture(message, { origin: {}, limits: small });
    expect(codes(capture)).toEqual(["limit-decompressed-bytes"]);
    expect(capture.payload.length).toBeLessThanOrEqual(Math.max(1000, message.body.length * 10));
    const many = parseMessages(
      concatBytes(buildHttpRequest(FOLDER_SYNC), buildHttpRequest(FOLDER_SYNC)),
      [],
      {
        ...limits,
        captures: 1,
      },
    );
    expect([many.messages.length, many.problems.map(({ code }) => code)]).toEqual([1, ["limit-captures"]]);
  });

  it("stops when the bodies together reach the limit, and says so once", async () => {
    const message: HttpMessage = {
      direction: "response",
      status: 200,
      headers: [["Content-Encoding", "gzip"]],
      body: gzipSync(new Uint8Array(1000)),
      problems: [],
    };
    const most: Limits = { ...limits, totalBytes: 2500 };
    const captures = await toCaptures([message, message, message, message], () => ({}), {}, most);
    expect(captures.map(({ payload }) => payload.length)).toEqual([1000, 1000, 500, 0]);
    expect(captures.flatMap(codes).filter((code) => code === "limit-total-bytes")).toHaveLength(1);
  });
});

describe("bodies that are not WBXML", () => {
  const typed = async (body: string | Uint8Array, type: string, status = "200 OK"): Promise<Capture> => {
    const bytes = concatBytes(body);
    return first(
      fromBytes(
        buildHttpResponse(bytes, `Content-Type: ${type}\r\nContent-Length: ${bytes.length}\r\n`, status),
      ),
    );
  };

  it("are kept and labelled by their kind", async () => {
    const html = await typed(
      "<!DOCTYPE html><html><body>503</body></html>",
      "text/html; charset=utf-8",
      "503 Service Unavailable",
    );
    expect([html.contentType, codes(html)]).toEqual(["text/html", ["http-status"]]);
    const lie = await typed("<html></html>", "application/vnd.ms-sync.wbxml");
    expect([lie.contentType, codes(lie)]).toEqual(["text/html", ["body-not-wbxml"]]);
    const mail = await typed("From: a@b\r\nSubject: x\r\n\r\nhello", "message/rfc822");
    expect([mail.contentType, codes(mail)]).toEqual(["message/rfc822", []]);
    const xml = await typed('<?xml version="1.0"?><Autodiscover/>', "text/xml");
    expect([xml.contentType, codes(xml)]).toEqual(["text/xml", []]);
    const json = await typed('{"error":1}', "application/json");
    expect([json.contentType, codes(json)]).toEqual(["application/json", []]);
    const picture = await typed(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), "image/png");
    expect([picture.contentType, codes(picture)]).toEqual(["image/png", []]);
    const wbxml = await typed(FOLDER_SYNC, "text/html");
    expect([wbxml.contentType, codes(wbxml)]).toEqual(["application/vnd.ms-sync.wbxml", ["body-is-wbxml"]]);
  });

  it("can be empty", async () => {
    const empty = await first(fromBytes(buildHttpResponse(new Uint8Array(), "Content-Length: 0\r\n")));
    expect([empty.payload.length, empty.problems]).toEqual([0, []]);
  });

  it("come with an explanation of the status", async () => {
    for (const status of [
      "449 Retry after sending a PROVISION command",
      "451",
      "503 Service Unavailable",
      "599 Odd",
    ]) {
      const capture = await first(
        fromBytes(
          buildHttpResponse(new Uint8Array(), "Content-Length: 0\r\nX-MS-Location: https://x/\r\n", status),
        ),
      );
      expect([status, codes(capture), capture.http?.status]).toEqual([
        status,
        ["http-status"],
        Number(status.slice(0, 3)),
      ]);
    }
  });
});

describe("multipart responses", () => {
  const table = (...parts: readonly Uint8Array[]): Uint8Array => {
    const out = new Uint8Array(4 + parts.length * 8);
    const view = new DataView(out.buffer);
    view.setUint32(0, parts.length, true);
    let at = out.length;
    parts.forEach((part, i) => {
      view.setUint32(4 + i * 8, at, true);
      view.setUint32(8 + i * 8, part.length, true);
      at += part.length;
    });
    return concatBytes(out, ...parts);
  };
  const picture = new Uint8Array(300).map((_, i) => i & 0xff);
  const body = table(FOLDER_SYNC, picture, new Uint8Array());

  it("are split by their table", async () => {
    const bytes = buildHttpResponse(
      body,
      `Content-Type: application/vnd.ms-sync.multipart\r\nContent-Length: ${body.length}\r\n`,
    );
    const capture = await first(fromBytes(bytes));
    expect(capture.payload).toEqual(FOLDER_SYNC);
    expect(capture.parts).toEqual([picture, new Uint8Array()]);
    expect(capture.problems).toEqual([]);
  });

  it("are recognised without their HTTP head", async () => {
    expect(findFormat(httpFormats, "eas-multipart").recognise(fromBytes(body))?.confidence).toBeGreaterThan(
      0.9,
    );
    expect(
      findFormat(httpFormats, "eas-multipart").recognise(fromBytes(concatBytes(FOLDER_SYNC, FOLDER_SYNC))),
    ).toBeUndefined();
    expect((await read(fromBytes(body), "eas-multipart")).captures[0]?.parts?.[0]).toEqual(picture);
  });

  it("report a table that does not fit", () => {
    expect(splitMultipart(body.subarray(0, 200)).problems).toMatchObject(
      [{ code: "multipart-part-cut", bytes: { start: 12, end: 20 } }, { code: "multipart-part-cut" }].slice(
        0,
        1,
      ),
    );
    expect(splitMultipart(Uint8Array.of(255, 255, 255, 255, 0)).problems).toMatchObject([
      { code: "bad-multipart-table" },
    ]);
    expect(splitMultipart(new Uint8Array()).problems).toMatchObject([{ code: "bad-multipart-table" }]);
  });
});
