import { addDays, daysBetween, type LocalDate } from "./local-time";
import type { Period } from "./period";

/** "2026-11-20" → "2026-11-01". */
function firstOfMonth(date: LocalDate): LocalDate {
  return addDays(date, 1 - Number(date.slice(8)));
}

/** The last date of the month in which a date lies. */
export function lastOfMonth(date: LocalDate): LocalDate {
  // Four weeks and a few days after the first is always in the next month.
  return addDays(firstOfMonth(addDays(firstOfMonth(date), 31)), -1);
}

/** The calendar months that a period touches, each whole but for the days that have not come yet, ascending. */
export function monthsTouched({ from, to }: Pick<Period, "from" | "to">, lastDate: LocalDate): Period[] {
  const until = to < lastDate ? to : lastDate;
  const months: Period[] = [];
  for (let first = firstOfMonth(from); first <= until; first = addDays(lastOfMonth(first), 1)) {
    const last = lastOfMonth(first);
    const end = last < lastDate ? last : lastDate;
    months.push({ from: first, to: end, days: daysBetween(first, end) + 1 });
  }
  return months;
}

/** The month of a date and the ones before it, `count` in all, up to that date. */
export function latestMonths(count: number, lastDate: LocalDate): Period {
  let from = firstOfMonth(lastDate);
  for (let month = 1; month < count; month += 1) from = firstOfMonth(addDays(from, -1));
  return { from, to: lastDate, days: daysBetween(from, lastDate) + 1 };
}
