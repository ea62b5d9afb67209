import { describe, expect, it } from "vitest";
import { elementName } from "../../document/notation/names";
import { decode, encode, type LinkedDocument } from "../../index";
import { isElement } from "../../wbxml/tokenTable";
import { readRowParts, tellOtherVersions } from "./rowParts";
import { tellRow } from "./rowWords";

const open = (xml: string): LinkedDocument => decode(encode(xml).bytes);
const item = open(
  '<Sync xmlns="AirSync" xmlns:email="Email" xmlns:email2="Email2" xmlns:base="AirSyncBase"><Collections>' +
    "<Collection><SyncKey>5</SyncKey><Commands><Add><ApplicationData><email:To>a\r\nb</email:To>" +
    "<email:Read>0</email:Read><base:Body><base:Type>1</base:Type></base:Body>" +
    "<email:InternetCPID>1252</email:InternetCPID><email2:ConversationId>" +
    "<?opaque AAECAwQFBgcICQoLDA0ODw==?></email2:ConversationId><email2:ConversationIndex>" +
    "<?opaque aGk=?></email2:ConversationIndex></ApplicationData></Add></Commands>" +
    "</Collection></Collections></Sync>",
);

/** The node of an element. */
function find(name: string, document = item): number {
  const { tokens } = document.tree;
  const found = document
    .rows()
    .nodes.find((node) => isElement(tokens, node) && elementName(document, node) === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}
const parts = (name: string, isFolded = false) => readRowParts(item, find(name), isFolded);

describe("what a row shows", () => {
  it("has the prefix only where the namespace is not that of the parent or of the sibling before", () => {
    const names = ["Sync", "SyncKey", "To", "Read", "Body", "Type", "InternetCPID", "ConversationId"];
    expect(names.map((name) => parts(name).prefix)).toEqual([
      "",
      "",
      "email",
      "",
      "airsyncbase",
      "",
      "email",
      "email2",
    ]);
    expect(parts("ConversationIndex").prefix).toBe("");
  });

  it("marks line breaks in a value", () => {
    expect(parts("To").value).toBe("a⏎b");
  });

  it("has bytes as their text or in base64, and their size", () => {
    expect(parts("ConversationId")).toMatchObject({
      value: "AAECAwQFBgcICQoLDA0ODw==",
      isBytes: true,
      note: "opaque, 16 bytes",
    });
    expect(parts("ConversationIndex")).toMatchObject({ value: "hi", note: "opaque, 2 bytes" });
  });

  it("counts the children of a folded element", () => {
    expect(parts("Body", true).note).toBe("1 child");
    expect(parts("ApplicationData", true).note).toBe("6 children");
    expect([parts("ApplicationData").note, parts("To", true).note]).toEqual(["", ""]);
  });
});

describe("the versions of an element", () => {
  it("are told if that of the message is not among them", () => {
    const told = (name: string, version: "12.1" | "14.1" | undefined): string | undefined =>
      tellOtherVersions(item, find(name), version);
    expect(told("ConversationId", "12.1")).toBe("14.0 or later");
    expect([told("ConversationId", "14.1"), told("ConversationId", undefined), told("To", "12.1")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("are told of one that was removed", () => {
    const old = open(
      '<Sync xmlns="AirSync"><Collections><Collection><Supported/></Collection></Collections></Sync>',
    );
    expect(tellOtherVersions(old, find("Supported", old), "12.1")).toBeUndefined();
    const body = open(
      '<Sync xmlns="AirSync" xmlns:e="Email"><Collections><e:Body>x</e:Body></Collections></Sync>',
    );
    expect(tellOtherVersions(body, find("Body", body), "14.1")).toBe("2.5 only");
  });
});

describe("a row in words", () => {
  it("is its name, its value, what that means, and what is wrong", () => {
    const mark = { severity: "error", counts: { error: 1, warning: 2, info: 1 } } as const;
    const words = tellRow(parts("Read"), "unread", mark, "changed");
    expect(words.name).toBe("Read, 0, unread, one error, 2 warnings, one note, changed");
    expect(words.tooltip).toBe(
      "Email:Read\n0 · unread\none error, 2 warnings, one note\nChanged since it was opened",
    );
    expect(words).toMatchObject({ meaning: "unread", icon: "error", change: "changed" });
  });

  it("is no more than there is", () => {
    expect(tellRow(parts("SyncKey"), undefined, undefined, "inside")).toEqual({
      name: "SyncKey, 5",
      tooltip: "AirSync:SyncKey\n5",
      meaning: "",
      icon: undefined,
      change: "",
    });
  });

  it("has no sign for a failure that has a name", () => {
    const mark = { severity: "failure", counts: { failure: 1 } } as const;
    expect(tellRow(parts("Read"), "InvalidSyncKey", mark, undefined).icon).toBeUndefined();
    expect(tellRow(parts("Read"), undefined, mark, undefined).icon).toBe("failure");
  });
});
