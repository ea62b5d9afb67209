import { describe, expect, it } from "vitest";
import { FOLDER_SYNC, listCodes } from "../testing/captures";
import type { GivenInput } from "./given";
import { readInput } from "./read";
import { readGiven } from "./readGiven";

/** A file that the browser fails to read as a whole, with the given error. */
function failWith(error: Error): GivenInput {
  class FailingFile extends Blob {
    override arrayBuffer(): Promise<never> {
      return Promise.reject(error);
    }
  }
  return [{ name: "a.bin", bytes: new FailingFile([new Uint8Array(FOLDER_SYNC)]) }];
}

describe("what was given", () => {
  it("is read: a text, or files", async () => {
    const text = await readGiven("03 01 6A 00 00 07 56 52 03 30 00 01 01", [], {});
    const file = await readGiven([{ name: "a.wbxml", bytes: FOLDER_SYNC }], [], {});
    for (const { captures } of [text, file])
      expect(captures.map(({ payload }) => payload)).toEqual([FOLDER_SYNC]);
  });

  it("is read as an alternative, and as an alternative of that", async () => {
    const text = "01 6A 00 45 5C 4F 01 01 01 ";
    const { alternatives } = await readInput(text);
    const [repaired] = alternatives;
    if (repaired === undefined) throw new Error("no alternative");
    const first = await readGiven(text, [{ index: 0, format: repaired.format }], {});
    expect(first.format).toBe("hex+header");
    const [plain] = first.alternatives;
    const path = [
      { index: 0, format: repaired.format },
      { index: 0, format: plain?.format ?? "" },
    ];
    const done: number[] = [];
    const second = await readGiven(text, path, { onProgress: (share) => done.push(share) });
    expect(second.format).toBe("hex");
    expect(done.toSorted((a, b) => a - b)).toEqual(done);
  });

  it("that is not what it was before is not read as something else", async () => {
    const codes = async (place: { readonly index: number; readonly format: string }) =>
      listCodes((await readGiven("03 01 6A 00 45 01", [place], {})).problems);
    expect(await codes({ index: 0, format: "pcap" })).toEqual(["changed-input"]);
    expect(await codes({ index: 99, format: "hex" })).toEqual(["changed-input"]);
  });

  it("that does not fit into memory is refused, and no other error is taken for that", async () => {
    const large = await readGiven(failWith(new RangeError("Array buffer allocation failed")), [], {});
    expect([large.captures, listCodes(large.problems)]).toEqual([[], ["out-of-memory"]]);
    const wrong = new RangeError("toFixed() digits argument must be between 0 and 100");
    await expect(readGiven(failWith(wrong), [], {})).rejects.toBe(wrong);
  });

  it("that the browser can't read is refused, and what else was given is read", async () => {
    const [gone] = failWith(new DOMException("A requested file could not be found.", "NotFoundError"));
    if (typeof gone !== "object") throw new Error("no file");
    expect(listCodes((await readGiven([gone], [], {})).problems)).toEqual(["unreadable-file"]);
    const both = await readGiven([gone, { name: "b.wbxml", bytes: FOLDER_SYNC }], [], {});
    expect([both.captures.length, listCodes(both.problems)]).toEqual([1, ["unreadable-file"]]);
  });
});
