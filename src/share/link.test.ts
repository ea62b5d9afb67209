import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack } from "../bytes/pack";
import {
  isShareFragment,
  lengthWarning,
  readShareFragment,
  type SharedPayload,
  writeShareFragment,
} from "./link";

const anyShared: fc.Arbitrary<SharedPayload> = fc.record(
  {
    label: fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
    bytes: fc.uint8Array({ maxLength: 300 }),
    text: fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
    direction: fc.constantFrom("request" as const, "response" as const),
    command: fc.constantFrom("Sync", "Settings"),
    version: fc.constant("14.1"),
    selection: fc.record({ start: fc.nat(50), end: fc.integer({ min: 50, max: 90 }) }),
  },
  { requiredKeys: ["label", "bytes"] },
);

describe("a share link", () => {
  it("opens what was shared", async () => {
    await fc.assert(
      fc.asyncProperty(anyShared, async (shared) => {
        const fragment = (await writeShareFragment(shared)) ?? "";
        expect(fragment).toMatch(/^#p=1[\w-]+$/);
        expect(isShareFragment(fragment)).toBe(true);
        expect(await readShareFragment(fragment)).toEqual({ shared });
      }),
    );
  });

  it("is not made of a payload that is too large, or does not become small enough", async () => {
    const bytes = new Uint8Array(16 * 1024 * 1024);
    expect(await writeShareFragment({ label: "a", bytes, text: "b" })).toBeUndefined();
    expect((await writeShareFragment({ label: "a", bytes }))?.length).toBeLessThan(50_000);
    let state = 1;
    const noise = bytes.subarray(0, 1_600_000).map(() => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state;
    });
    expect(await writeShareFragment({ label: "a", bytes: noise })).toBeUndefined();
  });

  it("reports a damaged, truncated or foreign link, and never throws", async () => {
    const sent = new Uint8Array(2000).map((_, i) => i * 7);
    const whole = (await writeShareFragment({ label: "a", bytes: sent })) ?? "";
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: whole.length - 1 }), async (length) => {
        expect(await readShareFragment(whole.slice(0, length))).toHaveProperty("problem");
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await readShareFragment(`#p=1${text}`)).toHaveProperty("problem");
      }),
    );
    const otherwise = async (value: unknown): Promise<string> => {
      const stream = new Blob([pack(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      return `#p=1${Buffer.from(bytes).toString("base64url")}`;
    };
    for (const value of [
      null,
      5,
      { label: "a" },
      { label: "a", bytes: "x" },
      { label: "a", bytes: new Uint8Array(1), direction: "sideways" },
      ...["text", "command", "version", "folder", "product"].map((name) => ({
        label: "a",
        bytes: new Uint8Array(1),
        [name]: 16.1,
      })),
      { label: "a", bytes: new Uint8Array(1), selection: { start: 5, end: 2 } },
    ])
      expect(await readShareFragment(await otherwise(value))).toHaveProperty("problem");
    expect(await readShareFragment("#p=9AAAA")).toHaveProperty("problem");
  });

  it("stops a link that expands without end", async () => {
    const zeros = new Blob([new Uint8Array(64 * 1024 * 1024)])
      .stream()
      .pipeThrough(new CompressionStream("deflate-raw"));
    const bomb = Buffer.from(await new Response(zeros).arrayBuffer()).toString("base64url");
    expect(await readShareFragment(`#p=1${bomb}`)).toHaveProperty("problem");
  });

  it("warns if it is too long", () => {
    expect(lengthWarning(2000)).toBeUndefined();
    expect(new Set([2001, 32_001].map(lengthWarning)).size).toBe(2);
  });
});
