import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareToSpan, parseDuration, parseSize, parseTimeSpan } from "./quantity";

describe("parseSize", () => {
  it.each([
    ["0", 0],
    ["500", 500],
    ["500 B", 500],
    ["10k", 10_240],
    ["10KB", 10_240],
    ["1.5 KiB", 1536],
    ["2m", 2_097_152],
    ["", undefined],
    ["k", undefined],
    ["-1", undefined],
    ["1g", undefined],
    ["1 k k", undefined],
    ["1constructor", undefined],
  ])("%j is %j", (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });
});

describe("parseDuration", () => {
  it.each([
    ["500ms", 500],
    ["2s", 2000],
    ["1.5 S", 1500],
    ["30 sec", 30_000],
    ["8 min", 480_000],
    ["8m", 480_000],
    ["0.5h", 1_800_000],
    ["2", undefined],
    ["s", undefined],
    ["1d", undefined],
  ])("%j is %j", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
});

const at = (time: string): number => Date.parse(time);

describe("parseTimeSpan", () => {
  it.each([
    ["2026-03-09", "2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z"],
    ["20260309", "2026-03-09T00:00:00Z", "2026-03-10T00:00:00Z"],
    ["2026-03-09T09:41", "2026-03-09T09:41:00Z", "2026-03-09T09:42:00Z"],
    ["2026-03-09 09:41:05", "2026-03-09T09:41:05Z", "2026-03-09T09:41:06Z"],
    ["2026-03-09T09:41:05.5z", "2026-03-09T09:41:05.5Z", "2026-03-09T09:41:05.501Z"],
    ["2026-03-09T09:41+01:00", "2026-03-09T08:41:00Z", "2026-03-09T08:42:00Z"],
    ["20260309T094105Z", "2026-03-09T09:41:05Z", "2026-03-09T09:41:06Z"],
  ])("%s is from %s to %s", (text, start, end) => {
    expect(parseTimeSpan(text)).toEqual({ start: at(start), end: at(end), isDaily: false });
  });

  it.each([
    ["09:41", "1970-01-01T09:41:00Z", "1970-01-01T09:42:00Z"],
    ["09:41:05", "1970-01-01T09:41:05Z", "1970-01-01T09:41:06Z"],
    ["00:00Z", "1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z"],
  ])("%s is from %s to %s of every day", (text, start, end) => {
    expect(parseTimeSpan(text)).toEqual({ start: at(start), end: at(end), isDaily: true });
  });

  it.each(["", "9", "9:41", "24:00", "09:60", "09:41+01:00", "2026-02-30", "2026-03-09T25:00", "T09:41"])(
    "%j is no time",
    (text) => {
      expect(parseTimeSpan(text)).toBeUndefined();
    },
  );

  it("every time is in the span of its own day, minute and time of day, and after those before", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("9999-12-30"), noInvalidDate: true }), (date) => {
        const text = date.toISOString();
        for (const part of [text, text.slice(0, 10), text.slice(0, 16), text.slice(11, 16), text.slice(11)]) {
          const span = parseTimeSpan(part);
          expect(span && compareToSpan(date.getTime(), span)).toBe(0);
        }
        const day = parseTimeSpan(text.slice(0, 10));
        expect(day && compareToSpan(day.end, day)).toBe(1);
        expect(day && compareToSpan(day.start - 1, day)).toBe(-1);
      }),
    );
  });
});
