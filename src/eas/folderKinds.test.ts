import { describe, expect, it } from "vitest";
import { findElementByKey } from "./catalogue";
import { findFolderKind, isFolderKind } from "./folderKinds";

const types = findElementByKey("FolderHierarchy:Type")?.values?.map(({ value }) => value) ?? [];

describe("the kind of a folder", () => {
  it("follows from its type, if Sync has a class for its items", () => {
    expect(types).toHaveLength(19);
    const without = types.filter((type) => findFolderKind(type) === undefined);
    expect(without).toEqual(["1", "11", "16", "18", "19"]);
    expect(findFolderKind(" 2 ")).toBe("inbox");
    expect(findFolderKind("12")).toBe("user-mail");
  });

  it("is undefined for anything that is not a type", () => {
    expect(["", "0", "20", "02", "inbox", "constructor"].map(findFolderKind)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it("has a name", () => {
    expect(types.flatMap((type) => findFolderKind(type) ?? []).every(isFolderKind)).toBe(true);
    expect(isFolderKind("unknown")).toBe(true);
    expect(["", "Inbox", "2", "toString"].some(isFolderKind)).toBe(false);
  });
});
