import { describe, expect, it } from "vitest";
import { utf8 } from "../bytes/text";
import { hex } from "../testing/bytes";
import { looksLikeText, readHeader } from "./header";
import { TokenKind } from "./tokenTable";

describe("readHeader [WAP-192 5.4 to 5.7]", () => {
  it("reads the EAS header", () => {
    expect(readHeader(hex("03 01 6A 00 45"), 0)).toEqual({
      header: {
        version: 3,
        publicId: 1,
        publicIdIndex: undefined,
        charset: 106,
        stringTable: { start: 4, end: 4 },
      },
      tokens: [
        { kind: TokenKind.Version, start: 0 },
        { kind: TokenKind.PublicId, start: 1 },
        { kind: TokenKind.Charset, start: 2 },
        { kind: TokenKind.StringTableLength, start: 3 },
      ],
      end: 4,
      broken: undefined,
      malformations: [],
    });
  });

  it.each([0, 1, 2, 3])("reads version byte %i without a malformation", (version) => {
    const bytes = version === 0 ? hex("00 01 00 05") : Uint8Array.of(version, 0x01, 0x6a, 0x00, 0x05);
    const { header, end, malformations } = readHeader(bytes, 0);
    expect({ version: header.version, charset: header.charset, end, malformations }).toEqual({
      version,
      charset: 106,
      end: bytes.length - 1,
      malformations: [],
    });
  });

  it("finds no charset field in version 1.0", () => {
    const { header, tokens, end } = readHeader(hex("00 04 02 41 00 05"), 0);
    expect(header).toEqual({
      version: 0,
      publicId: 4,
      publicIdIndex: undefined,
      charset: 106,
      stringTable: { start: 3, end: 5 },
    });
    expect(tokens.map(({ kind }) => kind)).toEqual([
      TokenKind.Version,
      TokenKind.PublicId,
      TokenKind.StringTableLength,
      TokenKind.StringTable,
    ]);
    expect(end).toBe(5);
  });

  it("reads a public identifier from the string table: 0, then its index", () => {
    const { header, tokens } = readHeader(hex("03 00 02 6A 05 00 00 41 42 00 45"), 0);
    expect(header).toMatchObject({ publicId: 0, publicIdIndex: 2, stringTable: { start: 5, end: 10 } });
    expect(tokens.map(({ start }) => start)).toEqual([0, 1, 3, 4, 5]);
  });

  it("reads integers of several bytes, needed or not", () => {
    const { header, end } = readHeader(hex("03 9F 53 80 6A 80 80 03 61 62 00 45"), 0);
    expect(header).toMatchObject({ publicId: 0xfd3, charset: 106, stringTable: { start: 8, end: 11 } });
    expect(end).toBe(11);
  });

  it("reads from any offset, for a second document", () => {
    expect(readHeader(hex("45 01 03 01 6A 00 45"), 2)).toMatchObject({
      end: 6,
      tokens: [{ start: 2 }, { start: 3 }, { start: 4 }, { start: 5 }],
    });
  });

  it.each([
    ["03", "truncated-header"],
    ["03 01", "truncated-header"],
    ["03 00", "truncated-header"],
    ["03 00 81", "truncated-header"],
    ["03 01 6A", "truncated-header"],
    ["03 01 6A 81", "truncated-header"],
    ["00 01", "truncated-header"],
    ["03 01 6A 05 41 42", "truncated-string-table"],
    ["03 01 6A FF FF FF FF 7F", "truncated-header"],
  ])("%s can't be read completely: %s", (bytes, broken) => {
    const read = readHeader(hex(bytes), 0);
    expect(read.broken).toBe(broken);
    expect(read.malformations).toMatchObject([{ code: broken, range: { start: 0, end: read.end } }]);
  });

  it("reports how many bytes a string table lacks, and allocates no room for them", () => {
    const { malformations, header } = readHeader(hex("03 01 6A 8F FF FF FF 7F 41"), 0);
    expect(malformations).toEqual([
      { code: "truncated-string-table", range: { start: 0, end: 9 }, count: 0xffffffff - 1 },
    ]);
    expect(header.stringTable).toEqual({ start: 8, end: 9 });
  });

  it("reports an unknown version and an unsupported charset, and continues", () => {
    expect(readHeader(hex("04 01 6A 00"), 0)).toMatchObject({
      broken: undefined,
      malformations: [{ code: "unknown-version", range: { start: 0, end: 1 } }],
    });
    expect(readHeader(hex("03 01 01 00"), 0)).toMatchObject({
      broken: undefined,
      malformations: [{ code: "unknown-charset" }],
      header: { charset: 1 },
    });
  });
});

describe("looksLikeText", () => {
  it.each([
    "<html><body>502</body></html>",
    "HTTP/1.1 200 OK\r\n",
    '  {"error": 1}',
    "\ufeff<?xml version='1.0'?>",
    "[1]",
    '"x"',
    "<p>Accès refusé 😀</p>",
  ])("is true of %j", (text) => {
    expect(looksLikeText(utf8.encode(text) ?? new Uint8Array(0))).toBe(true);
  });

  it.each(["03 01 6A 00 45", "48 00 54 00", "45 5C 4F 03 31 00 01", "00", "FF D8 FF"])(
    "is false of %s",
    (bytes) => {
      expect(looksLikeText(hex(bytes))).toBe(false);
    },
  );
});
