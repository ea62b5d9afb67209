import { describe, expect, it } from "vitest";
import { utf8 } from "../bytes/text";
import { hex } from "../testing/bytes";
import { formatTokens } from "../testing/tokens";
import { type Malformation, type MalformationCode, malformationMessage } from "./malformation";
import { tokenize } from "./tokenize";

const body = (text: string): Uint8Array => hex(`03 01 6A 00 ${text}`);
const ascii = (text: string): Uint8Array => utf8.encode(text) ?? new Uint8Array(0);
const at = (code: MalformationCode, start: number, end: number, count?: number): Malformation =>
  count === undefined ? { code, range: { start, end } } : { code, range: { start, end }, count };

interface Case {
  readonly bytes: Uint8Array;
  readonly found: readonly Malformation[];
  /** Tokens after the header, for cases about how the bytes are read. */
  readonly tokens?: readonly string[];
}

const MANY = 10_003;

function manyBadStrings(): Uint8Array {
  const out = [0x03, 0x01, 0x6a, 0x00, 0x45];
  for (let i = 0; i < MANY; i++) out.push(0x83, 0x05);
  return Uint8Array.from([...out, 0x01]);
}

/** Each malformation, with exactly what is found. The type requires all of them. */
const CASES: Readonly<Record<MalformationCode, Case>> = {
  "empty-body": { bytes: hex(""), found: [at("empty-body", 0, 0)], tokens: [] },
  "not-wbxml": { bytes: ascii("<html>502</html>"), found: [at("not-wbxml", 0, 16)] },
  "missing-header": {
    bytes: hex("45 5C 4F 4B 03 30 00 01 01 01 01"),
    found: [at("missing-header", 0, 0)],
    tokens: [
      "Tag 45",
      "Tag 5C",
      "Tag 4F",
      "Tag 4B",
      "InlineString 03 30 00",
      "End 01",
      "End 01",
      "End 01",
      "End 01",
    ],
  },
  "truncated-header": {
    bytes: hex("03 01 6A"),
    found: [at("truncated-header", 0, 3)],
    tokens: ["Version 03", "PublicId 01", "Charset 6A"],
  },
  "unknown-version": { bytes: hex("1F 01 6A 00 05"), found: [at("unknown-version", 0, 1)] },
  "unknown-charset": { bytes: hex("03 01 01 00 45 03 41 00 01"), found: [at("unknown-charset", 0, 4)] },
  "truncated-string-table": {
    bytes: hex("03 01 6A 05 41 42"),
    found: [at("truncated-string-table", 0, 6, 3)],
  },
  "truncated-integer": {
    bytes: body("45 C3 81"),
    found: [at("truncated-integer", 5, 7), at("unclosed-elements", 7, 7, 1)],
    tokens: ["Tag 45", "Malformed C3 81"],
  },
  "integer-overflow": {
    bytes: body("45 02 90 80 80 80 00 05 01"),
    found: [at("integer-overflow", 5, 11)],
    tokens: ["Tag 45", "Malformed 02 90 80 80 80 00", "Tag 05", "End 01"],
  },
  "truncated-token": {
    bytes: body("45 01 00"),
    found: [at("trailing-bytes", 6, 7, 1), at("truncated-token", 6, 7)],
    tokens: ["Tag 45", "End 01", "Malformed 00"],
  },
  "truncated-opaque": {
    bytes: body("45 C3 05 41 42"),
    found: [at("truncated-opaque", 5, 9, 3), at("unclosed-elements", 9, 9, 1)],
    tokens: ["Tag 45", "Opaque C3 05 41 42"],
  },
  "opaque-length-byte-missing": {
    bytes: body(`45 46 C3 81 ${"41 ".repeat(128)} 01 47 03 31 00 01 01`),
    found: [at("opaque-length-byte-missing", 6, 8)],
    tokens: [
      "Tag 45",
      "Tag 46",
      `Opaque C3 81${" 41".repeat(128)}`,
      "End 01",
      "Tag 47",
      "InlineString 03 31 00",
      "End 01",
      "End 01",
    ],
  },
  "opaque-in-version-1.0": {
    bytes: hex("00 01 00 45 C3 01 41 01"),
    found: [at("opaque-in-version-1.0", 4, 6)],
  },
  "unterminated-string": {
    bytes: body("45 03 41 42 01"),
    found: [at("unterminated-string", 5, 8)],
    tokens: ["Tag 45", "InlineString 03 41 42", "End 01"],
  },
  "truncated-attributes": { bytes: body("85 05"), found: [at("truncated-attributes", 6, 6)] },
  "attribute-value-without-start": {
    bytes: body("85 85 01"),
    found: [at("attribute-value-without-start", 5, 6)],
  },
  "token-not-allowed-in-attributes": {
    bytes: body("85 05 43 01"),
    found: [at("token-not-allowed-in-attributes", 6, 7)],
  },
  "string-index-out-of-range": {
    bytes: body("45 83 00 01"),
    found: [at("string-index-out-of-range", 5, 7)],
    tokens: ["Tag 45", "TableString 83 00", "End 01"],
  },
  "entity-out-of-range": {
    bytes: body("45 02 83 B0 00 01"),
    found: [at("entity-out-of-range", 5, 9)],
    tokens: ["Tag 45", "Entity 02 83 B0 00", "End 01"],
  },
  "text-not-in-charset": { bytes: body("45 03 41 FF 00 01"), found: [at("text-not-in-charset", 6, 8)] },
  "content-outside-root": {
    bytes: body("03 41 00 05"),
    found: [at("content-outside-root", 4, 7)],
    tokens: ["InlineString 03 41 00", "Tag 05"],
  },
  "unexpected-end": {
    bytes: body("01 01 05"),
    found: [at("unexpected-end", 4, 6)],
    tokens: ["Malformed 01 01", "Tag 05"],
  },
  "unclosed-elements": { bytes: body("45 46 47 01"), found: [at("unclosed-elements", 8, 8, 2)] },
  "no-root": { bytes: body(""), found: [at("no-root", 4, 4)] },
  "trailing-bytes": {
    bytes: body("05 07 08"),
    found: [at("trailing-bytes", 5, 7, 2)],
    tokens: ["Tag 05", "Tag 07", "Tag 08"],
  },
  "too-many-malformations": {
    bytes: manyBadStrings(),
    found: [
      ...Array.from({ length: 10_000 }, (_, i) => at("string-index-out-of-range", 5 + i * 2, 7 + i * 2)),
      at("too-many-malformations", 0, 6 + MANY * 2, MANY - 10_000),
    ],
  },
};

describe("each malformation", () => {
  it.each(Object.entries(CASES))("%s", (code, { bytes, found, tokens }) => {
    const table = tokenize(bytes);
    expect(table.malformations).toEqual(found);
    expect(found.map((one) => one.code)).toContain(code);
    if (tokens !== undefined) {
      const all = formatTokens(table);
      expect(all.slice(all.length - tokens.length)).toEqual(tokens);
    }
  });

  it("has a message, with the count if there is one", () => {
    for (const { found } of Object.values(CASES)) {
      for (const malformation of found.slice(-2))
        expect(malformationMessage(malformation).length).toBeGreaterThan(20);
    }
    expect(malformationMessage(at("truncated-opaque", 0, 1, 77))).toContain("77");
  });
});
