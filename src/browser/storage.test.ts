import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserStores } from "../testing/browserStores";
import { endLoss, listLosses } from "./losses";
import {
  readStored,
  readStoredInTab,
  removeStored,
  STORED,
  storedTexts,
  writeStored,
  writeStoredInTab,
} from "./storage";

const KEY = `${STORED}theme`;
const losses = (): readonly string[] => listLosses().map(({ loss }) => loss);

/** Makes each use of an area throw, as a browser does that blocks site data. */
function deny(area: string): void {
  const original = Object.getOwnPropertyDescriptor(globalThis, area);
  Object.defineProperty(globalThis, area, {
    configurable: true,
    get: () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    },
  });
  denied.push(() => original && Object.defineProperty(globalThis, area, original));
}
const denied: (() => void)[] = [];

beforeEach(() => void browserStores());
afterEach(() => {
  for (const undo of denied.splice(0)) undo();
  browserStores();
  removeStored();
  vi.unstubAllGlobals();
  for (const { loss } of listLosses()) endLoss(loss);
});

describe("what is stored", () => {
  it("is read again, until it is removed", () => {
    writeStored(KEY, "dark");
    writeStoredInTab(KEY, "tab");
    expect([readStored(KEY), readStoredInTab(KEY), storedTexts.getItem(KEY)]).toEqual([
      "dark",
      "tab",
      "dark",
    ]);
    writeStored(KEY, undefined);
    expect([readStored(KEY), storedTexts.getItem(KEY)]).toEqual([undefined, null]);
    expect(losses()).toEqual([]);
  });

  it("is remembered until the page is closed where storage is denied, and that is one loss", () => {
    deny("localStorage");
    deny("sessionStorage");
    expect(readStored(KEY)).toBeUndefined();
    writeStored(KEY, "dark");
    writeStoredInTab(KEY, "id");
    expect([readStored(KEY), readStoredInTab(KEY)]).toEqual(["dark", "id"]);
    removeStored();
    expect(readStored(KEY)).toBeUndefined();
    expect(losses()).toEqual(["storage-denied"]);
  });

  it("is remembered until the page is closed where there is no object for it", () => {
    vi.stubGlobal("localStorage", null);
    writeStored(KEY, "dark");
    expect(readStored(KEY)).toBe("dark");
    expect(losses()).toEqual(["storage-denied"]);
  });

  it("is remembered until the page is closed where there is no room", () => {
    const full = new DOMException("exceeded", "QuotaExceededError");
    vi.spyOn(localStorage, "setItem").mockImplementation(() => {
      throw full;
    });
    writeStored(KEY, "dark");
    expect(readStored(KEY)).toBe("dark");
    expect(losses()).toEqual(["storage-full"]);
  });

  it("is removed without what other pages of the server stored", () => {
    writeStored(KEY, "dark");
    localStorage.setItem("other", "stays");
    removeStored();
    expect(Object.keys(localStorage)).toEqual(["other"]);
  });
});
