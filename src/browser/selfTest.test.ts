import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Trial, tryWay } from "./selfTest";
import { sendingWays, untriedWays } from "./sendingWays";
import { Refusal, type Sending, type WayToSend } from "./wayToSend";

const page = new EventTarget();
const removed = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  removed.mockClear();
  const createElement = () => ({ style: {}, setAttribute: () => undefined, remove: removed });
  vi.stubGlobal("document", Object.assign(page, { createElement, body: { append: () => undefined } }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a browser reports if its policy refuses something. */
function report(blockedURI: string, effectiveDirective: string, disposition = "enforce"): void {
  const event = new Event("securitypolicyviolation");
  page.dispatchEvent(Object.assign(event, { blockedURI, effectiveDirective, disposition }));
}

async function tryOnce(send: WayToSend["send"], more: Partial<WayToSend> = {}): Promise<Trial> {
  const trial = tryWay({ id: "test", title: "Test", send, ...more });
  await vi.runAllTimersAsync();
  return trial;
}

describe("an attempt to send", () => {
  it("goes to an address that can't exist", async () => {
    const send = vi.fn<(sending: Sending) => void>();
    await tryOnce(send);
    expect(send.mock.lastCall?.[0].host).toMatch(/^test\.[\w-]+\.invalid$/);
  });

  it("is refused if the browser reports it, with its address or as a script", async () => {
    for (const [uri, directive] of [
      ["https://test.wbxml-inspector.invalid/", "connect-src"],
      ["wss://test.wbxml-inspector.invalid", "connect-src"],
      ["trusted-types-sink", "require-trusted-types-for"],
    ] as const)
      expect(await tryOnce(() => report(uri, directive))).toEqual({ verdict: "refused", directive });
  });

  it("is refused if it throws, and the report says more than the error", async () => {
    const refuse = (): never => {
      throw new TypeError("not trusted");
    };
    expect(await tryOnce(refuse)).toEqual({ verdict: "refused", reason: "not trusted" });
    const reported = await tryOnce(() => {
      setTimeout(() => report("trusted-types-sink", "require-trusted-types-for"), 5);
      refuse();
    });
    expect(reported.directive).toBe("require-trusted-types-for");
  });

  it("is open if it only fails, succeeds, or never ends", async () => {
    expect(await tryOnce(() => Promise.reject(new TypeError("Failed to fetch")))).toEqual({
      verdict: "open",
    });
    expect(await tryOnce(() => Promise.resolve())).toEqual({ verdict: "open" });
    expect(await tryOnce(() => new Promise(() => undefined))).toEqual({ verdict: "open" });
    expect(await tryOnce(() => true)).toEqual({ verdict: "open" });
    expect(removed).toHaveBeenCalledTimes(4);
  });

  it("is refused if it says so itself, or if the browser has no such function", async () => {
    expect((await tryOnce(() => Promise.reject(new Refusal("no way")))).verdict).toBe("refused");
    const send = vi.fn<() => void>();
    expect((await tryOnce(send, { isThere: () => false })).verdict).toBe("refused");
    expect(send).not.toHaveBeenCalled();
  });

  it("that a browser can refuse in silence is open only if it left a trace", async () => {
    const doubtful = { doubt: "Some browsers say nothing." };
    const traces = vi.spyOn(performance, "getEntriesByType");
    traces.mockReturnValue([]);
    const silent = await tryOnce(() => undefined, doubtful);
    expect(silent).toEqual({ verdict: "unclear", reason: doubtful.doubt });
    const name = "https://test.wbxml-inspector.invalid/";
    traces.mockReturnValue([{ name, entryType: "resource", startTime: 0, duration: 0, toJSON: () => ({}) }]);
    expect(await tryOnce(() => undefined, doubtful)).toEqual({ verdict: "open" });
    traces.mockRestore();
    expect((await tryOnce(() => report(name, "connect-src"), doubtful)).verdict).toBe("refused");
  });

  it("is not refused by a report of something else, nor of the attempt before", async () => {
    expect(await tryOnce(() => report("https://other.example/", "img-src"))).toEqual({ verdict: "open" });
    const onlyReported = await tryOnce(() => report("trusted-types-sink", "script-src", "report"));
    expect(onlyReported).toEqual({ verdict: "open" });
    const first = tryOnce(() => {
      report("trusted-types-sink", "require-trusted-types-for");
      setTimeout(() => report("trusted-types-sink", "require-trusted-types-for"), 20);
    });
    expect((await first).verdict).toBe("refused");
    expect(await tryOnce(() => undefined)).toEqual({ verdict: "open" });
  });
});

describe("the ways to send", () => {
  it("have names of their own that can be part of an address", () => {
    const ids = [...sendingWays, ...untriedWays].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });
});
