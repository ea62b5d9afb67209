import { describe, expect, it } from "vitest";
import { pageDialogs } from "./dialogs";
import { listMenuCommands, menuCommands } from "./menuCommands";
import { menuTitles } from "./menuTitles";

/** What is there more than once. */
function listRepeated(all: readonly string[]): readonly string[] {
  return all.filter((one, index) => all.indexOf(one) !== index);
}

describe("the commands of the page", () => {
  it("have names and keys of their own", () => {
    expect(menuCommands.length).toBeGreaterThan(70);
    expect(listRepeated(menuCommands.map(({ id }) => id))).toEqual([]);
    expect(listRepeated(menuCommands.flatMap(({ keys }) => keys ?? []))).toEqual([]);
  });

  it("are in the menus that the omnibox lists", () => {
    const listed = Object.keys(menuTitles) as readonly (keyof typeof menuTitles)[];
    expect(listMenuCommands(...listed)).toHaveLength(menuCommands.length);
    expect(listed.filter((menu) => listMenuCommands(menu).length === 0)).toEqual([]);
  });

  it("open each dialog, and each is opened by one", () => {
    const opened = menuCommands.flatMap(({ opens }) => opens ?? []);
    expect(opened.toSorted()).toEqual(Object.keys(pageDialogs).toSorted());
  });
});
