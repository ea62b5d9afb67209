import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isContentLines, parseContentLines, readContentLines } from "./contentLines";

const CALENDAR = [
  "BEGIN:VCALENDAR",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "UID:1",
  "SUMMARY:Lunch\\, then",
  "  work",
  'ATTENDEE;CN="Gray: Chris";RSVP=TRUE:mailto:chris@contoso.com',
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
const listCodes = (text: string): string[] => parseContentLines(text).problems.map(({ code }) => code);

describe("content lines", () => {
  it("unfolds, and keeps colons in quoted parameters out of the value", () => {
    const { lines, problems } = parseContentLines(CALENDAR);
    expect(problems).toEqual([]);
    expect(lines.map(({ name, value, depth }) => [name, value, depth])).toEqual([
      ["BEGIN", "VCALENDAR", 0],
      ["METHOD", "REQUEST", 1],
      ["BEGIN", "VEVENT", 1],
      ["UID", "1", 2],
      ["SUMMARY", "Lunch\\, then work", 2],
      ["ATTENDEE", "mailto:chris@contoso.com", 2],
      ["END", "VEVENT", 1],
      ["END", "VCALENDAR", 0],
    ]);
    expect(lines[5]?.parameters).toBe('CN="Gray: Chris";RSVP=TRUE');
    expect(CALENDAR.slice(lines[4]?.text.from, lines[4]?.text.to)).toBe("SUMMARY:Lunch\\, then\r\n  work");
  });

  it("shows the main properties without their escapes, at their lines", () => {
    const { kind, rows, summary } = readContentLines(CALENDAR);
    expect(kind).toBe("icalendar");
    expect(summary).toContain("Lunch, then work");
    expect(rows).toHaveLength(6);
    expect(rows.every(({ text }) => text !== undefined)).toBe(true);
  });

  it("reads a vCard with groups", () => {
    const card = "BEGIN:VCARD\nVERSION:3.0\nFN:Chris Gray\nitem1.TEL;TYPE=CELL:+1 425\nEND:VCARD";
    expect(readContentLines(card)).toMatchObject({ kind: "vcard", problems: [] });
    expect(parseContentLines(card).lines[3]).toMatchObject({
      name: "TEL",
      parameters: "TYPE=CELL",
      value: "+1 425",
    });
  });

  it.each([
    ["BEGIN:VCARD\nFN:A", ["component-unclosed"]],
    ["END:VCARD", ["component-unopened"]],
    [
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
      ["component-unopened", "component-unclosed", "component-unclosed"],
    ],
    ["BEGIN:VCARD\nno colon\nEND:VCARD", ["content-line"]],
  ])("%j has the problems %j", (text, expected) => {
    expect(listCodes(text)).toEqual(expected);
  });

  it("recognises one", () => {
    expect(["BEGIN:VCARD\r\n", "\nbegin:vcalendar\n", "BEGIN:VCARD"].map(isContentLines)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["BEGIN:VEVENT\n", "Hello BEGIN:VCARD", ""].map(isContentLines)).toEqual([false, false, false]);
  });

  it("reads any text, quickly", () => {
    const awkward = fc.string({
      unit: fc.constantFrom("BEGIN:", "END:", "VCARD", "\r\n", "\n ", ";", '"', ":", "A", "SUMMARY:"),
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), awkward), (text) => {
        for (const { text: place } of readContentLines(text).rows)
          expect(place?.to).toBeLessThanOrEqual(text.length);
      }),
    );
    const quotes = `A;${'"'.repeat(50_000)}`;
    expect(listCodes(quotes)).toEqual(["content-line"]);
  });
});
