import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../bytes/base64";
import {
  decodeBase64Query,
  decodePlainQuery,
  decodeQueryBytes,
  isBase64Query,
  readQuery,
} from "./requestLine";
import { encodeBase64Query, encodePlainQuery } from "./writeRequestLine";

const SPEC = "jAAJBAp2MTQwRGV2aWNlAApTbWFydFBob25l"; // the example of [MS-ASHTTP] 2.2.1.1.1
const listCodes = (problems: readonly { code: string }[]): string[] =>
  problems.map((problem) => problem.code);

/** A query by its parts: device id, policy key bytes, type, then raw parameter bytes. */
function query(
  version: number,
  command: number,
  id: readonly number[],
  key: readonly number[],
  type: string,
  rest: readonly number[] = [],
): Uint8Array {
  return Uint8Array.of(
    version,
    command,
    0x09,
    0x04,
    id.length,
    ...id,
    key.length,
    ...key,
    type.length,
    ...new TextEncoder().encode(type),
    ...rest,
  );
}

describe("the base64-encoded query", () => {
  it("reads the specification's example", () => {
    const read = readQuery(`/Microsoft-Server-ActiveSync?${SPEC}`);
    expect(read).toMatchObject({
      form: "base64",
      command: "Sync",
      commandNumber: 0,
      version: "14.0",
      locale: 0x0409,
    });
    expect(read).toMatchObject({
      deviceId: "v140Device",
      policyKey: undefined,
      deviceType: "SmartPhone",
      parameters: [],
      problems: [],
    });
    expect(read?.fields.map(({ name, bytes }) => [name, bytes?.start, bytes?.end])).toEqual([
      ["Protocol version", 0, 1],
      ["Command code", 1, 2],
      ["Locale", 2, 4],
      ["Device ID length", 4, 5],
      ["Device ID", 5, 15],
      ["Policy key length", 15, 16],
      ["Device type length", 16, 17],
      ["Device type", 17, 27],
    ]);
  });

  it("takes the policy key as an unsigned number, least byte first", () => {
    const bytes = query(141, 20, [65], [0x78, 0x56, 0x34, 0xf2], "iPhone");
    expect(decodeQueryBytes(bytes).policyKey).toBe(0xf2345678);
    expect(encodeBase64Query({ ...decodeQueryBytes(bytes) }).text).toBe(toBase64(bytes));
  });

  it("shows 16 bytes that are not text as a GUID's hexadecimal, and text as text", () => {
    const guid = Array.from({ length: 16 }, (_, i) => i * 16);
    expect(decodeQueryBytes(query(121, 0, guid, [], "PPC")).deviceId).toBe(
      "00102030405060708090A0B0C0D0E0F0",
    );
    const text = Array.from("androidc12345678", (char) => char.charCodeAt(0));
    expect(decodeQueryBytes(query(121, 0, text, [], "PPC")).deviceId).toBe("androidc12345678");
  });

  it("reads parameters and the options bits", () => {
    const read = decodeQueryBytes(query(161, 19, [65], [], "T", [7, 1, 3, 1, 2, 0x31, 0x32, 8, 1, 0x75]));
    expect(read.parameters.map(({ tag, name, value }) => [tag, name, value])).toEqual([
      [7, "Options", "3"],
      [1, "CollectionId", "12"],
      [8, "User", "u"],
    ]);
    expect(read).toMatchObject({
      user: "u",
      saveInSent: true,
      acceptMultiPart: true,
      command: "ItemOperations",
      version: "16.1",
    });
  });
});

