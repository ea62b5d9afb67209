import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEpoch, readTime, toMilliseconds, zoneProblems } from "./time";

const at = Date.UTC(2026, 10, 28, 10, 0, 5);

describe("readTime", () => {
  it.each([
    ["ISO 8601 in UTC", "2026-11-28T10:00:05Z", at],
    ["with an offset", "2026-11-28T11:00:05+01:00", at],
    ["with an offset west of Greenwich", "2026-11-28T04:30:05-05:30", at],
    ["with seven digits, as Fiddler writes", "2026-11-28T11:00:05.1234567+01:00", at + 123],
    ["with a comma", "2026-11-28 10:00:05,5 UTC", at + 500],
    ["of the common log format", "28/Nov/2026:11:00:05 +0100", at],
    ["of ctime with a zone that is clear", "Sat Nov 28 10:00:05 UTC 2026", at],
  ])("reads a time %s", (_what, text, expected) => {
    expect(readTime(text)).toEqual({ at: expected, hasZone: true });
  });

  it.each([
    ["2026-11-28T10:00:05", at],
    ["2026-11-28 10:00:05.25", at + 250],
    ["11/28/2026 10:00:05", at],
    ["11/28/2026 10:00:05 AM", at],
    ["11/28/2026 10:00:05 PM", at + 12 * 3_600_000],
    ["28/11/2026 10:00:05", at],
    ["28.11.2026 10:00:05", at],
    ["Sat Nov 28 10:00:05 CET 2026", at],
    ["Sat Nov  8 10:00:05 2026", at - 20 * 86_400_000],
  ])("says that %s has no zone", (text, expected) => {
    expect(readTime(text)).toEqual({ at: expected, hasZone: false });
  });

  it.each([
    "",
    "yesterday",
    "2026-13-01T00:00:00Z",
    "2026-11-32T00:00:00Z",
    "2026-11-28T25:00:00Z",
    "0001-01-01T00:00:00",
    "99999-01-01T00:00:00Z",
    "1e400",
    "2026-11-28T10:00:05 XYZ",
  ])("reads nothing from %j", (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  it("gives whole numbers that a Date can hold, or nothing", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        ),
        (text) => {
          const time = readTime(text);
          expect(time === undefined || (Number.isSafeInteger(time.at) && time.at >= 0)).toBe(true);
        },
      ),
    );
  });
});

it.each([
  ["1700000000.000000000", 1_700_000_000_000],
  ["1700000001.000999928", 1_700_000_001_001],
  [" 1 ", 1000],
  ["2023-11-14T22:13:20.123456789Z", 1_700_000_000_123],
  ["", undefined],
  ["-1", undefined],
  ["1e9", undefined],
  ["170000000000000", undefined],
])("%j as Wireshark exports it is %j", (text, time) => {
  expect(readEpoch(text)).toBe(time);
});

it("durations are whole numbers, or not there", () => {
  expect([12.6, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, "5", null].map(toMilliseconds)).toEqual([
    13,
    0,
    ...Array.from({ length: 6 }),
  ]);
});

it("one problem covers all times without a zone", () => {
  expect(zoneProblems(0)).toEqual([]);
  expect([zoneProblems(1), zoneProblems(30)].map((problems) => problems.map(({ code }) => code))).toEqual([
    ["time-without-zone"],
    ["time-without-zone"],
  ]);
});
