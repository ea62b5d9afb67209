import { describe, expect, it } from "vitest";
import { hex } from "../../testing/bytes";
import { decode } from "../../testing/codec";
import { rootElement } from "../../wbxml/tree";
import { elementName } from "./names";

describe("the displayed name of an element", () => {
  it.each([
    ["03 01 6A 00 45 01", "Sync"],
    ["03 01 6A 00 00 11 7F 01", "_x3F"],
    ["03 01 6A 04 53 79 6E 00 44 00 01", "Syn"],
    ["03 01 6A 00 44 07 01", "LITERAL 7"],
  ])("of %s is %s", (bytes, name) => {
    const document = decode(hex(bytes));
    expect(elementName(document, rootElement(document.tree.tokens))).toBe(name);
  });
});
