import { weekdayColumns } from "@/components/time/week";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Link } from "@/components/ui/link";
import type { Weekday } from "@/lib/glucose/profile";
import {
  ALL_WEEKDAYS,
  isEveryDay,
  toggledWeekday,
  WEEKEND,
  WORKDAYS,
  writeWeekdays,
} from "@/lib/glucose/weekday-sets";
import type { Words } from "@/lib/i18n/translate";
import styles from "./weekday-filter.module.css";

const GROUPS = [
  { id: "all", weekdays: ALL_WEEKDAYS },
  { id: "weekdays", weekdays: WORKDAYS },
  { id: "weekend", weekdays: WEEKEND },
] as const;

/** Which weekdays are drawn, each with its number of days: three groups, and single weekdays to add or take away. */
export function WeekdayFilter({
  chosen,
  datesByWeekday,
  hrefOf,
  words,
}: {
  readonly chosen: readonly Weekday[];
  /** From Monday to Sunday. */
  readonly datesByWeekday: readonly number[];
  readonly hrefOf: (weekdays: readonly Weekday[]) => string;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const countOf = (weekdays: readonly Weekday[]) =>
    weekdays.reduce((sum, weekday) => sum + (datesByWeekday[weekday - 1] ?? 0), 0);
  return (
    <div className={styles.filter}>
      <ChoiceLinks
        label={t("overlay.weekdays.label")}
        choices={GROUPS.map(({ id, weekdays }) => ({
          id,
          label: t("overlay.weekdays.choice", {
            name: t(`overlay.weekdays.${id}`),
            count: String(countOf(weekdays)),
          }),
          href: hrefOf(weekdays),
        }))}
        current={writeWeekdays(chosen)}
      />
      <nav aria-label={t("overlay.weekdays.byName")}>
        <ul className={styles.days}>
          {weekdayColumns(locale).map(({ weekday: iso, short, long }) => {
            const weekday = ALL_WEEKDAYS.find((one) => one === iso);
            if (weekday === undefined) return null;
            const isChosen = !isEveryDay(chosen) && chosen.includes(weekday);
            const action = isEveryDay(chosen) ? "only" : isChosen ? "remove" : "add";
            const count = countOf([weekday]);
            return (
              <li key={weekday}>
                <Link
                  href={hrefOf(toggledWeekday(chosen, weekday))}
                  className={styles.day}
                  aria-current={isChosen ? "true" : undefined}
                >
                  <span className="visually-hidden">
                    {t(`overlay.weekdays.${action}`, { weekday: long, count })}
                  </span>
                  <span aria-hidden="true">{short}</span>
                  <span className={styles.count} aria-hidden="true">
                    {count}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </div>
  );
}
