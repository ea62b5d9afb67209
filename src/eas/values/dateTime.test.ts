import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCompactDate, formatDateTime, parseDate, readDate } from "./dateTime";

const listCodes = (text: string): string[] => parseDate(text).problems.map(({ code }) => code);

describe("dates", () => {
  it.each([
    ["2000-12-25T08:35:00.000Z", "dateTime", "2000-12-25T08:35:00.000Z"],
    ["2009-01-08T00:14:36Z", "dateTime", "2009-01-08T00:14:36.000Z"],
    ["2011-03-10T11:29:18.534Z", "dateTime", "2011-03-10T11:29:18.534Z"],
    ["20091027T163000Z", "compact", "2009-10-27T16:30:00.000Z"],
    ["2008-02-29T24:00:00Z", "dateTime", "2008-03-01T00:00:00.000Z"],
    ["0099-01-01T00:00:00Z", "dateTime", "0099-01-01T00:00:00.000Z"],
    ["2026-11-22", "date", "2026-11-22T00:00:00.000Z"],
  ])("reads %s as %s", (text, form, iso) => {
    const { time = Number.NaN, ...rest } = parseDate(text);
    expect(rest).toEqual({ form, problems: [] });
    expect(new Date(time).toISOString()).toBe(iso);
  });

  it.each([
    ["2000-12-25T08:35:00+01:00", ["date-not-utc"], { from: 19, to: 25 }],
    ["20001225T083500", ["date-not-utc"], { from: 15, to: 15 }],
    ["2001-02-29T00:00:00Z", ["date-invalid"], { from: 8, to: 10 }],
    ["2001-13-01T00:00:00Z", ["date-invalid"], { from: 5, to: 7 }],
    ["2001-01-01T24:00:01Z", ["date-invalid"], { from: 11, to: 13 }],
    ["2001-01-01T23:60:00Z", ["date-invalid"], { from: 14, to: 16 }],
    [" 20001332T000000Z", ["date-invalid", "date-invalid", "date-spaces"], { from: 5, to: 7 }],
    ["", ["not-a-date"], { from: 0, to: 0 }],
    ["2001-01-01 00:00", ["not-a-date"], { from: 0, to: 16 }],
  ])("%j has the problems %j at %j", (text, expected, place) => {
    expect(listCodes(text)).toEqual(expected);
    expect(parseDate(text).problems[0]?.text).toEqual(place);
  });

  it("counts a time zone in", () => {
    expect(parseDate("2000-12-25T08:35:00+01:30").time).toBe(Date.UTC(2000, 11, 25, 7, 5));
    expect(parseDate("2000-12-25T08:35:00-01:30").time).toBe(Date.UTC(2000, 11, 25, 10, 5));
  });

  it("reports an element written in the other form", () => {
    expect(readDate("20091027T163000Z", "dateTime").problems.map(({ code }) => code)).toEqual(["date-form"]);
    expect(readDate("20091027T163000Z", "compact").problems).toEqual([]);
    expect(readDate("2009-10-27T16:30:00Z").problems).toEqual([]);
  });

  it("reads back every date it writes, in both forms", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("0001-01-01T00:00:00Z"),
          max: new Date("9999-12-31T23:59:59.999Z"),
          noInvalidDate: true,
        }),
        (date) => {
          const time = date.getTime();
          expect(parseDate(formatDateTime(time))).toEqual({ form: "dateTime", time, problems: [] });
          expect(parseDate(formatCompactDate(time))).toEqual({
            form: "compact",
            time: Math.floor(time / 1000) * 1000,
            problems: [],
          });
        },
      ),
    );
  });

  it("reads any text, and never returns both a date and a problem that there is none", () => {
    const digits = fc.stringMatching(/^\d{4}-?\d\d-?\d\dT\d\d:?\d\d:?\d\d(\.\d{1,4})?Z?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), digits), (text) => {
        const { time } = parseDate(text);
        expect(listCodes(text).some((code) => code === "date-invalid" || code === "not-a-date")).toBe(
          time === undefined,
        );
        expect(readDate(text).rows.length > 0).toBe(time !== undefined);
      }),
    );
  });
});
