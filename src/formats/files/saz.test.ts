import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  buildZip,
  concatBytes,
  FOLDER_SYNC,
  FOLDER_SYNC_TARGET,
  fromBytes,
  listCodes,
  mockSlowClock,
  readSampleFile,
} from "../../testing/captures";
import { limits } from "../limits";
import { readSaz, saz } from "./saz";

describe("Fiddler archives", () => {
  it("give their ActiveSync sessions in numerical order and report what was skipped", async () => {
    const { captures, problems } = await saz.read(fromBytes(readSampleFile("saz-plain.saz"), "a.saz"), {});
    expect(
      captures.map(({ direction, command, version, http, origin }) => [
        direction,
        command,
        version,
        http?.status,
        origin.name,
      ]),
    ).toEqual([
      ["request", "FolderSync", "14.1", undefined, "raw/002_c.txt"],
      ["response", "FolderSync", "14.1", 200, "raw/002_s.txt"],
      ["request", "Ping", "14.1", undefined, "raw/010_c.txt"],
      ["response", "Ping", "14.1", 503, "raw/010_s.txt"],
    ]);
    expect(captures[0]?.payload).toEqual(FOLDER_SYNC);
    expect(captures[1]?.payload.length).toBe(55);
    expect(new TextDecoder().decode(captures[1]?.payload)).toContain("Entwürfe");
    expect([captures[2]?.payload.length, captures[3]?.contentType]).toEqual([0, "text/html"]);
    expect(listCodes(problems)).toEqual(["tunnels", "other-sessions"]);
    expect(listCodes(captures.flatMap((capture) => capture.problems))).toEqual(["http-status"]);
  });

  it("read the same from a Blob", async () => {
    const bytes = readSampleFile("saz-plain.saz");
    const fromBlob = await readSaz(new Blob([bytes.slice()]), "a.saz", {});
    expect(fromBlob.captures).toEqual((await readSaz(bytes, "a.saz", {})).captures);
  });

  it.each(["saz-zipcrypto.saz", "saz-aes256.saz"])(
    "ask for the password of %s once, and again if it was wrong",
    async (name) => {
      const asked: boolean[] = [];
      const answers = ["wrong", "also wrong", "secret"];
      const askPassword = async (_: string, wasWrong: boolean): Promise<string | undefined> => {
        asked.push(wasWrong);
        return answers[asked.length - 1];
      };
      const { captures, problems } = await readSaz(readSampleFile(name), name, { askPassword });
      expect(asked).toEqual([false, true, true]);
      expect([captures.length, problems]).toEqual([2, []]);
      expect(captures[0]?.payload).toEqual(FOLDER_SYNC);
    },
  );

  it("report it if the person gives up, and ask only once", async () => {
    let asked = 0;
    const askPassword = async (): Promise<undefined> => void asked++;
    const { captures, problems } = await readSaz(readSampleFile("saz-aes256.saz"), "a", { askPassword });
    expect([asked, captures.length, listCodes(problems)]).toEqual([1, 0, ["locked-archive"]]);
    expect(listCodes((await readSaz(readSampleFile("saz-aes256.saz"), "a", {})).problems)).toEqual([
      "locked-archive",
    ]);
  });
});

describe("Fiddler archives that are large, cut off or cancelled", () => {
  it("stop a zip bomb at the limits and keep the rest", async () => {
    const { captures, problems } = await readSaz(readSampleFile("saz-bomb.saz"), "b.saz", {});
    expect(listCodes(problems)).toEqual(["limit-decompressed-bytes"]);
    expect(captures.length).toBe(2);
    expect(captures[1]?.payload.length).toBeLessThanOrEqual(limits.ratioFloor);
    const total = await readSaz(readSampleFile("saz-plain.saz"), "a", {}, { ...limits, totalBytes: 400 });
    expect(listCodes(total.problems)).toContain("limit-total-bytes");
    expect(
      listCodes(
        (await readSaz(readSampleFile("saz-plain.saz"), "a", {}, { ...limits, archiveEntries: 3 })).problems,
      ),
    ).toContain("limit-archive-entries");
    expect(
      listCodes(
        (await readSaz(readSampleFile("saz-plain.saz"), "a", {}, { ...limits, captures: 2 })).problems,
      ),
    ).toContain("limit-captures");
  });

  it("stop when the bodies together reach the limit", async () => {
    const body = (bytes: Uint8Array): Uint8Array =>
      concatBytes(
        "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.ms-sync.wbxml\r\n",
        "Content-Encoding: gzip\r\n\r\n",
        bytes,
      );
    const packed = body(gzipSync(new Uint8Array(1000)));
    const request = `POST ${FOLDER_SYNC_TARGET} HTTP/1.1\r\nHost: h\r\n\r\n`;
    const files = Object.fromEntries(
      [1, 2, 3].flatMap((id) => [
        [`raw/${id}_c.txt`, request],
        [`raw/${id}_s.txt`, packed],
      ]),
    );
    const { captures, problems } = await readSaz(
      await buildZip(files),
      "a",
      {},
      { ...limits, totalBytes: 1500 },
    );
    const sizes = captures
      .filter(({ direction }) => direction === "response")
      .map(({ payload }) => payload.length);
    expect(sizes).toEqual([1000, 500, 0]);
    expect(listCodes(problems).filter((code) => code === "limit-total-bytes")).toHaveLength(1);
  });

  it("report progress and can be cancelled", async () => {
    const clock = mockSlowClock();
    const done: number[] = [];
    await readSaz(readSampleFile("saz-plain.saz"), "a", { onProgress: (share) => done.push(share) });
    clock.mockRestore();
    expect([
      done.length > 4,
      done[0],
      done.some((share) => share > 0.5),
      done.every((share) => share <= 1),
    ]).toEqual([true, 0, true, true]);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    await expect(
      readSaz(readSampleFile("saz-plain.saz"), "a", { signal: AbortSignal.abort() }),
    ).rejects.toThrow("aborted");
  });

  it("that are cut off or not a zip become a problem", async () => {
    const cut = readSampleFile("saz-plain.saz").subarray(0, 900);
    expect(listCodes((await readSaz(cut, "a", {})).problems)).toContain("broken-archive");
    expect(listCodes((await readSaz(new Uint8Array(), "a", {})).problems)).toContain("broken-archive");
  });

  it("are recognised by their content, or else by name and first bytes", () => {
    expect(saz.recognise(fromBytes(readSampleFile("saz-plain.saz")))?.confidence).toBeGreaterThan(0.9);
    expect(
      saz.recognise(fromBytes(readSampleFile("saz-plain.saz").subarray(0, 900), "x.SAZ"))?.confidence,
    ).toBeGreaterThan(0.5);
    expect(saz.recognise(fromBytes(readSampleFile("saz-plain.saz").subarray(0, 900)))).toBeUndefined();
    expect(saz.recognise(fromBytes(FOLDER_SYNC, "x.saz"))).toBeUndefined();
  });
});
