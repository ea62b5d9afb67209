import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { listCodes } from "../../testing/captures";
import type { Capture } from "../format";
import { limits } from "../limits";
import { unzipPayloads } from "./unzipPayloads";

const gzipped = (size: number): Capture => ({
  label: "",
  direction: undefined,
  payload: gzipSync(new Uint8Array(size)),
  origin: {},
  problems: [],
});

describe("payloads that are gzip", () => {
  it("are decompressed up to a limit for all of them together, which is said once", async () => {
    const captures = [gzipped(1000), gzipped(1000), gzipped(1000), gzipped(1000)];
    const most = { ...limits, totalBytes: 2500 };
    const { captures: unzipped, problems } = await unzipPayloads({ captures, problems: [] }, most);
    expect(unzipped.map(({ payload }) => payload.length)).toEqual([1000, 1000, 500, 0]);
    expect(listCodes(problems)).toEqual(["limit-total-bytes"]);
  });
});
