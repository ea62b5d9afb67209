import { expect, it } from "vitest";
import { toUnshared } from "./unshared";

it("keeps bytes where they are, unless their memory is shared", () => {
  const bytes = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
  expect([toUnshared(bytes), toUnshared(bytes).buffer]).toEqual([bytes, bytes.buffer]);
  expect(toUnshared(bytes).buffer).toBe(bytes.buffer);
  const shared = new Uint8Array(new SharedArrayBuffer(4)).fill(7, 1);
  expect(toUnshared(shared.subarray(1))).toEqual(Uint8Array.of(7, 7, 7));
  expect(toUnshared(shared).buffer).toBeInstanceOf(ArrayBuffer);
});
