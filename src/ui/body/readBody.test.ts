import { describe, expect, it } from "vitest";
import type { LinkedDocument } from "../../document/open";
import { decode, encode } from "../../testing/codec";
import { findBodies } from "./findBody";
import { readBody, readRtfText, readSource } from "./readBody";

const item = (inside: string): LinkedDocument =>
  decode(
    encode(
      '<Sync xmlns="AirSync" xmlns:b="AirSyncBase" xmlns:e="Email" xmlns:i="ItemOperations">' +
        `<Collections><Collection><Commands><Add><ApplicationData>${inside}</ApplicationData></Add>` +
        "</Commands></Collection></Collections></Sync>",
    ).bytes,
  );
const read = (inside: string, parts: readonly Uint8Array[] = []) => {
  const document = item(inside);
  return readBody(document, findBodies(document, undefined).shown ?? -1, parts);
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (text: string): string => btoa(text);

describe("a body", () => {
  it("is what its Type says, with what is said about its size", () => {
    expect(
      read(
        "<b:Body><b:Type>1</b:Type><b:EstimatedDataSize>5</b:EstimatedDataSize><b:Data>Late!</b:Data></b:Body>",
      ),
    ).toEqual({
      kind: "plain",
      title: "Plain text, 5 characters",
      facts: ["EstimatedDataSize 5", "not truncated"],
      content: "Late!",
    });
    expect(
      read("<b:Body><b:Type>2</b:Type><b:Truncated>1</b:Truncated><b:Data>&lt;p&gt;</b:Data></b:Body>"),
    ).toEqual({ kind: "html", title: "HTML, 3 characters", facts: ["truncated"], content: "<p>" });
  });

  it("can be opaque: text is decoded, a mail stays bytes", () => {
    const opaque = (type: number) =>
      `<b:Body><b:Type>${type}</b:Type><b:Data><?opaque ${base64("Subject: x")}?></b:Data></b:Body>`;
    expect(read(opaque(1)).content).toBe("Subject: x");
    expect(read(opaque(4))).toMatchObject({ kind: "mime", content: utf8("Subject: x") });
    expect(read(opaque(4)).title).toBe("MIME, 10 bytes");
  });

  it("can be missing", () => {
    expect(read("<b:Body><b:Type>1</b:Type></b:Body>")).toMatchObject({
      title: "Plain text, not sent",
      content: undefined,
    });
  });

  it("can be in a part of the response", () => {
    const inPart = "<b:Body><b:Type>2</b:Type><i:Part>2</i:Part></b:Body>";
    expect(read(inPart, [utf8("one"), utf8("<p>two")])).toMatchObject({ kind: "html", content: "<p>two" });
    expect(read(inPart, [utf8("one")]).content).toBeUndefined();
  });

  it("of version 2.5 stands alone", () => {
    expect(
      read("<e:Body>old</e:Body><e:BodySize>9</e:BodySize><e:BodyTruncated>1</e:BodyTruncated>"),
    ).toEqual({
      kind: "plain",
      title: "Plain text, 3 characters",
      facts: ["BodySize 9", "truncated"],
      content: "old",
    });
  });

  it("that was fetched is decoded from base64", () => {
    expect(read(`<i:Data>${base64("a,b")}</i:Data>`)).toMatchObject({ kind: "data", content: "a,b" });
    expect(read("<i:Data>AAEC</i:Data>").content).toEqual(Uint8Array.of(0, 1, 2));
    expect(read("<i:Data>no base64!</i:Data>").content).toBe("no base64!");
  });
});

it("RTF is text if it is not compressed", () => {
  const rtf = "{\\rtf1 x}";
  expect(readRtfText(rtf)).toBe(rtf);
  expect(readRtfText(base64(rtf))).toBe(rtf);
  expect(readRtfText(base64(`\x15\0\0\0\x09\0\0\0MELA\0\0\0\0${rtf}`))).toBe(rtf);
  expect(readRtfText(base64("\x15\0\0\0\x09\0\0\0LZFu\0\0\0\0compressed"))).toBeUndefined();
});

it("the source of a mail is text, whatever its bytes are", () => {
  expect(readSource("Subject: ä")).toBe("Subject: ä");
  expect(readSource(utf8("Subject: ä"))).toBe("Subject: ä");
  expect(readSource(Uint8Array.of(0x61, 0xe4))).toBe("aä");
});
