import type { Weekday } from "./profile";

/** The weekdays by the names that addresses give them. */
const WEEKDAY_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export const ALL_WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEKEND: readonly Weekday[] = [6, 7];

const GROUPS: readonly { readonly name: string; readonly weekdays: readonly Weekday[] }[] = [
  { name: "all", weekdays: ALL_WEEKDAYS },
  { name: "weekdays", weekdays: WORKDAYS },
  { name: "weekend", weekdays: WEEKEND },
];

/**
 * The weekdays that a text names, ascending: `all`, `weekdays` (Monday to Friday), `weekend`, or days by name, several
 * with commas between them (`sat`, `mon,wed`). Null for anything else, also for a day that is named twice.
 */
export function parseWeekdays(text: string): readonly Weekday[] | null {
  const group = GROUPS.find(({ name }) => name === text);
  if (group) return group.weekdays;
  const named = text.split(",");
  const days = ALL_WEEKDAYS.filter((day) => named.includes(nameOf(day)));
  return days.length === named.length ? days : null;
}

/** The one text for some weekdays, whatever their order: a group's name where they are one, else their names. */
export function writeWeekdays(weekdays: readonly Weekday[]): string {
  const days = ALL_WEEKDAYS.filter((day) => weekdays.includes(day));
  const group = GROUPS.find((one) => one.weekdays.join() === days.join());
  return group?.name ?? days.map(nameOf).join(",");
}

/**
 * The weekdays after one of them was chosen. All of them are no choice yet, so the first one chosen stands alone; after
 * that each is added or taken away. Taking away the last one leaves all.
 */
export function toggledWeekday(weekdays: readonly Weekday[], day: Weekday): readonly Weekday[] {
  if (isEveryDay(weekdays)) return [day];
  const next = ALL_WEEKDAYS.filter((one) => weekdays.includes(one) !== (one === day));
  return next.length === 0 ? ALL_WEEKDAYS : next;
}

export function isEveryDay(weekdays: readonly Weekday[]): boolean {
  return weekdays.length === ALL_WEEKDAYS.length;
}

function nameOf(day: Weekday): string {
  return WEEKDAY_NAMES[day - 1] ?? "";
}
