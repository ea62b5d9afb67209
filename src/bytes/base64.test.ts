import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64";

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe("base64", () => {
  it.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("writes and reads the vector of RFC 4648 section 10 for %j", (text, base64) => {
    expect(toBase64(ascii(text))).toBe(base64);
    expect(fromBase64(base64)).toEqual(ascii(text));
  });

  it("reads back whatever it writes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it("joins long input without padding in between", () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 7919) & 0xff);
    const text = toBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString("base64"));
    expect(fromBase64(text)).toEqual(bytes);
  });

  it("passes over white space", () => {
    expect(fromBase64(" Zm\r\n9v\tYg == \n")).toEqual(ascii("foob"));
  });

  it.each([
    ["no padding", "Zg"],
    ["half of the padding", "Zg="],
    ["padding in the middle", "Zg==Zg=="],
    ["too much padding", "Z==="],
    ["unused bits that are not zero, one byte", "Zh=="],
    ["unused bits that are not zero, two bytes", "Zm9="],
    ["the URL alphabet", "_-8="],
    ["another character", "Zm9*"],
    ["a letter beyond ASCII", "Zm9é"],
  ])("refuses %s", (_, text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});
