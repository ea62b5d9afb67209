import { describe, expect, it } from "vitest";
import { openArchive } from "../files/archive";
import { writeZip } from "./zip";

describe("writeZip", () => {
  it("come out unchanged, in order", async () => {
    const files = [
      { name: "02.wbxml", bytes: Uint8Array.of(3, 1, 0x6a, 0) },
      { name: "01.wbxml", bytes: new Uint8Array(100_000).fill(0x45) },
      { name: "empty.wbxml", bytes: new Uint8Array(0) },
    ];
    const zip = await writeZip(files);
    const archive = await openArchive(zip, "faults.zip", {});
    expect(archive.problems).toEqual([]);
    expect(archive.names).toEqual(files.map(({ name }) => name));
    for (const { name, bytes } of files) expect((await archive.read(name))?.bytes).toEqual(bytes);
    expect(zip.length).toBeLessThan(5000);
  });

  it("writes an archive without files", async () => {
    const archive = await openArchive(await writeZip([]), "none.zip", {});
    expect([archive.names, archive.problems]).toEqual([[], []]);
  });

  it("rejects two files with the same name", async () => {
    const file = { name: "1.wbxml", bytes: Uint8Array.of(1) };
    await expect(writeZip([file, file])).rejects.toThrow();
  });
});
