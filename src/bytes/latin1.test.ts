import { describe, expect, it } from "vitest";
import { decodeLatin1, encodeLatin1 } from "./latin1";

describe("latin1", () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i & 0xff);

  it("is one unit a byte and back, also for more bytes than a call takes arguments", () => {
    const text = decodeLatin1(bytes);
    expect([text.length, text.charCodeAt(0x80), text.charCodeAt(299_999)]).toEqual([
      300_000,
      0x80,
      299_999 & 0xff,
    ]);
    expect(Buffer.compare(encodeLatin1(text) ?? new Uint8Array(0), bytes)).toBe(0);
  });

  it("holds nothing above U+00FF", () => {
    expect(encodeLatin1("aÿ")).toEqual(Uint8Array.of(0x61, 0xff));
    expect(encodeLatin1("aĀ")).toBeUndefined();
  });
});
