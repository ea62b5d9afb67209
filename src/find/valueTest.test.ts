import { describe, expect, it } from "vitest";
import type { Operator } from "./query";
import { createValueTest } from "./valueTest";

describe("valueTest", () => {
  it.each<[string, Operator, string, boolean]>([
    ["1", "=", "1", true],
    ["01", "=", "1", true],
    [" 1 ", "=", "1", true],
    ["1.0", "=", "1", true],
    ["10", "<", "9", false],
    ["-3", "<", "2", true],
    ["9007199254740993", "=", "9007199254740992", false],
    ["9007199254740993", ">", "9007199254740992", true],
    ["abc", "=", "ABC", true],
    ["abc", "!=", "1", true],
    ["abc", "<", "1", false],
    ["abc", ">", "2026-01-01", false],
    ["", "!=", "1", true],
    ["", "=", "", true],
    ["12", "contains", "1", false],
    ["1", "contains", "1", true],
    ["5:12", "contains", "5", true],
    ["Hello there", "contains", "hello", true],
    ["a.c", "contains", "a.c", true],
    ["abc", "contains", "a.c", false],
    ["a-b/c", "contains", "A-B/C", true],
    ["20091027T163000Z", "=", "2009-10-27", true],
    ["20091027T163000Z", "=", "20091027", true],
    ["20091028T000000Z", "<=", "2009-10-27", false],
    ["20091027T163000Z", "<", "2009-10-27T16:30:00.001Z", true],
    ["20091027T163000Z", "!=", "2009-10-27T16:30:00Z", false],
  ])("%j %s %j is %s", (value, operator, wanted, expected) => {
    expect(createValueTest(operator, wanted)(value)).toBe(expected);
  });
});
