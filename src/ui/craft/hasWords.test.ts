import { describe, expect, it } from "vitest";
import { hasWords } from "./hasWords";

describe("words in a text", () => {
  it.each([
    ["Sync Add by the client", "", true],
    ["Sync Add by the client", "  ", true],
    ["Sync Add by the client", "client sync", true],
    ["Sync Add by the client", "SYN cli", true],
    ["Sync Add by the client", "sync server", false],
  ])("%s has %j: %s", (text, words, has) => {
    expect(hasWords(text, words)).toBe(has);
  });
});
