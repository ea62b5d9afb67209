import { describe, expect, it } from "vitest";
import { findTagEnd } from "./tagEnd";

describe("findTagEnd", () => {
  it.each([
    ["<a>", 3],
    ["<a/>x", 4],
    [`<a b=">" c='>'>x>`, 15],
    [`<a b="'" c='"'>`, 15],
    ["<a b<c>", -1],
    [`<a b="<">`, -1],
    [`<a b=">`, -1],
    ["<a ", -1],
  ])("%s", (text, end) => {
    expect(findTagEnd(text, 2)).toBe(end);
  });
});
