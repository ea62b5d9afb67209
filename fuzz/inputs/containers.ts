import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { toBase64 } from "../../src/bytes/base64";
import { writeZip } from "../../src/formats/write/zip";
import { encodeFrame, fromClient, fromServer } from "../../src/testing/frames";
import { easDocument } from "./documents";
import { concat } from "./mutations";

// The files and texts that payloads travel in, written from a few facts. The readers must find the payloads
// again as long as nothing is changed.

const codings = ["identity", "gzip", "deflate", "chunked", "gzip, chunked"] as const;

/** A request and its response, before they are put into a container. */
export interface Sent {
  readonly request: Uint8Array;
  readonly response: Uint8Array;
  readonly coding: (typeof codings)[number];
  /** The further parts of a multipart response; `undefined` for one that is not multipart. */
  readonly parts: readonly Uint8Array[] | undefined;
}

/** What is sent in one conversation: one exchange or several. */
export const anySent: fc.Arbitrary<readonly Sent[]> = fc.array(
  fc.record({
    request: easDocument,
    response: easDocument,
    coding: fc.constantFrom(...codings),
    parts: fc.option(fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 2 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The payloads of exchanges in the order in which they are sent. */
export function listPayloads(sent: readonly Sent[]): readonly Uint8Array[] {
  return sent.flatMap(({ request, response }) => [request, response]);
}

const encoder = new TextEncoder();
const TARGET = "/Microsoft-Server-ActiveSync?Cmd=Sync&User=ada&DeviceId=d1&DeviceType=Phone";
const WBXML = "application/vnd.ms-sync.wbxml";

function u32(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
}

/** The body of a multipart response [MS-ASCMD 2.2.1.10.1.1]. */
function writeMultipart(parts: readonly Uint8Array[]): Uint8Array {
  let offset = 4 + parts.length * 8;
  const table = parts.flatMap((part) => {
    const entry = [u32(offset), u32(part.length)];
    offset += part.length;
    return entry;
  });
  return concat([u32(parts.length), ...table, ...parts]);
}

function compress(bytes: Uint8Array, coding: string): Uint8Array {
  if (coding.startsWith("gzip")) return gzipSync(bytes);
  return coding === "deflate" ? deflateSync(bytes) : bytes;
}

function writeChunks(bytes: Uint8Array): Uint8Array {
  const half = bytes.length >> 1;
  const chunks = [bytes.subarray(0, half), bytes.subarray(half)].filter(({ length }) => length > 0);
  const written = chunks.flatMap((chunk) => [
    encoder.encode(`${chunk.length.toString(16)}\r\n`),
    chunk,
    encoder.encode("\r\n"),
  ]);
  return concat([...written, encoder.encode("0\r\n\r\n")]);
}

/** The request of an exchange as an HTTP message. */
export function writeRequest({ request }: Sent): Uint8Array {
  const head =
    `POST ${TARGET} HTTP/1.1\r\nHost: mail.contoso.com\r\nMS-ASProtocolVersion: 14.1\r\n` +
    `Content-Type: ${WBXML}\r\nContent-Length: ${request.length}\r\n\r\n`;
  return concat([encoder.encode(head), request]);
}

/** The response of an exchange as an HTTP message. */
export function writeResponse({ response, coding, parts }: Sent): Uint8Array {
  const type = parts === undefined ? WBXML : "application/vnd.ms-sync.multipart";
  const body = parts === undefined ? response : writeMultipart([response, ...parts]);
  const packed = compress(body, coding);
  const isChunked = coding.endsWith("chunked");
  const content = coding.replace(/(?:, )?chunked$/, "");
  const head = [
    "HTTP/1.1 200 OK",
    `Content-Type: ${type}`,
    isChunked ? "Transfer-Encoding: chunked" : `Content-Length: ${packed.length}`,
    ...(content === "" || content === "identity" ? [] : [`Content-Encoding: ${content}`]),
  ];
  return concat([encoder.encode(`${head.join("\r\n")}\r\n\r\n`), isChunked ? writeChunks(packed) : packed]);
}

/** All messages one after the other, as they are on the wire. */
export function writeHttp(sent: readonly Sent[]): Uint8Array {
  return concat(sent.flatMap((one) => [writeRequest(one), writeResponse(one)]));
}

/** An HTTP archive: bodies as base64, with all codings removed, as browsers write them. */
export function writeHar(sent: readonly Sent[]): string {
  const header = (name: string, value: string): object => ({ name, value });
  const entries = sent.map(({ request, response }, i) => ({
    startedDateTime: new Date(Date.UTC(2026, 10, 29, 6, 0, i)).toISOString(),
    time: 40,
    request: {
      method: "POST",
      url: `https://mail.contoso.com${TARGET}`,
      headers: [header("Content-Type", WBXML), header("MS-ASProtocolVersion", "14.1")],
      bodySize: request.length,
      postData: { mimeType: WBXML, text: toBase64(request), encoding: "base64" },
    },
    response: {
      status: 200,
      statusText: "OK",
      headers: [header("Content-Type", WBXML)],
      content: { size: response.length, mimeType: WBXML, encoding: "base64", text: toBase64(response) },
    },
  }));
  return JSON.stringify(
    { log: { version: "1.2", creator: { name: "fuzz", version: "1" }, entries } },
    null,
    1,
  );
}

/** A session archive of Fiddler. */
export function writeSaz(sent: readonly Sent[]): Promise<Uint8Array> {
  return writeZip(
    sent.flatMap((one, i) => [
      { name: `raw/${i + 1}_c.txt`, bytes: writeRequest(one) },
      { name: `raw/${i + 1}_s.txt`, bytes: writeResponse(one) },
      { name: `raw/${i + 1}_m.xml`, bytes: encoder.encode(writeSessionFacts(i)) },
    ]),
  );
}

function writeSessionFacts(index: number): string {
  const at = `2026-11-29T06:00:0${index}.0000000+00:00`;
  return (
    `<?xml version="1.0"?><Session SID="${index + 1}"><SessionTimers ClientConnected="${at}" ` +
    `ServerDoneResponse="${at}" /></Session>`
  );
}

/** The frames of exchanges on one connection. */
function writeFrames(sent: readonly Sent[]): readonly Uint8Array[] {
  let client = 1000;
  let server = 5000;
  return sent.flatMap((one) => {
    const request = writeRequest(one);
    const response = writeResponse(one);
    const frames = [
      encodeFrame(fromClient(client, request, { acknowledgment: server })),
      encodeFrame(fromServer(server, response, { acknowledgment: client + request.length })),
    ];
    client += request.length;
    server += response.length;
    return frames;
  });
}

/** A capture file of tcpdump. */
export function writePcap(sent: readonly Sent[]): Uint8Array {
  const header = concat([u32(0xa1b2c3d4), u32(0x00040002), u32(0), u32(0), u32(65_535), u32(1)]);
  const packets = writeFrames(sent).flatMap((frame, i) => [
    concat([u32(1_796_000_000 + i), u32(0), u32(frame.length), u32(frame.length)]),
    frame,
  ]);
  return concat([header, ...packets]);
}

function writeBlock(type: number, body: Uint8Array): Uint8Array {
  const padding = new Uint8Array(-body.length & 3);
  const length = u32(12 + body.length + padding.length);
  return concat([u32(type), length, body, padding, length]);
}

/** A capture file of Wireshark. */
export function writePcapng(sent: readonly Sent[]): Uint8Array {
  const section = concat([u32(0x1a2b3c4d), u32(0x00000001), u32(0xffffffff), u32(0xffffffff)]);
  const packets = writeFrames(sent).map((frame, i) =>
    writeBlock(6, concat([u32(0), u32(0x6620a), u32(i * 1000), u32(frame.length), u32(frame.length), frame])),
  );
  return concat([writeBlock(0x0a0d0d0a, section), writeBlock(1, concat([u32(1), u32(65_535)])), ...packets]);
}
