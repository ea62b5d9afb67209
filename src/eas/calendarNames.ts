/** The days of the week, Sunday first, in the order that DayOfWeek and time zones use. */
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

/** The occurrence of a weekday in a month for each number, starting at 1; 5 is always the last. */
export const weeksOfMonth = ["", "first", "second", "third", "fourth", "last"] as const;
