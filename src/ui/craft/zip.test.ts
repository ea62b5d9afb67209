import { describe, expect, it } from "vitest";
import { openArchive } from "../../formats/files/archive";
import { zipped } from "./zip";

describe("files as a zip", () => {
  it("come out of it as they went in, in their order", async () => {
    const files = [
      { name: "02.wbxml", bytes: Uint8Array.of(3, 1, 0x6a, 0) },
      { name: "01.wbxml", bytes: new Uint8Array(100_000).fill(0x45) },
      { name: "empty.wbxml", bytes: new Uint8Array(0) },
    ];
    const zip = await zipped(files);
    const archive = await openArchive(zip, "faults.zip", {});
    expect(archive.problems).toEqual([]);
    expect(archive.names).toEqual(files.map(({ name }) => name));
    for (const { name, bytes } of files) expect((await archive.read(name))?.bytes).toEqual(bytes);
    expect(zip.length).toBeLessThan(5000);
  });
});
