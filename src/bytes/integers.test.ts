import { describe, expect, it } from "vitest";
import { createView, readLittleEndian } from "./integers";

describe("numbers of several bytes", () => {
  const bytes = Uint8Array.of(0xff, 0x01, 0x02, 0x03, 0x84, 0xff).subarray(1, 5);

  it("a view reads the part of the memory that the bytes are", () => {
    expect(createView(bytes).byteLength).toBe(4);
    expect(createView(bytes).getUint32(0)).toBe(0x01020384);
  });

  it("a number has its least byte first, and no sign", () => {
    expect(readLittleEndian(bytes)).toBe(0x84030201);
    expect(readLittleEndian(bytes.subarray(0, 2))).toBe(0x0201);
    expect(readLittleEndian(new Uint8Array())).toBe(0);
  });
});
