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

/** FolderSync with SyncKey 0: 13 bytes, one of them a line break's neighbour. */
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

/** A Sync of some kilobytes with text beyond ASCII. */
export const LONG_SYNC = bytesOf(
  Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x5c, 0x4f, 0x4b, 0x03),
  "Entwürfe 草稿 ".repeat(350),
  Uint8Array.of(0x00, 0x01, 0x01, 0x01, 0x01),
);

/** A file of src/formats/samples. */
export function sampleFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../formats/samples/${name}`, import.meta.url)));
}

/** The codes of problems, in order. */
export function codesOf(problems: readonly { readonly code: string }[]): string[] {
  return problems.map(({ code }) => code);
}

/** Texts (as UTF-8) and bytes put together. */
export function bytesOf(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === "string" ? encoder.encode(part) : part)]),
  );
}

/** The target of a FolderSync request. */
export const FOLDER_SYNC_TARGET =
  "/Microsoft-Server-ActiveSync?Cmd=FolderSync&User=u&DeviceId=d&DeviceType=t";

/** The header of a WBXML body, with its line break. */
export const WBXML_TYPE = "Content-Type: application/vnd.ms-sync.wbxml\r\n";

/** A FolderSync request with a body. */
export function httpRequest(body: Uint8Array, extra = ""): Uint8Array {
  const head =
    `POST ${FOLDER_SYNC_TARGET} HTTP/1.1\r\nHost: contoso.com\r\nms-asprotocolversion: ` +
    `14.1\r\nCONTENT-TYPE: application/vnd.ms-sync.wbxml\r\n`;
  return bytesOf(head, `Content-Length: ${body.length}\r\n${extra}\r\n`, body);
}

/** A response with the header lines given. */
export function httpResponse(body: Uint8Array, headers: string, status = "200 OK"): Uint8Array {
  return bytesOf(`HTTP/1.1 ${status}\r\n${headers}\r\n`, body);
}

/** A file as an input. */
export function fromBytes(bytes: Uint8Array, name?: string): Input {
  return { name, text: undefined, bytes };
}

/** A paste as an input. */
export function fromText(text: string, name?: string): Input {
  return { name, text, bytes: undefined };
}

/** The first of the captures that a format finds; throws where there is none. */
export async function firstCapture(contents: Contents | Promise<Contents>): Promise<Capture> {
  const [capture] = (await contents).captures;
  if (capture === undefined) throw new Error("no capture");
  return capture;
}

/** The format of that id in a list; throws where there is none. */
export function formatOf(formats: readonly Format[], id: string): Format {
  const found = formats.find((format) => format.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

/** A zip of the files given. */
export async function zipOf(
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

/** Makes the clock run 60 ms with each look at it, so that every pause of a read is due; to be restored. */
export function slowClock(): MockInstance<typeof performance.now> {
  let now = 0;
  return vi.spyOn(performance, "now").mockImplementation(() => (now += 60));
}
