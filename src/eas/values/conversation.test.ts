import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64 } from "../../bytes/base64";
import { hex } from "../../testing/bytes";
import { readConversationId } from "./conversationId";
import { parseConversationIndex, readConversationIndex } from "./conversationIndex";
import { fileTimeToMilliseconds } from "./fileTime";

const time = (ticks: bigint | undefined): string =>
  new Date(fileTimeToMilliseconds(ticks ?? 0n) ?? 0).toISOString();
const listCodes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }): string[] =>
  problems.map(({ code }) => code);

describe("ConversationIndex", () => {
  it("reads the five bytes of the example in [MS-ASMS] 4.3: a minute and a half after receipt", () => {
    const index = parseConversationIndex(hex("C9 71 26 48 DE"));
    expect(index.form).toBe("short");
    expect(time(index.time)).toBe("2009-01-08T00:16:00.197Z");
    expect(index.levels).toEqual([]);
    expect(readConversationIndex({ bytes: hex("C9 71 26 48 DE") }).rows[0]?.range).toEqual({
      start: 0,
      end: 5,
    });
  });

  it("reads a published Thread-Index of 22 bytes and one reply", () => {
    const bytes = fromBase64("AdQc2DN7rLoS3hgnE/O76rpFzxN/EwAddF4A") ?? hex("");
    const index = parseConversationIndex(bytes);
    expect(index.form).toBe("full");
    expect(time(index.time)).toBe("2018-07-16T07:40:00.279Z");
    expect(index.guid).toEqual(hex("ACBA12DE 1827 13F3 BBEA BA45CF137F13"));
    expect(index.levels).toHaveLength(1);
    expect(index.levels[0]).toMatchObject({
      start: 22,
      deltaCode: 0,
      delta: 506025476096n,
      random: 0,
      sequence: 0,
    });
    expect(time(index.levels[0]?.time)).toBe("2018-07-16T21:43:22.827Z");
    expect(readConversationIndex({ bytes }).rows.map(({ range }) => range)).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 6 },
      { start: 6, end: 22 },
      { start: 22, end: 27 },
    ]);
  });

  it(
    "reads the five highest bytes of the FILETIME too, which end in seconds where the others end in " +
      "milliseconds",
    () => {
      const shorter = parseConversationIndex(hex("01 01 D4 1C D8 33 00112233445566778899AABBCCDDEEFF"));
      expect(time(shorter.time)).toBe("2018-07-16T07:39:59.473Z");
      expect(time(parseConversationIndex(hex("01 D4 1C D8 33")).time)).toBe("2018-07-16T07:39:59.473Z");
    },
  );

  it("counts in coarser steps where the delta code is set", () => {
    const [level] = parseConversationIndex(hex("C9 71 26 48 DE 80 00 00 01 A7")).levels;
    expect(level).toMatchObject({ deltaCode: 1, delta: 1n << 23n, random: 10, sequence: 7 });
  });

  it.each([
    ["", ["conversation-index-length"], 0],
    ["C9 71 26", ["conversation-index-length"], 0],
    ["C9 71 26 48 DE 00 00", ["conversation-index-length"], 5],
    ["C9 71 26 48 DE 00 00 00 01 00", [], 10],
    ["02 D4 1C D8 33 7B 00112233445566778899AABBCCDDEEFF", ["conversation-index-reserved"], 22],
    ["01 D4 1C D8 33 7B 00112233445566778899AABBCCDDEEFF 00", ["conversation-index-length"], 22],
  ])("%s has the problems %j and makes sense up to byte %i", (bytes, expected, end) => {
    expect(listCodes(readConversationIndex({ bytes: hex(bytes) }))).toEqual(expected);
    expect(parseConversationIndex(hex(bytes)).end).toBe(end);
  });

  it("reads any bytes and any text, and every row lies in the value", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: "binary" }), (bytes, text) => {
        for (const { range } of readConversationIndex({ bytes }).rows)
          expect(range?.end).toBeLessThanOrEqual(bytes.length);
        expect(listCodes(readConversationIndex({ text }))).toContain("byte-array-inline");
      }),
    );
  });
});

describe("ConversationId", () => {
  it("shows 16 bytes as hexadecimal and as GUID in both byte orders", () => {
    const reading = readConversationId({ bytes: hex("ACBA12DE 1827 13F3 BBEA BA45CF137F13") });
    expect(reading.summary).toBe("acba12de-1827-13f3-bbea-ba45cf137f13");
    expect(reading.rows[2]?.value).toBe("de12baac-2718-f313-bbea-ba45cf137f13");
    expect(reading.problems).toEqual([]);
  });

  it("decodes hexadecimal and base64 text, and reports that it should be opaque", () => {
    for (const text of ["acba12de182713f3bbeaba45cf137f13", "rLoS3hgnE/O76rpFzxN/Ew=="]) {
      const reading = readConversationId({ text });
      expect(reading.summary).toBe("acba12de-1827-13f3-bbea-ba45cf137f13");
      expect(listCodes(reading)).toEqual(["byte-array-inline"]);
    }
  });

  it("reports any other length, for any content", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: "binary" }), (bytes, text) => {
        expect(listCodes(readConversationId({ bytes })).includes("conversation-id-length")).toBe(
          bytes.length !== 16,
        );
        expect(listCodes(readConversationId({ text }))).toContain("byte-array-inline");
      }),
    );
  });
});
