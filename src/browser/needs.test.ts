import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { browserNeeds, listMissingNeeds } from "./needs";

afterEach(() => vi.unstubAllGlobals());

const missing = (): readonly string[] => listMissingNeeds().map(({ name }) => name);

describe("what the page needs from a browser", () => {
  it("is missing where the global object does not have it, or denies it", () => {
    vi.stubGlobal("requestIdleCallback", () => 1);
    vi.stubGlobal("Worker", () => undefined);
    expect(missing()).not.toContain("requestIdleCallback");
    expect(missing()).not.toContain("Worker");
    vi.stubGlobal("requestIdleCallback", undefined);
    vi.stubGlobal("Worker", null);
    expect(missing()).toEqual(expect.arrayContaining(["requestIdleCallback", "Worker"]));
  });

  it("is missing where the navigator does not have it", () => {
    vi.stubGlobal("navigator", { locks: {}, clipboard: {} });
    expect(missing()).toContain("navigator.serviceWorker");
    expect(missing()).not.toContain("navigator.locks");
    expect(missing()).not.toContain("navigator.clipboard");
  });

  it("has a name of its own and a sentence for each loss", () => {
    expect(new Set(browserNeeds.map(({ name }) => name)).size).toBe(browserNeeds.length);
    for (const { without } of browserNeeds) expect(without).toMatch(/^[A-Z].*\.$/);
  });
});

describe("the code of the page", () => {
  const GUARDED =
    /\b(?:localStorage|sessionStorage|indexedDB|requestIdleCallback|cancelIdleCallback|BroadcastChannel|trustedTypes)\b|navigator\s*\.\s*(?:clipboard|locks|serviceWorker|storage)\b|\bnew Worker\b|execCommand/;

  it("uses what a browser can lack in the guarded modules only", () => {
    const src = fileURLToPath(new URL("..", import.meta.url));
    const users = readdirSync(src, { recursive: true, encoding: "utf8" })
      .map((path) => path.split(sep).join("/"))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^testing\//.test(path))
      .filter((path) =>
        GUARDED.test(readFileSync(join(src, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
      );
    expect(users.filter((path) => !/^(browser|store\/keep)\//.test(path))).toEqual([]);
    expect(users).toEqual(expect.arrayContaining(["browser/storage.ts", "store/keep/tab.ts"]));
  });
});
