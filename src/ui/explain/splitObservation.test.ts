import { describe, expect, it } from "vitest";
import { splitObservation } from "./splitObservation";

const split = (text: string, ...names: string[]) =>
  splitObservation(text, new Set(names)).map(({ text: part, exchange, isReturned }) =>
    exchange === undefined ? part : `[${part}${isReturned ? " returned" : ""}]`,
  );

describe("a sentence about exchanges", () => {
  it("is split at those that it names", () => {
    expect(split("#8 returned 12, #10 sent 11.", "8", "10")).toEqual([
      "[#8 returned]",
      " returned 12, ",
      "[#10]",
      " sent 11.",
    ]);
    expect(split("The server deleted 5:1 in #4.", "4")).toEqual(["The server deleted 5:1 in ", "[#4]", "."]);
    expect(split("The last FolderSync before it is #7; its answer is not known.", "7")[1]).toBe("[#7]");
  });

  it("keeps names that are not those of exchanges", () => {
    expect(split("#8 sent #9 in it", "8")).toEqual(["[#8]", " sent #9 in it"]);
    expect(split("nothing", "8")).toEqual(["nothing"]);
    expect(split("", "8")).toEqual([]);
  });
});
