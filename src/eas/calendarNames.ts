/** The days of the week, Sunday first, as DayOfWeek and time zones count them. */
export const weekdays = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

/** The months, January first. */
export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Which of the same weekdays of a month a number means, from 1 on; 5 is always the last one. */
export const weeksOfMonth = ["", "first", "second", "third", "fourth", "last"] as const;
