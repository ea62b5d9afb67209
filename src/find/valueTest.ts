import { parseDate } from "../eas/values/dateTime";
import { isNumber } from "./quantity";
import type { Operator } from "./query";

/** Whether a value satisfies the query. */
export type ValueTest = (value: string) => boolean;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Creates the test for an operator and a value. Two numbers compare as numbers and two dates as times (a date
 * without a time is the whole day in UTC); anything else compares as text, ignoring case. `contains` with a
 * number tests for equality.
 */
export function createValueTest(operator: Operator, wanted: string): ValueTest {
  if (operator === "contains") return createContainsTest(wanted);
  const sign = createSignTest(operator);
  const number = isNumber(wanted) ? wanted : undefined;
  const day = parseTimeRange(wanted);
  const folded = wanted.toLowerCase();
  const isOrdering = operator !== "=" && operator !== "!=";
  return (value) => {
    const trimmed = value.trim();
    if (number !== undefined && isNumber(trimmed)) return sign(compareNumbers(trimmed, number));
    const time = day === undefined ? undefined : parseDate(trimmed).time;
    if (day !== undefined && time !== undefined) return sign(time < day.start ? -1 : time < day.end ? 0 : 1);
    return !isOrdering && sign(value.toLowerCase() === folded ? 0 : 1);
  };
}

function createContainsTest(wanted: string): ValueTest {
  if (isNumber(wanted)) {
    const isEqual = createValueTest("=", wanted);
    return (value) => (isNumber(value.trim()) ? isEqual(value) : value.includes(wanted));
  }
  return createTextTest("contains", wanted);
}

/** Creates a pattern that finds a text literally, ignoring case. */
export function createLiteralPattern(text: string, flags = ""): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), `iu${flags}`);
}

/** Creates the test of a text that is never read as a number or date; ignores case. */
export function createTextTest(operator: "contains" | "=", wanted: string): ValueTest {
  if (operator === "contains") {
    const pattern = createLiteralPattern(wanted);
    return (value) => pattern.test(value);
  }
  const folded = wanted.toLowerCase();
  return (value) => value.toLowerCase() === folded;
}

/** Creates the test of how a value compares with the one in the query: negative, 0 or positive. */
export function createSignTest(operator: Operator): (sign: number) => boolean {
  switch (operator) {
    case "contains":
    case "=":
      return (sign) => sign === 0;
    case "!=":
      return (sign) => sign !== 0;
    case "<":
      return (sign) => sign < 0;
    case "<=":
      return (sign) => sign <= 0;
    case ">":
      return (sign) => sign > 0;
    case ">=":
      return (sign) => sign >= 0;
  }
}

/** Compares long integers exactly, because identifiers can be that long, and other numbers as doubles. */
function compareNumbers(a: string, b: string): number {
  if (!a.includes(".") && !b.includes(".") && Math.max(a.length, b.length) > 15) {
    const [left, right] = [BigInt(a.replace("+", "")), BigInt(b.replace("+", ""))];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return Math.sign(Number(a) - Number(b));
}

/** The range of times that a date covers: an instant, or a whole day. */
function parseTimeRange(text: string): { readonly start: number; readonly end: number } | undefined {
  const { form, time } = parseDate(text);
  return time === undefined ? undefined : { start: time, end: time + (form === "date" ? DAY : 1) };
}
