import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { hex } from "../../testing/bytes";
import { readHtml, readPlainText, readRtf } from "./bodyText";

const listCodes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }): string[] =>
  problems.map(({ code }) => code);

describe("readHtml", () => {
  const listRows = (html: string): string[] =>
    readHtml(html)
      .rows.filter(({ text }) => text !== undefined)
      .map(({ label }) => label);

  it.each([
    ['<img src="https://example.com/p.gif">', ["Remote content"]],
    ["<IMG SRC=//example.com/p.gif>", ["Remote content"]],
    ['<td background="http://example.com/b">', ["Remote content"]],
    ["<style>a{background:url(http://example.com/b)}</style>", ["Remote content"]],
    ['<link rel=stylesheet href="https://example.com/s.css">', ["Remote content"]],
    ["<script>alert(1)</script>", ["Script"]],
    ["<body onload=alert(1)>", ["Event handler"]],
    ['<a href="javascript:alert(1)">', ["Script link"]],
    ['<iframe src="x">', ["Frame or object"]],
    ['<a href="https://example.com/">harmless until clicked</a><img src="cid:1">', []],
  ])("counts what %s would do: %j", (html, expected) => {
    expect(listRows(html)).toEqual(expected);
  });

  it("points at each, and shows the title", () => {
    const html = '<title>News</title><p><img src="http://a/b">';
    const { rows } = readHtml(html);
    expect(rows.find(({ label }) => label === "Title")?.value).toBe("News");
    expect(rows.find(({ label }) => label === "Remote content")?.text).toEqual({ from: 27, to: 42 });
  });

  it("stays fast on adversarial text", () => {
    for (const unit of ["<a ", "<link ", "<script ", 'src="', "<a on", " ", "src= ", " on", "href", "url("]) {
      const text = `<link src=${unit.repeat(200_000)}`;
      const started = performance.now();
      expect(readHtml(text).kind).toBe("html");
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });

  it("reads any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => readHtml(text).kind === "html" && listCodes(readHtml(text)).length === 0,
      ),
    );
  });
});

describe("readPlainText", () => {
  it("counts characters and lines, and reports mixed line ends", () => {
    expect(readPlainText("a\r\nb\nc").rows.map(({ value }) => value)).toEqual(["6", "3", "both CRLF and LF"]);
    expect(readPlainText("").rows.map(({ value }) => value)).toEqual(["0", "0"]);
    expect(readPlainText("BEGIN:VCARD\r\nEND:VCARD").kind).toBe("vcard");
  });
});

describe("readRtf", () => {
  const header = hex("2D000000 2B000000 4C5A4675 F1C5C7A7");

  it("reads the header of compressed RTF", () => {
    const whole = Uint8Array.of(...header, ...new Uint8Array(0x2d + 4 - 16));
    expect(listCodes(readRtf(toBase64(whole)))).toEqual([]);
    expect(readRtf(toBase64(whole)).rows.map(({ range }) => range?.end)).toEqual([4, 8, 12, 16]);
    expect(listCodes(readRtf(toBase64(header)))).toEqual(["rtf-length"]);
  });

  it("recognises RTF text, in base64 or not", () => {
    expect(listCodes(readRtf(btoa("{\\rtf1 a}")))).toEqual([]);
    expect(listCodes(readRtf("{\\rtf1 a}"))).toEqual(["rtf-not-base64"]);
    expect(listCodes(readRtf("AAAA"))).toEqual(["rtf-unknown"]);
  });

  it("reads any text and any bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.uint8Array(), (text, bytes) => {
        expect(readRtf(text).kind).toBe("rtf");
        expect(readRtf(toBase64(bytes)).kind).toBe("rtf");
      }),
    );
  });
});
