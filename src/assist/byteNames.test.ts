import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { decode } from "../testing/codec";
import { listByteNames } from "./byteNames";

// Sync with a SyncKey "K", then AirSyncBase:Body on page 17 with an OPAQUE of two bytes.
const document = decode(hex("03 01 6A 00 45 4B 03 4B 00 01 00 11 4A C3 02 AA BB 01 01"));

describe("listByteNames", () => {
  it("says of each byte what it is, in which element and on which page", () => {
    const sync = "code page 0 AirSync";
    const base = "code page 17 AirSyncBase";
    expect(listByteNames(document, 0, 19)).toEqual([
      "version",
      "public id",
      "charset",
      "string table length",
      `tag Sync, ${sync}, with content`,
      `tag SyncKey, ${sync}, with content`,
      `STR_I in SyncKey, ${sync}`,
      `text of SyncKey, ${sync}`,
      `end of the text in SyncKey, ${sync}`,
      `END of SyncKey, ${sync}`,
      `SWITCH_PAGE, ${base}`,
      `number of the code page, ${base}`,
      `tag Body, ${base}, with content`,
      `OPAQUE in Body, ${base}`,
      `length of OPAQUE in Body, ${base}`,
      `content of OPAQUE in Body, ${base}`,
      `content of OPAQUE in Body, ${base}`,
      `END of Body, ${base}`,
      `END of Sync, ${base}`,
    ]);
  });

  it("begins anywhere, and ends with the bytes that are malformed", () => {
    expect(listByteNames(document, 8, 10)).toEqual([
      "end of the text in SyncKey, code page 0 AirSync",
      "END of SyncKey, code page 0 AirSync",
    ]);
    const cut = decode(hex("03 01 6A 00 85 01 CA 05 01 02"));
    expect(listByteNames(cut, 4, 5)).toEqual([
      "tag Sync, code page 0 AirSync, without content, with attributes",
    ]);
    expect(listByteNames(cut, 9, 10)).toEqual(["malformed, code page 0 AirSync"]);
    expect(listByteNames(decode(new Uint8Array()), 0, 0)).toEqual([]);
  });
});
