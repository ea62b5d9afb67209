import { describe, expect, it } from "vitest";
import { useInspector } from "../../../store/inspector";
import { listMenuNow, type MenuCommand } from "./menuCommand";
import { divideMenu } from "./menuParts";

const make = (id: string, more: Partial<MenuCommand> = {}): MenuCommand => ({
  id,
  title: id,
  menu: "export",
  run: () => undefined,
  ...more,
});

describe("divideMenu", () => {
  it("makes a part of each section and an entry of each submenu, without what is for the palette", () => {
    const section = { heading: "Copy as" };
    const submenu = { title: "Source code" };
    const parts = divideMenu([
      make("again"),
      make("c", { section, submenu }),
      make("go", { section, submenu }),
      make("xml", { section }),
      make("all", { isOnlyInOmnibox: true }),
      make("save"),
    ]);
    const told = parts.map(({ section: own, entries }) => [
      own?.heading,
      ...entries.map((entry) =>
        entry.kind === "command" ? entry.command.id : entry.commands.map(({ id }) => id),
      ),
    ]);
    expect(told).toEqual([
      [undefined, "again"],
      ["Copy as", ["c", "go"], "xml"],
      [undefined, "save"],
    ]);
  });
});

describe("listMenuNow", () => {
  it("lists what a command stands for now, and calls it what it is called now", () => {
    const recent = make("recent", { listNow: ({ captures }) => (captures.length > 0 ? [] : [make("one")]) });
    const undo = make("undo", { titleNow: () => "Undo Delete Class" });
    const listed = listMenuNow([make("first"), recent, undo], useInspector.getInitialState());
    expect(listed.map(({ id, title }) => [id, title])).toEqual([
      ["first", "first"],
      ["one", "one"],
      ["undo", "Undo Delete Class"],
    ]);
  });
});
