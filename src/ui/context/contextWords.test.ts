import { describe, expect, it } from "vitest";
import { protocolVersions } from "../../eas/versions";
import { messageContext, nothingChosen } from "../../session/messageContext";
import { adviseVersion, nameFolder, nameProduct, nameVersion, writeFolders } from "./contextWords";

const from = (first: (typeof protocolVersions)[number]) =>
  protocolVersions.slice(protocolVersions.indexOf(first));

describe("the advice about a version", () => {
  it("says what is too new for it, and offers the version of HTTP if that is right", () => {
    const need = { versions: from("14.0"), what: "class SMS", whatVersions: from("14.0") };
    expect(adviseVersion(need, "12.1", "14.1")).toEqual({
      sentence: "This payload needs 14.0 or later: class SMS came with 14.0.",
      use: "14.1",
    });
    expect(adviseVersion(need, "12.1", "12.0").use).toBe("14.0");
    expect(adviseVersion(need, "12.1", undefined).use).toBe("14.0");
  });

  it("says what was removed, what no version has, and what is not known more exactly", () => {
    const old = { versions: ["2.5"], what: "Body", whatVersions: ["2.5"] } as const;
    expect(adviseVersion(old, "16.1", undefined)).toEqual({
      sentence: "This payload needs 2.5: Body was removed after 2.5.",
      use: "2.5",
    });
    const two = { versions: [], what: "X", whatVersions: from("16.1") };
    expect(adviseVersion(two, "14.1", undefined)).toEqual({
      sentence: "No single version has all of this payload: X came with 16.1.",
      use: undefined,
    });
    const some = { versions: ["2.5", "12.0", "12.1"], what: undefined, whatVersions: [] } as const;
    expect(adviseVersion(some, "14.1", undefined).sentence).toBe("This payload needs 12.1 or earlier.");
    const middle = { versions: ["14.0", "14.1"], what: undefined, whatVersions: [] } as const;
    expect(adviseVersion(middle, "16.1", undefined).sentence).toBe("This payload needs 14.0 to 14.1.");
    const newest = { versions: from("16.1"), what: undefined, whatVersions: [] };
    expect(adviseVersion(newest, "14.1", undefined).sentence).toBe("This payload needs 16.1.");
  });
});

describe("names", () => {
  it("of what is not known say so", () => {
    expect([nameVersion(undefined), nameProduct("unknown"), nameProduct("exchange2019")]).toEqual([
      "Any version",
      "Any server",
      "Exchange 2019",
    ]);
  });

  it("of a folder are the server's, otherwise that of its kind, otherwise its number", () => {
    expect(nameFolder({ id: "5", name: "Posteingang", kind: "inbox" })).toBe("Posteingang");
    expect(nameFolder({ id: "5", kind: "sent" })).toBe("Sent Items");
    expect(nameFolder({ id: "5" })).toBe("Folder 5");
  });

  it("of several folders are their number, unless one was chosen", () => {
    const two = [{ id: "5" }, { id: "7" }];
    expect(writeFolders(messageContext({}), two)).toBe("2 folders");
    expect(writeFolders(messageContext({}), [{ id: "5" }])).toBe("Any folder");
    const chosen = { ...nothingChosen, folder: "drafts" } as const;
    expect(writeFolders(messageContext({ chosen }), two)).toBe("Drafts");
  });
});
