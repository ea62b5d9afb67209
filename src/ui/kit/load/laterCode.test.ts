import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { laterCode } from "./laterCode";

interface Code {
  readonly one: number;
}

beforeEach(() => void vi.stubGlobal("document", { querySelectorAll: () => [] })); // no style sheets
afterEach(() => void vi.unstubAllGlobals());

describe("code that is loaded later", () => {
  it("is loaded when it is first needed, and once", async () => {
    const fetch = vi.fn<() => Promise<Code>>(async () => ({ one: 1 }));
    const code = laterCode(fetch);
    expect(fetch).not.toHaveBeenCalled();
    expect(await Promise.all([code.load(), code.load()])).toEqual([{ one: 1 }, { one: 1 }]);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("is loaded again after it could not be", async () => {
    const fetch = vi
      .fn<() => Promise<Code>>(async () => ({ one: 1 }))
      .mockRejectedValueOnce(new TypeError("gone"));
    const code = laterCode(fetch);
    await expect(code.load()).rejects.toThrow("gone");
    expect(await code.load()).toEqual({ one: 1 });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("runs an action with the code", async () => {
    const { run } = laterCode(async () => ({ one: 1 }));
    const action = vi.fn<(code: Code) => void>();
    run(action);
    await vi.waitFor(() => expect(action).toHaveBeenCalledWith({ one: 1 }));
  });
});
