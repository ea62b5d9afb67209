import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { append, appendAscii, appendByte, createGrowingBytes, reserve, trimBytes } from "./growing";

describe("growing bytes", () => {
  it("keep what was written as they grow", () => {
    const target = createGrowingBytes(0);
    for (let i = 0; i < 1000; i++) appendByte(target, i & 0xff);
    append(target, new Uint8Array(5000).fill(7));
    append(target, hex("01 02 03 04"), 1, 3);
    expect(target.length).toBe(6002);
    expect([
      target.buffer[999],
      target.buffer[1000],
      target.buffer[5999],
      target.buffer[6000],
      target.buffer[6001],
    ]).toEqual([999 & 0xff, 7, 7, 2, 3]);
  });

  it("make room without writing", () => {
    const target = createGrowingBytes(10);
    reserve(target, 1000);
    expect([target.length, target.buffer.length >= 1000]).toEqual([0, true]);
  });

  it("are trimmed if little of their buffer is in use", () => {
    const buffer = new Uint8Array(100).fill(7);
    expect(trimBytes(buffer.subarray(0, 51)).buffer).toBe(buffer.buffer);
    const small = trimBytes(buffer.subarray(10, 60));
    expect([small, small.buffer.byteLength]).toEqual([new Uint8Array(50).fill(7), 50]);
  });

  it("take a text that is ASCII whole, and no other", () => {
    const target = createGrowingBytes(0);
    expect(appendAscii(target, "a".repeat(100))).toBe(true);
    expect(appendAscii(target, `${"b".repeat(100)}é`)).toBe(false);
    expect(appendAscii(target, "")).toBe(true);
    expect(target.buffer.slice(0, target.length)).toEqual(new Uint8Array(100).fill(0x61));
  });
});
