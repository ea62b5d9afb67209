import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../../bytes/base64";
import { type ChangeRule, formatChangeRule, formatOffset, readTimeZone } from "./timeZone";

type Date8 = readonly [number, number, number, number, number, number, number, number];

interface Zone {
  readonly bias: number;
  readonly names?: readonly [string, string];
  readonly standard?: Date8;
  readonly daylight?: Date8;
  readonly daylightBias?: number;
}

/** Encodes a TimeZone independently: the project itself has no encoder for it. */
function zoneBytes({ bias, names = ["", ""], standard, daylight, daylightBias = -60 }: Zone): Uint8Array {
  const bytes = new Uint8Array(172);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, bias, true);
  names.forEach((name, half) =>
    Array.from(name).forEach((char, i) => view.setUint16(4 + half * 84 + i * 2, char.charCodeAt(0), true)),
  );
  standard?.forEach((value, i) => view.setUint16(68 + i * 2, value, true));
  daylight?.forEach((value, i) => view.setUint16(152 + i * 2, value, true));
  view.setInt32(168, daylightBias, true);
  return bytes;
}

const berlin = zoneBytes({
  bias: -60,
  names: ["W. Europe", "W. Europe DST"],
  standard: [0, 10, 0, 5, 3, 0, 0, 0],
  daylight: [0, 3, 0, 5, 2, 0, 0, 0],
});
const read = (bytes: Uint8Array): ReturnType<typeof readTimeZone> => readTimeZone(toBase64(bytes));
const listCodes = (bytes: Uint8Array): string[] => read(bytes).problems.map(({ code }) => code);

describe("TimeZone", () => {
  it("shows both rules as dates and every field at its bytes", () => {
    const { rows, summary, problems } = read(berlin);
    expect(problems).toEqual([]);
    expect(rows.map(({ range }) => [range?.start, range?.end])).toEqual([
      [0, 4],
      [4, 68],
      [68, 84],
      [84, 88],
      [88, 152],
      [152, 168],
      [168, 172],
    ]);
    expect(rows[2]?.value).toBe("last Sunday of October at 03:00");
    expect(rows[5]?.value).toBe("last Sunday of March at 02:00");
    expect(summary).toContain("UTC+01:00");
    expect(summary).toContain("UTC+02:00");
  });

  it("reads the zone without daylight saving time that clients send for UTC: 172 zero bytes", () => {
    const { summary, problems } = read(zoneBytes({ bias: 0, daylightBias: 0 }));
    expect(summary).toContain("UTC+00:00");
    expect(problems).toEqual([]);
  });

  it.each([
    [480, "UTC-08:00"],
    [-330, "UTC+05:30"],
    [0, "UTC+00:00"],
  ])("a bias of %i is %s", (bias, text) => {
    expect(formatOffset(bias)).toBe(text);
  });

  it.each([
    [{ month: 11, day: 1, hour: 2 }, "first Sunday of November at 02:00"],
    [{ month: 0, day: 5 }, "never"],
    [{ year: 2006, month: 10, day: 29, hour: 2 }, "2006-10-29 at 02:00, in that year only"],
    [
      { month: 9, day: 4, dayOfWeek: 6, hour: 23, minute: 59, second: 59, milliseconds: 999 },
      "fourth Saturday of September at 23:59:59.999",
    ],
    [{ month: 13, day: 9, dayOfWeek: 9 }, "number 9 weekday 9 of month 13 at 00:00"],
  ])("puts %j in words", (rule, text) => {
    const nothing: ChangeRule = {
      year: 0,
      month: 0,
      dayOfWeek: 0,
      day: 0,
      hour: 0,
      minute: 0,
      second: 0,
      milliseconds: 0,
    };
    expect(formatChangeRule({ ...nothing, ...rule })).toBe(text);
  });

  it.each([
    ["too short", berlin.subarray(0, 171), ["time-zone-length"]],
    ["too long", Uint8Array.of(...berlin, 0), ["time-zone-length"]],
    [
      "an hour 24",
      zoneBytes({ bias: 0, standard: [0, 10, 0, 5, 24, 0, 0, 0], daylight: [0, 3, 0, 5, 2, 0, 0, 0] }),
      ["time-zone-rule"],
    ],
    [
      "a sixth Sunday",
      zoneBytes({ bias: 0, standard: [0, 10, 0, 6, 2, 0, 0, 0], daylight: [0, 3, 0, 5, 2, 0, 0, 0] }),
      ["time-zone-rule"],
    ],
    ["one rule alone", zoneBytes({ bias: 0, standard: [0, 10, 0, 5, 2, 0, 0, 0] }), ["time-zone-one-rule"]],
    ["text after the end of a name", zoneBytes({ bias: 0, names: ["a\0b", ""] }), ["time-zone-name-rest"]],
    ["an offset of a day", zoneBytes({ bias: 1440 }), ["time-zone-offset", "time-zone-offset"]],
  ])("reports problems in %s", (_, bytes, expected) => {
    expect(listCodes(bytes)).toEqual(expected);
  });

  it("points at the rest of a name that is not zero", () => {
    expect(read(zoneBytes({ bias: 0, names: ["a\0b", ""] })).problems[0]?.range).toEqual({
      start: 6,
      end: 68,
    });
  });

  it("reads any bytes and any text, and every row lies in the value", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200, size: "max" }),
        fc.string({ unit: "binary" }),
        (bytes, text) => {
          for (const { range } of read(bytes).rows) expect(range?.end).toBeLessThanOrEqual(bytes.length);
          expect(readTimeZone(text).kind).toBe("time-zone");
        },
      ),
    );
  });
});
