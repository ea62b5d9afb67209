import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { MB_OVERFLOW, MB_TRUNCATED, mbUint32, readMbUint32 } from "./mbUint32";

function read(bytes: Uint8Array, at = 0): { value: number; at: number } {
  const cursor = { at };
  return { value: readMbUint32(bytes, cursor), at: cursor.at };
}

describe("mb_u_int32 [WAP-192 5.1]", () => {
  it.each([
    [0, "00"],
    [0x7f, "7F"],
    [0x80, "81 00"],
    [0xa0, "81 20"],
    [0x3fff, "FF 7F"],
    [0x4000, "81 80 00"],
    [0x1fffff, "FF FF 7F"],
    [0x200000, "81 80 80 00"],
    [0xfffffff, "FF FF FF 7F"],
    [0x10000000, "81 80 80 80 00"],
    [0x80000000, "88 80 80 80 00"],
    [0xffffffff, "8F FF FF FF 7F"],
  ])("%i is %s", (value, bytes) => {
    expect(mbUint32(value)).toEqual([...hex(bytes)]);
    expect(read(hex(bytes))).toEqual({ value, at: hex(bytes).length });
  });

  it("reads back everything it writes, and moves past it", () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.uint8Array({ maxLength: 3 }), (value, before) => {
        const bytes = Uint8Array.of(...before, ...mbUint32(value), 0xff);
        expect(read(bytes, before.length)).toEqual({ value, at: bytes.length - 1 });
      }),
    );
  });

  it.each([
    ["80 00", 0],
    ["80 80 80 80 05", 5],
    ["80 81 20", 0xa0],
  ])("%s, longer than needed, is read anyway", (bytes, value) => {
    expect(read(hex(bytes))).toEqual({ value, at: hex(bytes).length });
  });

  it.each(["", "81", "FF FF", "80 80 80 80"])("%j ends inside the integer", (bytes) => {
    expect(read(hex(bytes))).toEqual({ value: MB_TRUNCATED, at: hex(bytes).length });
  });

  it.each([
    ["90 80 80 80 00", 5],
    ["FF FF FF FF 7F", 5],
    ["80 80 80 80 80 01", 5],
    ["FF FF FF FF FF", 5],
  ])("%s has more than 32 bits or more than 5 bytes", (bytes, at) => {
    expect(read(hex(bytes))).toEqual({ value: MB_OVERFLOW, at });
  });
});
