import { afterEach, describe, expect, it, vi } from "vitest";
import { mockSlowClock } from "../testing/captures";
import { pauses, runAtOnce, runPaced, type Steps, scaleProgress, scaleSteps } from "./pace";
import { readInput } from "./read";
import { copyForms } from "./write/copyForms";

function* count(to: number): Steps<number> {
  for (let i = 0; i < to; i++) yield i / to;
  return to;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("steps", () => {
  it("give the same result at once, with pauses, and as a part", async () => {
    expect(runAtOnce(count(5))).toBe(5);
    expect(await runPaced(count(5), {}, "numbers")).toBe(5);
    expect(runAtOnce(scaleSteps(count(5), 0.5, 1))).toBe(5);
    expect([...scaleSteps(count(2), 0.5, 1)]).toEqual([0.5, 0.75]);
  });

  it("yield the thread when a pause is due, and report their progress", async () => {
    mockSlowClock();
    const order: string[] = [];
    setTimeout(() => order.push("other"), 0);
    await runPaced(
      count(400),
      { onProgress: (done) => order.push(done === 0 ? "first" : "later") },
      "numbers",
    );
    expect([order[0], order.includes("other"), order.at(-1)]).toEqual(["first", true, "later"]);
  });

  it("stop at once if the read is cancelled", async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    mockSlowClock();
    const onProgress = (done: number): void => {
      seen.push(done);
      controller.abort();
    };
    await expect(runPaced(count(100), { signal: controller.signal, onProgress }, "numbers")).rejects.toThrow(
      "aborted",
    );
    expect(seen).toEqual([0]);
  });
});

describe("pauses", () => {
  it("are due only after a while", async () => {
    expect(pauses({})(0, "")).toBeUndefined();
    const clock = mockSlowClock();
    const due = pauses({})(0, "");
    expect(due).toBeInstanceOf(Promise);
    await due;
    clock.mockRestore();
    expect(() => pauses({ signal: AbortSignal.abort() })(0, "")).toThrow("aborted");
  });

  it("of a part report a part", async () => {
    mockSlowClock();
    const seen: unknown[] = [];
    await pauses(scaleProgress({ onProgress: (...said) => seen.push(said) }, 0.5, 1, "a: "))(0.5, "b");
    expect(seen).toEqual([[0.75, "a: b"]]);
  });
});

describe("a long paste", () => {
  const payload = Uint8Array.from([
    3,
    1,
    0x6a,
    0,
    0x45,
    0x4b,
    3,
    ...Array.from({ length: 200_000 }, (_, i) => 0x20 + ((i * 7) % 90)),
    0,
    1,
    1,
  ]);

  it.each(copyForms)("as $title reports rising progress and can be cancelled", async ({ write }) => {
    mockSlowClock();
    const text = write(payload);
    const done: number[] = [];
    const { captures } = await readInput(text, undefined, { onProgress: (share) => done.push(share) });
    expect(captures[0]?.payload.length).toBe(payload.length);
    expect(done.length).toBeGreaterThan(2);
    expect(done.every((share, i) => share >= (done[i - 1] ?? 0) && share <= 1)).toBe(true);
    const controller = new AbortController();
    await expect(
      readInput(text, undefined, { signal: controller.signal, onProgress: () => controller.abort() }),
    ).rejects.toThrow("aborted");
  });
});
