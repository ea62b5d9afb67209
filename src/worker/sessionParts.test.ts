import { describe, expect, it } from "vitest";
import type { Conversation } from "../session/conversations";
import { divideConversations, joinConversations } from "./sessionParts";

const conversation = (id: string, count: number): Conversation => ({
  id,
  userAgents: [],
  versions: [],
  exchanges: Array.from({ length: count }, (_, index) => ({
    name: String(index),
    request: index,
    folders: [],
    syncKeys: [],
  })),
});

describe("the parts of a session", () => {
  it.each([
    [[], [0]],
    [[3], [3]],
    [
      [4, 1],
      [4, 1],
    ],
    [
      [3, 3, 3],
      [4, 4, 1],
    ],
    [[9], [4, 4, 1]],
    [[0, 2], [2]],
  ])("of %j exchanges have %j, and are joined again", (counts, sizes) => {
    const all = counts.map((count, index) => conversation(String(index), count));
    const parts = divideConversations(all, 4);
    expect(parts.map((part) => part.reduce((sum, one) => sum + one.exchanges.length, 0))).toEqual(sizes);
    expect(joinConversations(parts)).toEqual(all);
  });
});
