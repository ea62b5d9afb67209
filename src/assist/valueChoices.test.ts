import { describe, expect, it } from "vitest";
import { type ElementEntry, findElementByKey } from "../eas/catalogue";
import { listChoices } from "./valueChoices";

const entry = (key: string): ElementEntry => {
  const found = findElementByKey(key);
  if (found === undefined) throw new Error(`${key} is not in the catalogue`);
  return found;
};

describe("the values of an element", () => {
  const filterType = (itemClass?: string) =>
    listChoices(entry("AirSync:FilterType"), "AirSync:Options", {
      command: "Sync",
      direction: "request",
      ...(itemClass !== undefined && { itemClass }),
    });

  it("are marked where the class of the item does not define them", () => {
    const legal = (itemClass?: string) =>
      filterType(itemClass).choices.flatMap(({ value, isLegal }) => (isLegal ? [value] : []));
    expect(legal("SMS").join("")).toBe("012345");
    expect(legal("Calendar").join("")).toBe("04567");
    expect(legal().join("")).toBe("012345678");
  });

  it("are grouped by the classes that define them", () => {
    const { choices, groups } = filterType("SMS");
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(choices.length);
    expect(groups.at(-1)).toEqual({ count: 1, classes: "Tasks" });
    expect(groups.find(({ classes }) => classes === "Calendar")).toMatchObject({ count: 2 });
  });

  it("are marked where the version does not define them, and need no groups", () => {
    const busy = (version: "14.1" | "16.1") =>
      listChoices(entry("Calendar:BusyStatus"), "AirSync:ApplicationData", { command: "Sync", version });
    const { choices, groups } = busy("14.1");
    const isLegal = (some: typeof choices) => some.find(({ value }) => value === "4")?.isLegal;
    expect([isLegal(choices), isLegal(busy("16.1").choices)]).toEqual([false, true]);
    expect(groups).toEqual([]);
  });
});
