import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FOLDER_SYNC, LONG_SYNC } from "../testing/captures";
import { mayBePacked } from "./mayBePacked";

const bytes = gzipSync(LONG_SYNC);
const list = (write: (byte: number) => string, separator: string): string =>
  Array.from(bytes, write).join(separator);
const toHex = (byte: number): string => byte.toString(16).padStart(2, "0");
const words = Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readUInt16LE(i * 2));

describe("a text", () => {
  it.each([
    ["base64", bytes.toString("base64")],
    ["base64 in JSON", JSON.stringify({ body: bytes.toString("base64") })],
    ["hexadecimal", bytes.toString("hex").toUpperCase()],
    ["pairs", list(toHex, " ")],
    ["a list of C", list((byte) => `0x${toHex(byte)}`, ", ")],
    ["a list of Visual Basic", list((byte) => `&H${toHex(byte)}`, ", ")],
    ["escapes", list((byte) => `\\x${toHex(byte)}`, "")],
    ["escapes of JSON", list((byte) => `\\u00${toHex(byte)}`, "")],
    ["a list on lines", list((byte) => `  0x${toHex(byte)}`, ",\n")],
    ["words", words.map((word) => word.toString(16).padStart(4, "0")).join(" ")],
    ["numbers", list(String, ", ")],
    ["signed numbers", Array.from(new Int8Array(bytes)).join(" ")],
    ["octal", list((byte) => `\\${byte.toString(8).padStart(3, "0")}`, "")],
    ["octal words", words.map((word) => word.toString(8).padStart(6, "0")).join(" ")],
    ["binary", list((byte) => byte.toString(2).padStart(8, "0"), " ")],
    ["percent escapes", list((byte) => `%${toHex(byte)}`, "")],
    ["characters", bytes.toString("latin1")],
    ["an HTTP message", "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\nabc"],
  ])("with packed bytes is known: %s", (_, text) => {
    expect(mayBePacked(text)).toBe(true);
  });

  it("without them mostly is not taken for one", () => {
    const plain = Buffer.from(FOLDER_SYNC);
    expect([plain.toString("hex"), plain.toString("base64"), "GET / HTTP/1.1"].map(mayBePacked)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
