import { describe, expect, it } from "vitest";
import { readOptions } from "./options";

describe("the arguments of the fuzzer", () => {
  it("are minutes, one by default, and options", () => {
    const usual = { minutes: 1, seed: undefined, from: 5, target: undefined, report: undefined };
    expect(readOptions([], 5)).toEqual(usual);
    expect(readOptions(["0.5", "--from", "1"], 5)).toEqual({ ...usual, minutes: 0.5, from: 1 });
    expect(readOptions(["--seed", "7", "--target", "xml", "--report", "f"], 5)).toEqual({
      ...usual,
      seed: 7,
      target: "xml",
      report: "f",
    });
  });

  it.each([[["five"]], [["0"]], [["--seeds", "1"]], [["--seed"]], [["--seed", "x"]]])(
    "are refused if they say nothing: %j",
    (args) => {
      expect(() => readOptions(args, 5)).toThrow(/number|option|value/);
    },
  );
});
