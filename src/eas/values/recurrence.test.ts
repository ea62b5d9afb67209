import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRecurrence, formatWeekdays, readRecurrence, readWeekdays } from "./recurrence";

const listCodes = (fields: Record<string, string>): string[] =>
  readRecurrence(fields).problems.map(({ code }) => code);

describe("recurrence in words", () => {
  it.each([
    [{ Type: "0", Interval: "1" }, "every day, without end"],
    [{ Type: "0", Interval: "3", Occurrences: "10" }, "every 3 days, 10 times"],
    [{ Type: "0", Interval: "1", DayOfWeek: "62" }, "every week on weekdays, without end"],
    [
      { Type: "1", Interval: "2", DayOfWeek: "34", Occurrences: "1" },
      "every 2 weeks on Monday and Friday, 1 time",
    ],
    [
      { Type: "1", DayOfWeek: "42", Until: "20101231T000000Z" },
      "every week on Monday, Wednesday and Friday, until 2010-12-31 00:00:00 UTC",
    ],
    [{ Type: "2", Interval: "1", DayOfMonth: "31" }, "every month on day 31, without end"],
    [{ Type: "3", WeekOfMonth: "5", DayOfWeek: "32" }, "every month on the last Friday, without end"],
    [{ Type: "3", WeekOfMonth: "5", DayOfWeek: "127" }, "every month on the last day, without end"],
    [{ Type: "3", WeekOfMonth: "2", DayOfWeek: "62" }, "every month on the second weekday, without end"],
    [{ Type: "3", WeekOfMonth: "1", DayOfWeek: "65" }, "every month on the first weekend day, without end"],
    [
      { Type: "5", DayOfMonth: "29", MonthOfYear: "2", CalendarType: "1" },
      "every year on February 29, without end",
    ],
    [
      {
        Type: "6",
        WeekOfMonth: "4",
        DayOfWeek: "16",
        MonthOfYear: "11",
        CalendarType: "8",
        IsLeapMonth: "1",
      },
      "every year on the fourth Thursday of November, by the Hebrew lunar calendar, in the leap month, " +
        "without end",
    ],
    [
      { Type: "0", Interval: "2", Regenerate: "1", DeadOccur: "0" },
      "every 2 days, counted from when the last one was completed, without end",
    ],
  ])("%j", (fields, text) => {
    expect(formatRecurrence(fields)).toBe(text);
    expect(listCodes(fields)).toEqual([]);
  });

  it.each([
    [{}, ["recurrence-missing"]],
    [{ Type: "4" }, ["recurrence-type"]],
    [{ Type: "1" }, ["recurrence-missing"]],
    [{ Type: "5", DayOfMonth: "1" }, ["recurrence-missing"]],
    [{ Type: "2", DayOfMonth: "1", DayOfWeek: "2" }, ["recurrence-superfluous"]],
    [{ Type: "0", Interval: "1000" }, ["recurrence-value"]],
    [{ Type: "0", Interval: "x" }, ["recurrence-value"]],
    [{ Type: "3", WeekOfMonth: "6", DayOfWeek: "128" }, ["recurrence-value", "recurrence-value"]],
    [{ Type: "0", CalendarType: "13" }, ["recurrence-value"]],
    [{ Type: "0", Until: "tomorrow" }, ["recurrence-value"]],
    [{ Type: "0", Until: "20101231T000000Z", Occurrences: "3" }, ["recurrence-two-ends"]],
  ])("%j has the problems %j", (fields: Record<string, string>, expected) => {
    expect(listCodes(fields)).toEqual(expected);
  });

  it("reads any fields", () => {
    const names = fc.constantFrom(
      "Type",
      "Interval",
      "DayOfWeek",
      "DayOfMonth",
      "WeekOfMonth",
      "MonthOfYear",
      "Until",
      "Occurrences",
      "CalendarType",
      "Regenerate",
      "x",
      "__proto__",
      "constructor",
    );
    const value = fc.oneof(
      fc.constant("constructor"),
      fc.integer({ min: -1, max: 140 }).map(String),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), (fields) => {
        expect(readRecurrence(fields).rows.map(({ label }) => label)).toEqual(Object.keys(fields));
      }),
    );
  });
});

describe("days of the week", () => {
  it("is the sum of its days", () => {
    for (let sum = 1; sum <= 127; sum++) {
      const { rows, problems } = readWeekdays(String(sum));
      expect(rows.reduce((total, { label }) => total + Number(label), 0)).toBe(sum);
      expect(problems).toEqual([]);
    }
  });

  it.each(["0", "128", "", "x", "1.5"])("is none of %j", (text) => {
    expect(formatWeekdays(Number(text))).toBeUndefined();
    expect(readWeekdays(text).problems.map(({ code }) => code)).toEqual(["day-of-week-value"]);
  });
});
