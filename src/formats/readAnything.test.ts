import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  buildHttpRequest,
  buildZip,
  concatBytes,
  FOLDER_SYNC,
  LONG_SYNC,
  listCodes,
} from "../testing/captures";
import { readAnything } from "./readAnything";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("a packed file", () => {
  it("is opened, with a name or without", async () => {
    for (const name of [undefined, "body.wbxml.gz"]) {
      const { captures, problems } = await readAnything(new Uint8Array(gzipSync(LONG_SYNC)), name);
      expect([captures.map(({ payload }) => payload), listCodes(problems)]).toEqual([[LONG_SYNC], []]);
    }
    const zip = await buildZip({
      "a.wbxml": FOLDER_SYNC,
      "dir/b.txt": concatBytes(hex(LONG_SYNC)),
      "c.gz": new Uint8Array(gzipSync(buildHttpRequest(FOLDER_SYNC))),
    });
    const { captures } = await readAnything(zip, "several.zip");
    expect(captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC, FOLDER_SYNC, LONG_SYNC]);
  });

  it("is reported if it is cut off, and unknown if it is not a packed file", async () => {
    const cut = await readAnything(new Uint8Array(gzipSync(LONG_SYNC)).subarray(0, -12));
    expect(listCodes(cut.problems)).toContain("broken-compression");
    expect((await readAnything(Uint8Array.of(1, 200, 3, 0, 5))).format).toBe("unknown");
    expect((await readAnything("PK\u0003\u0004")).captures).toEqual([]);
  });
});

describe("an input that is cut off", () => {
  it("reports that the recognised input contains no payload", async () => {
    const text =
      `peers:\n  - peer: 0\n    host: 10.0.0.1\n  - peer: 1\n    host: 10.0.0.2\npackets:\n  - packet: ` +
      `4\n`;
    const { captures, problems } = await readAnything(text);
    expect([captures, listCodes(problems)]).toEqual([[], ["no-payload"]]);
  });

  it("reports that the head of a message is incomplete", async () => {
    const head =
      "POST /Microsoft-Server-ActiveSync?Cmd=Sync&User=u&DeviceId=d&DeviceType=t HTTP/1.1\r\nHost: mail.exam";
    expect(listCodes((await readAnything(concatBytes(head))).problems)).toEqual(["head-not-closed"]);
    expect(listCodes((await readAnything(concatBytes(`${head}\r\n\r\n`))).problems)).toEqual([]);
  });

  it("gives places within the text only", async () => {
    for (const text of ["b'\\x03\\x01j\\x00E\\x01\\q", "b'\\x03\\x01j\\x00E\\x01\\"]) {
      const { problems } = await readAnything(text);
      expect(problems.every((problem) => (problem.text?.to ?? 0) <= text.length)).toBe(true);
    }
  });
});

describe("a payload that is gzip", () => {
  it.each([
    ["hex", hex],
    ["base64", (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")],
    ["a list", (bytes: Uint8Array) => JSON.stringify([...bytes])],
  ])("written as %s is decompressed, and this is reported", async (_, write) => {
    const { captures, problems } = await readAnything(write(gzipSync(LONG_SYNC)));
    expect([captures.map(({ payload }) => payload), listCodes(problems)]).toEqual([
      [LONG_SYNC],
      ["unnamed-gzip"],
    ]);
  });
});