describe("the base64-encoded query, with any content", () => {
  it("accepts missing padding, percent escapes, base64url and what a proxy appended", () => {
    const bytes = query(141, 9, [0xfb, 0xff], [1, 0, 0, 0], "AB");
    const text = toBase64(bytes);
    const variants = [
      text,
      text.replace(/=+$/, ""),
      encodeURIComponent(text),
      text.replaceAll("+", "-").replaceAll("/", "_"),
      `${text}&cafeReqId=1;`,
    ];
    for (const variant of variants)
      expect(readQuery(`/x?${variant}`)).toMatchObject({
        deviceId: "FBFF",
        policyKey: 1,
        deviceType: "AB",
        problems: [],
      });
  });

  it("names what is wrong and where", () => {
    expect(listCodes(decodeBase64Query("*").problems)).toEqual(["not-base64"]);
    const cut = decodeQueryBytes(query(140, 0, [65, 66], [], "PPC").subarray(0, 6));
    expect(cut).toMatchObject({ command: "Sync", deviceId: "A" });
    expect(cut.problems[0]).toMatchObject({ code: "truncated-query", bytes: { start: 5, end: 6 } });
    expect(listCodes(decodeQueryBytes(query(99, 77, [65], [], "P")).problems)).toEqual([
      "unknown-version",
      "unknown-command",
    ]);
    expect(listCodes(decodeQueryBytes(query(140, 0, [65], [1, 2], "P")).problems)).toEqual([
      "bad-policy-key-length",
    ]);
    expect(listCodes(decodeQueryBytes(query(140, 0, [], [], "P")).problems)).toEqual(["empty-device-id"]);
    expect(listCodes(decodeQueryBytes(query(140, 0, [65], [], "P", [5, 1, 65])).problems)).toEqual([
      "unknown-parameter",
    ]);
    expect(listCodes(decodeQueryBytes(query(140, 0, [65], [], "P", [7, 2, 1, 1])).problems)).toEqual([
      "bad-options",
    ]);
  });

  it("distinguishes a query from other words of a log line", () => {
    expect(isBase64Query(SPEC)).toBe(true);
    expect(isBase64Query("Microsoft")).toBe(false);
    expect(isBase64Query("jAAJ")).toBe(false);
  });

  it("never throws, and its fields tile the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = decodeQueryBytes(bytes);
        let at = 0;
        for (const field of read.fields) {
          expect(field.bytes?.start).toBe(at);
          at = field.bytes?.end ?? at;
        }
        expect(at).toBe(bytes.length);
      }),
    );
  });

  it("is written as it was read, if it had no problems", () => {
    const short = fc.uint8Array({ minLength: 1, maxLength: 40 });
    const parts = fc.tuple(
      fc.constantFrom(121, 140, 141, 160, 161),
      fc.nat(23),
      short,
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.constantFrom(1, 3, 4, 6),
      short,
    );
    fc.assert(
      fc.property(parts, ([version, command, id, key, tag, value]) => {
        const bytes = query(version, command, [...id], [...key], "iPad", [tag, value.length, ...value]);
        const written = encodeBase64Query(decodeQueryBytes(bytes));
        expect(written).toEqual({ text: toBase64(bytes), problems: [] });
      }),
    );
  });
});

describe("the plain text query", () => {
  it("reads the specification's example and writes it again", () => {
    const text = "Cmd=Sync&User=rmjones&DeviceId=v140Device&DeviceType=SmartPhone";
    const read = readQuery(`https://contoso.com/Microsoft-Server-ActiveSync?${text}`);
    expect(read).toMatchObject({
      form: "plain",
      command: "Sync",
      commandNumber: 0,
      user: "rmjones",
      deviceId: "v140Device",
      deviceType: "SmartPhone",
    });
    expect(read?.fields[2]).toEqual({ name: "DeviceId", value: "v140Device", text: { from: 22, to: 41 } });
    expect(encodePlainQuery(read ?? {})).toEqual({ text, problems: [] });
  });

  it("gives the same result in both forms", () => {
    const plain = readQuery(
      "Cmd=SmartReply&User=a%40b&DeviceId=D1&DeviceType=T&ItemId=5%3a1&CollectionId=5&SaveInSent=T",
    );
    const base64 = encodeBase64Query({ ...plain, version: "14.1" });
    expect(base64.problems).toEqual([]);
    expect(readQuery(base64.text)).toMatchObject({
      command: "SmartReply",
      user: "a@b",
      deviceId: "D1",
      saveInSent: true,
      version: "14.1",
    });
    expect(readQuery(base64.text)?.parameters.find(({ name }) => name === "ItemId")?.value).toBe("5:1");
  });

  it("accepts any order and any case, and reports what is unknown", () => {
    expect(decodePlainQuery("deviceid=x&cmd=ping&user=u&devicetype=t")).toMatchObject({
      command: "Ping",
      deviceId: "x",
      problems: [],
    });
    expect(listCodes(decodePlainQuery("Cmd=Nonsense&User=u").problems)).toEqual(["unknown-command"]);
    expect(listCodes(decodePlainQuery("Cmd=Sync&User=%zz").problems)).toEqual(["bad-percent-encoding"]);
  });

  it("is undefined if there is no query", () => {
    expect(readQuery("/Microsoft-Server-ActiveSync?")).toBeUndefined();
    expect(readQuery("/Microsoft-Server-ActiveSync")).toBeUndefined();
  });
});

describe("encoding", () => {
  it("names what does not fit", () => {
    expect(listCodes(encodeBase64Query({}).problems)).toEqual([
      "unknown-command",
      "unknown-version",
      "empty-device-id",
    ]);
    const long = encodeBase64Query({
      command: "Sync",
      version: "16.1",
      deviceId: "d".repeat(300),
      deviceType: "t",
    });
    expect(listCodes(long.problems)).toEqual(["value-too-long"]);
    expect(readQuery(long.text)?.deviceId).toHaveLength(255);
    expect(listCodes(encodePlainQuery({ command: "Sync", user: "u", deviceId: "d" }).problems)).toEqual([
      "value-missing",
    ]);
  });
});
