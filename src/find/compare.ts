import { parseDate } from "../eas/values/dateTime";
import { isNumber } from "./fieldTerm";
import type { Operator } from "./query";

/** Whether a value is as asked for. */
export type ValueTest = (value: string) => boolean;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The test of an operator and the value asked for. Two numbers are held against each other as numbers, two
 * dates as times (a date without time is its whole day in UTC), anything else as text without regard to case.
 * `contains` looks for a number as the whole value.
 */
export function valueTest(operator: Operator, wanted: string): ValueTest {
  if (operator === "contains") return containsTest(wanted);
  const sign = signTest(operator);
  const number = isNumber(wanted) ? wanted : undefined;
  const day = dayOf(wanted);
  const folded = wanted.toLowerCase();
  const isOrder = operator !== "=" && operator !== "!=";
  return (value) => {
    const trimmed = value.trim();
    if (number !== undefined && isNumber(trimmed)) return sign(compareNumbers(trimmed, number));
    const time = day === undefined ? undefined : parseDate(trimmed).time;
    if (day !== undefined && time !== undefined) return sign(time < day.start ? -1 : time < day.end ? 0 : 1);
    return !isOrder && sign(value.toLowerCase() === folded ? 0 : 1);
  };
}

function containsTest(wanted: string): ValueTest {
  if (isNumber(wanted)) {
    const isEqual = valueTest("=", wanted);
    return (value) => (isNumber(value.trim()) ? isEqual(value) : value.includes(wanted));
  }
  const pattern = literalPattern(wanted);
  return (value) => pattern.test(value);
}

/** A pattern that finds a text as it is, without regard to case. */
export function literalPattern(text: string, flags = ""): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), `iu${flags}`);
}

function signTest(operator: Exclude<Operator, "contains">): (sign: number) => boolean {
  switch (operator) {
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

/** Long whole numbers exactly, since identifiers are such; others as the nearest double. */
function compareNumbers(a: string, b: string): number {
  if (!a.includes(".") && !b.includes(".") && Math.max(a.length, b.length) > 15) {
    const [left, right] = [BigInt(a.replace("+", "")), BigInt(b.replace("+", ""))];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return Math.sign(Number(a) - Number(b));
}

/** The times that a date means: one, or a day. */
function dayOf(text: string): { readonly start: number; readonly end: number } | undefined {
  const { form, time } = parseDate(text);
  return time === undefined ? undefined : { start: time, end: time + (form === "date" ? DAY : 1) };
}
