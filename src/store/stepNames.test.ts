import { describe, expect, it } from "vitest";
import { encodeXml } from "../document/encode";
import { elementName } from "../document/notation/names";
import { type LinkedDocument, openDocument } from "../document/open";
import { easCodeSpace } from "../eas/codeSpace";
import { isElement } from "../wbxml/tokenTable";
import { nameNode, nameValueChange, nameXmlEdit } from "./stepNames";

const xml = `<Sync xmlns="AirSync">
  <Collections>
    <Collection>
      <SyncKey>7</SyncKey>
      <CollectionId>15</CollectionId>
      <Options>
        <Class>SMS</Class>
        <FilterType>0</FilterType>
      </Options>
      <Options>
        <FilterType>2</FilterType>
      </Options>
    </Collection>
  </Collections>
</Sync>`;

function open(text: string): LinkedDocument {
  return openDocument(encodeXml(text, easCodeSpace).bytes, easCodeSpace, text);
}

/** The name of the edit that replaces a part of the text. */
const nameOf = (part: string, by: string): string | undefined => {
  expect(xml).toContain(part);
  return nameXmlEdit(open(xml), open(xml.replace(part, by)));
};

describe("the name of an edit of the XML", () => {
  it.each([
    ["<SyncKey>7<", "<SyncKey>0<", "Change SyncKey to 0"],
    ["<SyncKey>7<", "<SyncKey>78<", "Change SyncKey to 78"],
    ["<SyncKey>7</SyncKey>", "<SyncKey/>", "Empty SyncKey"],
    ["<FilterType>2<", "<FilterType>5<", "Change FilterType to 5 in Options"],
    ["<Class>SMS<", "<Class><?opaque U01T?><", "Change Class to 3 bytes"],
    ["<Class>SMS<", `<Class>${"long ".repeat(20)}<`, /^Change Class to long long .{10,20}…$/],
  ])("tells the element and its value: %s → %s", (part, by, name) => {
    expect(nameOf(part, by)).toMatch(name instanceof RegExp ? name : new RegExp(`^${name}$`));
  });

  it.each([
    ["        <Class>SMS</Class>\n", "", "Delete Class"],
    ["<SyncKey>7</SyncKey>\n      ", "", "Delete SyncKey"],
    ["        <FilterType>0</FilterType>\n", "", "Delete FilterType in Options"],
    ["<CollectionId>15</CollectionId>", "<CollectionId>15</CollectionId><GetChanges/>", "Add GetChanges"],
    [
      "<CollectionId>15</CollectionId>",
      "<DeletesAsMoves/><CollectionId>15</CollectionId>",
      "Add DeletesAsMoves",
    ],
    ["<SyncKey>7</SyncKey>\n      <CollectionId>15</CollectionId>", "", "Delete 2 elements"],
    ["<SyncKey>7</SyncKey>", "<CollectionId>7</CollectionId>", "Replace SyncKey with CollectionId"],
  ])("tells what was added or removed: %s → %s", (part, by, name) => {
    expect(nameOf(part, by)).toBe(name);
  });

  it("is not told if several things are different, or nothing but the layout", () => {
    const both = xml.replace("<SyncKey>7<", "<SyncKey>8<").replace("<FilterType>2<", "<FilterType>5<");
    expect(nameXmlEdit(open(xml), open(both))).toBeUndefined();
    expect(nameOf("\n      <SyncKey>", "<SyncKey>")).toBeUndefined();
  });

  it("has the names without prefixes, and the first element of an empty payload", () => {
    const empty = openDocument(Uint8Array.of(3, 1, 0x6a, 0), easCodeSpace);
    expect(nameXmlEdit(empty, open('<s:Ping xmlns:s="Ping"/>'))).toBe("Add Ping");
    const prefixed = xml.replace("<Class>SMS</Class>", '<b:Body xmlns:b="AirSyncBase"/>');
    expect(nameXmlEdit(open(xml), open(prefixed))).toBe("Replace Class with Body");
  });
});

describe("nameNode", () => {
  it("adds the element around it where there are others of the name", () => {
    const document = open(xml);
    const { tokens } = document.tree;
    const find = (name: string): number =>
      Array.from({ length: tokens.count }, (_, node) => node).findIndex(
        (node) => isElement(tokens, node) && elementName(document, node) === name,
      );
    expect(nameNode(document, find("SyncKey"))).toEqual({ name: "SyncKey", place: "" });
    expect(nameNode(document, find("FilterType"))).toEqual({ name: "FilterType", place: " in Options" });
  });
});

describe("nameValueChange", () => {
  it("tells the value", () => {
    expect(nameValueChange({ name: "SyncKey", place: "" }, "0")).toBe("Change SyncKey to 0");
    expect(nameValueChange({ name: "Data", place: "" }, Uint8Array.of(1))).toBe("Change Data to 1 byte");
    expect(nameValueChange({ name: "To", place: " in Add" }, "")).toBe("Empty To in Add");
    expect(nameValueChange({ name: "To", place: "" }, " ")).toBe("Change To to spaces");
  });
});
