import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBytes, writeBytes } from "./typedBytes";

describe("typed bytes", () => {
  it("survive every form that can contain them", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom("hex", "base64", "text"),
        (bytes, form) => {
          const written = writeBytes(bytes, form);
          if (form !== "text") expect(written).toBeDefined();
          if (written !== undefined) expect(readBytes(written, form)).toEqual(bytes);
        },
      ),
    );
  });

  it("are rejected if they are not valid in the form", () => {
    expect(readBytes("0", "hex")).toEqual(Uint8Array.of(0));
    expect(readBytes("xyz", "hex")).toBeUndefined();
    expect(readBytes("A", "base64")).toBeUndefined();
    expect(writeBytes(Uint8Array.of(0xff), "text")).toBeUndefined();
  });
});
