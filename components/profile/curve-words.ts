import { formatDate } from "@/lib/format/date";
import type { ProfileChoice } from "@/lib/glucose/profile-choice";
import type { ProfileCurve } from "@/lib/glucose/profile-curve";
import { writeWeekdays } from "@/lib/glucose/weekday-sets";
import type { Words } from "@/lib/i18n/translate";

/** What tells two curves apart: their weekdays where the weekend lies over the week, else their dates. */
export function curveName(
  { period, weekdays }: ProfileCurve,
  compare: ProfileChoice["compare"],
  { t, locale }: Words,
): string {
  if (compare === "weekend")
    return t(writeWeekdays(weekdays) === "weekend" ? "profile.days.weekend" : "profile.days.weekdays");
  const write = (date: typeof period.from) => formatDate(date, { locale, style: "month-day" });
  return period.days === 1 ? write(period.from) : `${write(period.from)} – ${write(period.to)}`;
}
