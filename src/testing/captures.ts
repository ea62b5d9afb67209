import { readFileSync } from "node:fs";
import {
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
} from "@zip.js/zip.js/lib/zip-core-native.js";
import { type MockInstance, vi } from "vitest";
import type { Capture, Contents, Format, Input } from "../formats/format";

const encoder = new TextEncoder();

/** FolderSync with SyncKey 0: 13 bytes. */
export const FOLDER_SYNC = Uint8Array.of(
  0x03,
  0x01,
  0x6a,
  0x00,
  0x00,
  0x07,
  0x56,
  0x52,
  0x03,
  0x30,
  0x00,
  0x01,
  0x01,
);

/** A Sync of a few kilobytes with non-ASCII text. */
export const LONG_SYNC = concatBytes(
  Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x5c, 0x4f, 0x4b, 0x03),
  "Entwürfe 草稿 ".repeat(350),
  Uint8Array.of(0x00, 0x01, 0x01, 0x01, 0x01),
);

/** Reads a file from src/formats/samples. */
export function readSampleFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../formats/samples/${name}`, import.meta.url)));
}

/** The codes of problems, in order. */
export function listCodes(problems: readonly { readonly code: string }[]): string[] {
  return problems.map(({ code }) => code);
}

/** Concatenates texts (as UTF-8) and bytes. */
export function concatBytes(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === "string" ? encoder.encode(part) : part)]),
  );
}

/** The request target of a FolderSync. */
export const FOLDER_SYNC_TARGET =
  "/Microsoft-Server-ActiveSync?Cmd=FolderSync&User=u&DeviceId=d&DeviceType=t";

/** The Content-Type header of a WBXML body, including its line break. */
export const WBXML_TYPE = "Content-Type: application/vnd.ms-sync.wbxml\r\n";

/** Builds a FolderSync request with a body. */
export function buildHttpRequest(body: Uint8Array, extra = ""): Uint8Array {
  const head =
    `POST ${FOLDER_SYNC_TARGET} HTTP/1.1\r\nHost: contoso.com\r\nms-asprotocolversion: ` +
    `14.1\r\nCONTENT-TYPE: application/vnd.ms-sync.wbxml\r\n`;
  return concatBytes(head, `Content-Length: ${body.length}\r\n${extra}\r\n`, body);
}

/** Builds a response with the given header lines. */
export function buildHttpResponse(body: Uint8Array, headers: string, status = "200 OK"): Uint8Array {
  return concatBytes(`HTTP/1.1 ${status}\r\n${headers}\r\n`, body);
}

/** An input from a file. */
export function fromBytes(bytes: Uint8Array, name?: string): Input {
  return { name, text: undefined, bytes };
}

/** An input from a paste. */
export function fromText(text: string, name?: string): Input {
  return { name, text, bytes: undefined };
}

/** The first capture that a format finds; throws if there is none. */
export async function getFirstCapture(contents: Contents | Promise<Contents>): Promise<Capture> {
  const [capture] = (await contents).captures;
  if (capture === undefined) throw new Error("no capture");
  return capture;
}

/** The format with this id; throws if there is none. */
export function findFormat(formats: readonly Format[], id: string): Format {
  const found = formats.find((format) => format.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

/** Builds a zip archive of the given files. */
export async function buildZip(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, content] of Object.entries(files))
    await writer.add(
      name,
      typeof content === "string" ? new TextReader(content) : new Uint8ArrayReader(content),
    );
  return writer.close();
}

/**
 * Makes the clock advance by 60 ms at every call, so that every pause of a read is due. Restore it
 * afterwards.
 */
export function mockSlowClock(): MockInstance<typeof performance.now> {
  let now = 0;
  return vi.spyOn(performance, "now").mockImplementation(() => (now += 60));
}
