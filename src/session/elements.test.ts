import { describe, expect, it } from "vitest";
import { hex } from "../testing/bytes";
import { decode, encode } from "../testing/codec";
import { rootElement } from "../wbxml/tree";
import { itemClassAt, readElements } from "./elements";

const SYNC = decode(
  encode(
    '<Sync xmlns="AirSync" xmlns:email="Email" xmlns:base="AirSyncBase"><Collections><Collection>' +
      "<SyncKey>1</SyncKey><CollectionId>é</CollectionId><Options><Class>SMS</Class></Options>" +
      "<Options><FilterType/></Options><Commands><Add><Class></Class><ClientId>7</ClientId>" +
      "<ApplicationData><email:To>a</email:To></ApplicationData></Add><Add><Class>SMS</Class>" +
      "<ApplicationData><email:To>b</email:To></ApplicationData></Add></Commands></Collection>" +
      "</Collections></Sync>",
  ).bytes,
);
const elements = readElements(SYNC);

function only(key: string): number {
  const [node = -1, ...others] = elements.all(key);
  expect(others).toEqual([]);
  return node;
}

describe("the elements of a document", () => {
  it("have keys and entries; other nodes have none", () => {
    const root = rootElement(SYNC.tree.tokens);
    expect(elements.key(root)).toBe("AirSync:Sync");
    expect(elements.entry(root)?.name).toBe("Sync");
    for (const other of [-1, 0, root + 10_000]) {
      expect(elements.key(other)).toBeUndefined();
      expect(elements.entry(other)).toBeUndefined();
    }
  });

  it("are read once per document", () => {
    expect(readElements(SYNC)).toBe(elements);
    expect(readElements(decode(SYNC.bytes))).not.toBe(elements);
  });

  it("have a parent; the root has -1", () => {
    expect(elements.key(elements.parent(only("AirSync:SyncKey")))).toBe("AirSync:Collection");
    expect(elements.parent(rootElement(SYNC.tree.tokens))).toBe(-1);
  });

  it("have children: all of them, or those with a key in order", () => {
    const collection = only("AirSync:Collection");
    expect(elements.children(collection).map(elements.key)).toEqual([
      "AirSync:SyncKey",
      "AirSync:CollectionId",
      "AirSync:Options",
      "AirSync:Options",
      "AirSync:Commands",
    ]);
    const options = elements.children(collection, "AirSync:Options");
    expect(options).toEqual(elements.all("AirSync:Options"));
    expect(elements.child(collection, "AirSync:Options")).toBe(options[0]);
    expect(elements.children(only("AirSync:FilterType"))).toEqual([]);
  });

  it("do not include those that are elsewhere or unknown to the catalogue", () => {
    const collection = only("AirSync:Collection");
    for (const key of ["AirSync:ApplicationData", "Email:To", "AirSync:NoSuchTag", ""]) {
      expect(elements.child(collection, key)).toBe(-1);
      expect(elements.children(collection, key)).toEqual([]);
      expect(elements.childText(collection, key)).toBeUndefined();
    }
    expect(elements.all("Settings:Set")).toEqual([]);
    expect(elements.all("AirSync:NoSuchTag")).toEqual([]);
    expect(elements.child(-1, "AirSync:Sync")).toBe(-1);
  });

  it("have the text of their content, regardless of the order of calls", () => {
    const collection = only("AirSync:Collection");
    expect(elements.childText(collection, "AirSync:CollectionId")).toBe("é");
    expect(elements.childText(collection, "AirSync:SyncKey")).toBe("1");
    expect(elements.text(only("AirSync:FilterType"))).toBe("");
    expect(elements.text(collection)).toBeUndefined();
    expect(elements.all("Email:To").map(elements.text)).toEqual(["a", "b"]);
  });

  it("join several strings, and have no text if there is opaque data", () => {
    const joined = decode(hex("03 01 6A 00 45 4B 03 31 00 03 32 00 01 01"));
    const opaque = decode(hex("03 01 6A 00 45 4B 03 31 00 C3 01 32 01 01"));
    expect(readElements(joined).childText(4, "AirSync:SyncKey")).toBe("12");
    expect(readElements(opaque).childText(4, "AirSync:SyncKey")).toBeUndefined();
  });

  it("include only those in the catalogue", () => {
    const literal = decode(hex("03 01 6A 04 53 79 6E 00 44 00 4B 03 31 00 01 01"));
    const root = rootElement(literal.tree.tokens);
    expect(readElements(literal).key(root)).toBeUndefined();
    expect(readElements(literal).childText(root, "AirSync:SyncKey")).toBe("1");
  });
});

describe("the class of the item that contains a node", () => {
  it("is that of the nearest Class with a text", () => {
    const [first = -1, second = -1] = elements.all("Email:To");
    expect(itemClassAt(SYNC, first)).toBeUndefined();
    expect(itemClassAt(SYNC, second)).toBe("SMS");
    const [sms = -1, other = -1] = elements.all("AirSync:Options");
    expect(itemClassAt(SYNC, sms)).toBe("SMS");
    expect(itemClassAt(SYNC, other)).toBeUndefined();
  });

  it("is unknown outside items", () => {
    expect(itemClassAt(SYNC, only("AirSync:Collections"))).toBeUndefined();
    expect(itemClassAt(SYNC, -1)).toBeUndefined();
  });
});
