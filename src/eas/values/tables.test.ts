import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCodePage, readInternetCodePage } from "./codePageNames";
import { findLocale } from "./locales";
import { readBodyType, readFilterType, readMimeSupport, readMimeTruncation } from "./syncOptions";

describe("code pages", () => {
  it.each([
    [1252, "windows-1252"],
    [20127, "us-ascii"],
    [28591, "iso-8859-1"],
    [28605, "iso-8859-15"],
    [50220, "iso-2022-jp"],
    [65001, "utf-8"],
    [936, "gb2312"],
  ])("%i is %s", (id, charset) => {
    expect(findCodePage(id)?.charset).toBe(charset);
    expect(readInternetCodePage(String(id)).problems).toEqual([]);
  });

  it("has charsets that the platform can decode", () => {
    const ids = [
      866, 874, 932, 936, 949, 950, 1200, 1201, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 20866,
      21866, 51932, 51949, 54936,
    ];
    for (const id of ids) expect(new TextDecoder(findCodePage(id)?.charset).encoding).not.toBe("");
    for (const part of [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15])
      expect(findCodePage(28590 + part)?.charset).toBe(`iso-8859-${part}`);
  });

  it.each([
    ["1", ["code-page-unknown"]],
    ["utf-8", ["code-page-number"]],
    ["", ["code-page-number"]],
  ])("reports problems in %j", (text, codes) => {
    expect(readInternetCodePage(text).problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe("locales", () => {
  it.each([
    [0x0409, "en-US", "English (United States)"],
    [0x0407, "de-DE", "German (Germany)"],
    [0x0804, "zh-CN", "Chinese (China)"],
    [0x0c0a, "es-ES", "Spanish (Spain)"],
  ])("%i is %s", (lcid, tag, name) => {
    expect(findLocale(lcid)).toEqual({ tag, name });
  });

  it("has a valid tag for each locale, with its language in the low ten bits", () => {
    const known = Array.from({ length: 0x10000 }, (_, lcid) => [lcid, findLocale(lcid)?.tag] as const).filter(
      ([, tag]) => tag !== undefined,
    );
    expect(known.length).toBeGreaterThan(220);
    for (const [lcid, tag = ""] of known) {
      expect(Intl.getCanonicalLocales(tag)).toHaveLength(1);
      if ((lcid & 0x3ff) === 0x09) expect(tag).toMatch(/^en-/);
      if ((lcid & 0x3ff) === 0x0c) expect(tag).toMatch(/^fr-/);
      if ((lcid & 0x3ff) === 0x01) expect(tag).toMatch(/^ar-/);
    }
    expect(findLocale(0)).toBeUndefined();
  });
});

describe("options", () => {
  it.each([
    [readFilterType, ["0", "1", "2", "3", "4", "5", "6", "7", "8"]],
    [readMimeSupport, ["0", "1", "2"]],
    [readBodyType, ["1", "2", "3", "4"]],
    [readMimeTruncation, ["0", "1", "2", "3", "4", "5", "6", "7", "8"]],
  ])("%o knows its values and no others", (read, values) => {
    for (let value = -1; value < 12; value++) {
      expect(read(String(value)).problems.map(({ code }) => code)).toEqual(
        values.includes(String(value)) ? [] : ["option-value"],
      );
    }
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => read(text).problems.length > 0 || values.includes(text.trim()),
      ),
    );
  });
});
