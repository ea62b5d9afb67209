import { weekdays } from "../calendarNames";
import type { ElementValue } from "./element";

/** The days of the week as numbers, as in FirstDayOfWeek [MS-ASCAL 2.2.2.24, MS-ASTASK 2.2.2.13]. */
export const weekdayNumbers: readonly ElementValue[] = weekdays.map((meaning, day) => ({
  value: String(day),
  meaning,
}));

/** The days of the week as bits, which DayOfWeek adds up [MS-ASCAL 2.2.2.15, MS-ASTASK 2.2.2.10]. */
export const weekdayBits: readonly ElementValue[] = weekdays.map((meaning, day) => ({
  value: String(1 << day),
  meaning,
}));

/** The meaning of all seven bits together. */
export const everyDay: ElementValue = {
  value: "127",
  meaning:
    "Every day. In a pattern by week of the month (Type 3 or 6) it counts days of any name: with WeekOfMonth 5, the month's last day.",
};

/** The kinds of recurrence pattern [MS-ASCAL 2.2.2.45, MS-ASTASK 2.2.2.29]; 4 is not used. */
export const recurrenceTypes: readonly ElementValue[] = [
  {
    value: "0",
    meaning: "Daily: every Interval days. With DayOfWeek it is weekly: every Interval weeks, on those days.",
  },
  { value: "1", meaning: "Weekly: every Interval weeks, on the weekdays that DayOfWeek names." },
  { value: "2", meaning: "Monthly by date: every Interval months, on the day that DayOfMonth names." },
  {
    value: "3",
    meaning:
      "Monthly by weekday: every Interval months, on the DayOfWeek of the WeekOfMonth, such as the second Tuesday.",
  },
  { value: "5", meaning: "Yearly by date: every Interval years, on the DayOfMonth of the MonthOfYear." },
  {
    value: "6",
    meaning:
      "Yearly by weekday: every Interval years, on the DayOfWeek of the WeekOfMonth in the MonthOfYear.",
  },
];

/** The weeks of a month, or the occurrences of a weekday in it [MS-ASCAL 2.2.2.48, MS-ASTASK 2.2.2.33]. */
export const weeksOfMonth: readonly ElementValue[] = ["First", "Second", "Third", "Fourth", "Last"].map(
  (meaning, index) => ({
    value: String(index + 1),
    meaning,
  }),
);

const RESERVED = "reserved, must not be sent";

const calendarNames: readonly (readonly [value: number, name: string])[] = [
  [0, "The server's default, in practice Gregorian"],
  [1, "Gregorian"],
  [2, "Gregorian, United States"],
  [3, "Japanese, by the emperor's era"],
  [4, "Taiwan"],
  [5, "Korean, Tangun era"],
  [6, "Hijri, the Arabic lunar calendar"],
  [7, "Thai"],
  [8, "Hebrew, lunisolar"],
  [9, "Gregorian, Middle East French"],
  [10, "Gregorian, Arabic"],
  [11, "Gregorian, transliterated English"],
  [12, "Gregorian, transliterated French"],
  [14, "Japanese, lunisolar"],
  [15, "Chinese, lunisolar"],
  [16, `Saka era: ${RESERVED}`],
  [17, `Chinese lunar with the zodiac (Eto): ${RESERVED}`],
  [18, `Korean lunar with the zodiac (Eto): ${RESERVED}`],
  [19, `Japanese Rokuyo: ${RESERVED}`],
  [20, "Korean, lunisolar"],
  [23, `Um al-Qura: ${RESERVED}`],
];

/** The calendars that a pattern can use [MS-ASTASK 2.2.2.4]; 13, 21 and 22 are not assigned. */
export const calendarTypes: readonly ElementValue[] = calendarNames.map(([value, meaning]) => ({
  value: String(value),
  meaning,
}));

const unassigned = ["13", "21", "22"].map((value) => ({ value, meaning: `No calendar: ${RESERVED}` }));

/**
 * The same, including the unassigned numbers, which Calendar lists as reserved and Tasks does not list
 * [MS-ASCAL 2.2.2.10].
 */
export const allCalendarTypes: readonly ElementValue[] = [...calendarTypes, ...unassigned].toSorted(
  (a, b) => Number(a.value) - Number(b.value),
);
