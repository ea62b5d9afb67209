import { afterEach, describe, expect, it, vi } from "vitest";
import { whenIdle } from "./idle";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("whenIdle", () => {
  it("asks the browser, with the timeout", () => {
    const asked = vi.fn<(run: () => void, options: IdleRequestOptions) => number>(() => 7);
    const cancelled = vi.fn<(handle: number) => void>();
    vi.stubGlobal("requestIdleCallback", asked);
    vi.stubGlobal("cancelIdleCallback", cancelled);
    const run = vi.fn<() => void>();
    const cancel = whenIdle(run, 300);
    expect(asked).toHaveBeenCalledWith(run, { timeout: 300 });
    cancel();
    expect(cancelled).toHaveBeenCalledWith(7);
  });

  it("waits for a short while where the browser can't tell, and can be cancelled", () => {
    vi.useFakeTimers();
    vi.stubGlobal("requestIdleCallback", undefined);
    const run = vi.fn<() => void>();
    whenIdle(run, 2000);
    whenIdle(run, 2000)();
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledOnce();
  });
});
