import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { decode } from "../testing/codec";
import { describeByte } from "./byteFacts";

// Sync with a SyncKey "K", then AirSyncBase:Body on page 17 with an OPAQUE of two bytes.
const document = decode(hex("03 01 6A 00 45 4B 03 4B 00 01 00 11 4A C3 02 AA BB 01 01"));

const listParts = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => describeByte(document, from + i)?.part);

describe("byteFacts", () => {
  it("distinguishes the parts of header, string, page switch and opaque", () => {
    expect(listParts(0, 4)).toEqual(["number", "number", "number", "number"]);
    expect(listParts(6, 9)).toEqual(["token", "content", "terminator"]);
    expect(listParts(10, 12)).toEqual(["token", "number"]);
    expect(listParts(13, 17)).toEqual(["token", "number", "content", "content"]);
  });

  it("gives the bits of a tag, its name, and its meaning with the content bit inverted", () => {
    const facts = describeByte(document, 5);
    expect(facts?.tag).toEqual({ attributes: false, content: true, identity: 0x0b, name: "SyncKey" });
    expect([facts?.bits, facts?.alternatives.length, facts?.alternatives[0]?.startsWith("0B")]).toEqual([
      "01001011",
      1,
      true,
    ]);
  });

  it("gives the code page in effect", () => {
    expect([describeByte(document, 5)?.page.number, describeByte(document, 12)?.page]).toEqual([
      0,
      { number: 17, namespace: "AirSyncBase" },
    ]);
  });

  it("describes a byte of text as a token", () => {
    expect(describeByte(document, 7)?.alternatives).toHaveLength(1);
    // a terminator ends the string, even if it is also a token
    expect(describeByte(document, 8)?.alternatives).toEqual([]);
    expect(describeByte(document, 6)?.alternatives).toEqual([]);
  });

  it("calls a byte by its role, its element and its code page", () => {
    expect(describeByte(document, 7)?.called).toEqual({
      role: "text of ",
      element: "SyncKey",
      page: "code page 0 AirSync",
    });
  });

  it("says what the grammar allows in the place of a byte", () => {
    expect([0, 4, 5, 7, 11, 15, 17].map((offset) => describeByte(document, offset)?.allowed)).toEqual([
      expect.stringMatching(/^any version/),
      "a tag, PI or SWITCH_PAGE",
      expect.stringMatching(/^a tag, STR_I.* END/),
      "any character; 00 ends the text",
      expect.stringMatching(/code page/),
      "any byte",
      expect.stringMatching(/^a tag, STR_I.* END/),
    ]);
  });

  it("is undefined outside the payload", () => {
    expect([
      describeByte(document, -1),
      describeByte(document, 19),
      describeByte(decode(new Uint8Array()), 0),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
