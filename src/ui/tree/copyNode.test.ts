import { expect, it } from "vitest";
import { decode } from "../../index";
import { hex } from "../../testing/bytes";
import { writeNodeCopy } from "./copyNode";

// Sync › Class "SMS", Class opaque "hi", Class opaque FF
const document = decode(hex("03 01 6A 00 45 50 03 53 4D 53 00 01 50 C3 02 68 69 01 50 C3 01 FF 01 01"));
const [root = -1, text = -1, words = -1, bytes = -1] = document.rows().nodes;

it("copies a value as text, or bytes in base64, and says which", () => {
  expect([text, words, bytes, root].map((node) => writeNodeCopy({ document, node }, "value"))).toEqual([
    { text: "SMS", what: "the value of Class" },
    { text: "hi", what: "the value of Class" },
    { text: "/w==", what: "the value of Class as base64" },
    undefined,
  ]);
});

it("copies an element as XML and as its bytes", () => {
  expect(writeNodeCopy({ document, node: text }, "XML")).toEqual({
    text: '<Class xmlns="AirSync">SMS</Class>',
    what: "Class as XML",
  });
  expect(writeNodeCopy({ document, node: text }, "hex")).toEqual({
    text: "50 03 53 4D 53 00 01",
    what: "7 bytes of Class as hex",
  });
});
