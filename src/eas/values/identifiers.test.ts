import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readAttachmentId,
  readFolderId,
  readItemId,
  readLongId,
  readPolicyKey,
  readSyncKey,
} from "./identifiers";
import type { ValueReading } from "./reading";

const listParts = ({ rows }: ValueReading): string[] =>
  rows.slice(1).map(({ label, value }) => `${label} ${value}`);
const listCodes = ({ problems }: ValueReading): string[] => problems.map(({ code }) => code);

describe("identifiers", () => {
  it.each([
    [readSyncKey("0"), []],
    [readSyncKey("601771687"), []],
    [readSyncKey("7"), []],
    [
      readSyncKey("{F1252269-B8CE-422E-8109-8DE067B7B0BA}3"),
      ["State F1252269-B8CE-422E-8109-8DE067B7B0BA", "Counter 3"],
    ],
    [
      readSyncKey("{112ef5a8-47fb-44ca-94e2-d0770e6d7c6b}12"),
      ["State 112ef5a8-47fb-44ca-94e2-d0770e6d7c6b", "Counter 12"],
    ],
    [readFolderId("RI"), []],
    [readFolderId("15"), []],
    [readFolderId("Ua1b2c"), ["Origin U: the user's own", "Hash a1b2c"]],
    [
      readFolderId("2e9ce20a99cc4bc39804d5ee956855311b00000000000000"),
      ["Store 2e9ce20a-99cc-4bc3-9804-d5ee95685531", "Counter 1b00000000000000"],
    ],
    [readItemId("55:11"), ["CollectionId 55", "Number 11"]],
    [readItemId("Ua1b2c:0011"), ["Folder Ua1b2c", "Item 0011"]],
    [readAttachmentId("7%3a1%3a0"), ["CollectionId 7", "Item 1", "Attachment 0"]],
    [readAttachmentId("7:1:0"), ["CollectionId 7", "Item 1", "Attachment 0"]],
    [readLongId("RgAAAACYWCHnyBZ%2fTq8bujFmR1EPBwAAAA%3d%3d"), []],
  ])("takes %j apart", (reading, expected) => {
    expect(listParts(reading)).toEqual(expected);
    expect(listCodes(reading)).toEqual([]);
  });

  it("tells the two servers that write a GUID and a counter apart, and points at both", () => {
    const exchange = readSyncKey("{F1252269-B8CE-422E-8109-8DE067B7B0BA}3");
    const zpush = readSyncKey("{112ef5a8-47fb-44ca-94e2-d0770e6d7c6b}1");
    expect(exchange.summary).not.toBe(zpush.summary);
    expect(zpush.rows.slice(1).map(({ text }) => text)).toEqual([
      { from: 1, to: 37 },
      { from: 38, to: 39 },
    ]);
  });

  it.each([
    [readSyncKey(""), ["identifier-empty"]],
    [readSyncKey("x".repeat(65)), ["identifier-length"]],
    [readLongId("x".repeat(257)), ["identifier-length"]],
    [readLongId("RgAAAA\nAA"), ["identifier-white-space"]],
    [readItemId("5: 1"), ["identifier-white-space"]],
    [readPolicyKey("4294967296"), ["policy-key-number"]],
    [readPolicyKey(""), ["policy-key-number"]],
    [readPolicyKey("x".repeat(65)), ["policy-key-number", "identifier-length"]],
    [readPolicyKey("4294967295"), []],
    [readPolicyKey("0"), []],
  ])("reports problems in %j", (reading, expected) => {
    expect(listCodes(reading)).toEqual(expected);
  });

  it("shows a policy key as the bytes that a base64-encoded query holds", () => {
    expect(readPolicyKey("1307199584").rows[1]?.value).toBe("60 48 EA 4D");
  });

  it("reads any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const read of [
          readSyncKey,
          readFolderId,
          readItemId,
          readAttachmentId,
          readLongId,
          readPolicyKey,
        ]) {
          for (const { text: place } of read(text).rows)
            expect(place?.to ?? 0).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
