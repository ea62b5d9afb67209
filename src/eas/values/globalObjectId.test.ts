import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../bytes/base64";
import { hex } from "../../testing/bytes";
import { globalObjectIdToUid, readGlobalObjectId, readUid, uidToGlobalObjectId } from "./globalObjectId";

const OUTLOOK = "BAAAAIIA4AB0xbcQGoLgCAfUCRDgQMnBJoXEAQAAAAAAAAAAEAAAAAvw7UtuTulOnjnjhns3jvM=";
const OUTLOOK_UID =
  "040000008200E00074C5B7101A82E00800000000E040C9C12685C4010000000000000000100000000BF0ED4B6E4EE94E9E39E3867B378EF3";
const VCAL =
  "BAAAAIIA4AB0xbcQGoLgCAAAAAAAAAAAAAAAAAAAAAAAAAAAMwAAAHZDYWwtVWlkAQAAAHs4MTQxMkQzQy0yQTI0LTRFOUQtQjIwRS0xMUY3QkJFOTI3OTl9AA==";
const VCAL_UID = "{81412D3C-2A24-4E9D-B20E-11F7BBE92799}";
const decodeBase64 = (text: string): Uint8Array => fromBase64(text) ?? hex("");
const listCodes = (text: string): string[] => readGlobalObjectId(text).problems.map(({ code }) => code);

describe("GlobalObjId and UID", () => {
  it.each([
    ["an Outlook ID", OUTLOOK, OUTLOOK_UID],
    ["a vCal ID", VCAL, VCAL_UID],
  ])("converts %s as in [MS-ASEMAIL] 4.3", (_, text, uid) => {
    expect(globalObjectIdToUid(decodeBase64(text))).toBe(uid);
    expect(readGlobalObjectId(text).rows[0]?.value).toBe(uid);
    expect(listCodes(text)).toEqual([]);
  });

  it("converts back: a vCal ID byte for byte, an Outlook ID except for the instance date", () => {
    expect(uidToGlobalObjectId(VCAL_UID)).toEqual(decodeBase64(VCAL));
    const series = decodeBase64(OUTLOOK);
    series.fill(0, 16, 20);
    expect(uidToGlobalObjectId(OUTLOOK_UID)).toEqual(series);
    expect(uidToGlobalObjectId(OUTLOOK_UID.toLowerCase())).toEqual(series);
  });

  it("gives back every UID that a client can choose", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (uid) => {
        const bytes = uidToGlobalObjectId(uid);
        expect(bytes === undefined ? !uid.isWellFormed() : globalObjectIdToUid(bytes) === uid).toBe(true);
      }),
    );
  });

  it("gives back every UID of the Outlook form, in upper case", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (now, data) => {
          const bytes = Uint8Array.of(
            ...decodeBase64(OUTLOOK).subarray(0, 16),
            0,
            0,
            0,
            0,
            ...now,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            16,
            0,
            0,
            0,
            ...data,
          );
          expect(uidToGlobalObjectId(globalObjectIdToUid(bytes))).toEqual(bytes);
        },
      ),
    );
  });

  it("treats what only looks like a vCal ID as an Outlook ID", () => {
    const tooShort = decodeBase64(VCAL).subarray(0, 52);
    const badCount = decodeBase64(VCAL);
    badCount[36] = 12;
    const tooLong = decodeBase64(VCAL);
    tooLong[36] = 0x34;
    for (const bytes of [tooShort, badCount, tooLong])
      expect(globalObjectIdToUid(bytes)).toMatch(/^040000008200E000/);
  });

  it("points each field at its bytes and at its characters", () => {
    const { rows } = readGlobalObjectId(OUTLOOK);
    expect(rows.map(({ range }) => range)).toEqual([
      undefined,
      { start: 0, end: 16 },
      { start: 16, end: 20 },
      { start: 20, end: 28 },
      { start: 28, end: 36 },
      { start: 36, end: 40 },
      { start: 40, end: 56 },
    ]);
    expect(rows[2]?.text).toEqual({ from: 21, to: 27 });
    expect(rows[2]?.value).toContain("2004-09-16");
    expect(rows[3]?.value).toContain("2004-08-18");
  });

  it.each([
    ["AAAA", ["global-object-id-length"]],
    ["BAAAAIIA4AB0xbcQGoLgCQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", ["global-object-id-class"]],
    ["BAAAAIIA4AB0xbcQGoLgCAfUDRAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", ["global-object-id-date"]],
    ["BAAAAIIA4AB0xbcQGoLgCAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAA==", ["global-object-id-count"]],
    ["?", ["not-base64", "global-object-id-length"]],
  ])("%s has the problems %j", (text, expected) => {
    expect(listCodes(text)).toEqual(expected);
  });

  it("describes the origin of a UID, and reads any", () => {
    expect(readUid(VCAL_UID).rows[0]?.value).toBe(VCAL);
    expect(readUid(OUTLOOK_UID).rows[2]?.text).toEqual({ from: 32, to: 40 });
    expect(readUid("x".repeat(301)).problems.map(({ code }) => code)).toEqual(["uid-length"]);
    const wrapped = readUid(`${OUTLOOK_UID.slice(0, 60)}\n${OUTLOOK_UID.slice(60)}`);
    expect(wrapped.problems.map(({ code, text }) => [code, text])).toEqual([
      ["uid-white-space", { from: 60, to: 61 }],
    ]);
    expect(wrapped.rows[2]).toMatchObject({ range: { start: 16, end: 20 } });
    expect(readUid("\ud800").problems.map(({ code }) => code)).toEqual(["uid-not-unicode"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 80 }), (text, bytes) => {
        expect(readUid(text).kind).toBe("uid");
        expect(readGlobalObjectId(text).kind).toBe("global-object-id");
        expect(readGlobalObjectId(toBase64(bytes)).rows.length).toBeGreaterThan(0);
      }),
    );
  });
});
