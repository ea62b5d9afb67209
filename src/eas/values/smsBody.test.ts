import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSeptets, gsmDefaultAlphabet, gsmExtension } from "./gsmAlphabet";
import { planSms, readSmsBody } from "./smsBody";

describe("the GSM alphabet", () => {
  it("has 128 codes, no character twice, and the letters at their ASCII codes", () => {
    const chars = Array.from(gsmDefaultAlphabet);
    expect(chars).toHaveLength(128);
    expect(new Set([...chars, ...gsmExtension.map(([char]) => char)]).size).toBe(138);
    for (const char of "AZaz09 !?") expect(chars.indexOf(char)).toBe(char.charCodeAt(0));
    expect([0x00, 0x02, 0x10, 0x24, 0x40, 0x5b, 0x5f, 0x60, 0x7b, 0x7f].map((code) => chars[code])).toEqual([
      "@",
      "$",
      "Δ",
      "¤",
      "¡",
      "Ä",
      "§",
      "¿",
      "ä",
      "à",
    ]);
  });

  it("counts one septet or two, and none for the escape itself", () => {
    expect(["a", "@", "€", "[", "\f"].map(countSeptets)).toEqual([1, 1, 2, 2, 2]);
    expect(["\u001B", "ç", "`", "😀", "’"].map(countSeptets)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("planSms", () => {
  const sizes = (text: string): number[] => planSms(text).segments.map(({ used }) => used);

  it.each([
    ["nothing", "", "gsm-7bit", [0]],
    ["160 septets", "a".repeat(160), "gsm-7bit", [160]],
    ["161 septets", "a".repeat(161), "gsm-7bit", [153, 8]],
    ["80 euro signs", "€".repeat(80), "gsm-7bit", [160]],
    ["an escape that would be torn apart", `${"a".repeat(152)}€${"b".repeat(10)}`, "gsm-7bit", [152, 12]],
    ["306 septets", "a".repeat(306), "gsm-7bit", [153, 153]],
    ["70 units", `ç${"a".repeat(69)}`, "ucs-2", [70]],
    ["71 units", `ç${"a".repeat(70)}`, "ucs-2", [67, 4]],
    ["a pair that would be torn apart", `${"ç".repeat(66)}😀${"a".repeat(9)}`, "ucs-2", [66, 11]],
  ])("splits %s", (_, text, encoding, expected) => {
    expect(planSms(text).encoding).toBe(encoding);
    expect(sizes(text)).toEqual(expected);
  });

  it("lists the characters that halve the capacity, each once", () => {
    expect(planSms("don’t – don’t").foreign).toEqual([
      { char: "’", from: 3 },
      { char: "–", from: 6 },
    ]);
  });

  it("splits any text into segments that fit, without splitting characters", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400, size: "max" }),
      fc.string({ unit: fc.constantFrom("a", "€", "[", "\n"), maxLength: 700, size: "max" }),
    );
    fc.assert(
      fc.property(text, (body) => {
        const { segments, encoding } = planSms(body);
        const limit =
          segments.length === 1 ? { "gsm-7bit": 160, "ucs-2": 70 } : { "gsm-7bit": 153, "ucs-2": 67 };
        expect(segments.map(({ from, to }) => body.slice(from, to)).join("")).toBe(body);
        for (const { used } of segments) expect(used).toBeLessThanOrEqual(limit[encoding]);
        if (body.isWellFormed())
          for (const { from, to } of segments) expect(body.slice(from, to).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("readSmsBody", () => {
  it("reads the body of the SMS example of [MS-ASMS] 4.3", () => {
    const { summary, problems } = readSmsBody("Make sure you get some rest!\n");
    expect(summary).toContain("29");
    expect(problems).toEqual([]);
  });

  it("points each segment and each costly character at its place", () => {
    const { rows } = readSmsBody(`’${"a".repeat(100)}`);
    expect(rows.filter(({ text }) => text !== undefined).map(({ text }) => text)).toEqual([
      { from: 0, to: 67 },
      { from: 67, to: 101 },
      { from: 0, to: 1 },
    ]);
  });

  it("reports a text that no phone could reassemble or that can't be encoded", () => {
    expect(readSmsBody("a".repeat(153 * 255)).problems).toEqual([]);
    expect(readSmsBody("a".repeat(153 * 255 + 1)).problems.map(({ code }) => code)).toEqual(["sms-too-long"]);
    expect(readSmsBody("\ud800").problems.map(({ code }) => code)).toEqual(["sms-not-unicode"]);
  });

  it("reads any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readSmsBody(text).kind === "sms-body"));
  });
});
