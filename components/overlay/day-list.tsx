import { HeatMapCells } from "@/components/charts/heat-map-cells";
import { isThin, writeShare } from "@/components/days/day-words";
import { weekdayColumns } from "@/components/time/week";
import { formatDate } from "@/lib/format/date";
import type { DayTrace } from "@/lib/glucose/day-traces";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Weekday } from "@/lib/glucose/profile";
import { isEveryDay } from "@/lib/glucose/weekday-sets";
import { DayChoices } from "./day-choices";
import styles from "./day-list.module.css";
import { dayFacts, type OverlayReader } from "./overlay-words";

const DAYS_PER_WEEK = 7;
const DAYS_PER_PAGE = 28;

/** The days that are drawn, to be chosen from: in seven columns by weekday where all weekdays are there. */
export function DayList({
  days,
  weekdays,
  reader,
  hrefOf,
}: {
  readonly days: readonly DayTrace[];
  readonly weekdays: readonly Weekday[];
  readonly reader: OverlayReader;
  readonly hrefOf: (date: LocalDate) => string;
}) {
  const { t, locale } = reader.words;
  const byWeek = isEveryDay(weekdays);
  const columns = weekdayColumns(locale);
  const before = byWeek ? columns.findIndex(({ weekday }) => weekday === days[0]?.weekday) : 0;
  return (
    <section className={styles.list}>
      <h2>{t("overlay.days.title")}</h2>
      {byWeek ? (
        <div className={styles.heads} aria-hidden="true">
          {columns.map(({ weekday, short }) => (
            <span key={weekday}>{short}</span>
          ))}
        </div>
      ) : null}
      <HeatMapCells
        label={t("overlay.days.title")}
        hint={t("overlay.days.hint")}
        columns={byWeek ? DAYS_PER_WEEK : 1}
        page={byWeek ? DAYS_PER_PAGE : DAYS_PER_WEEK}
      >
        <DayChoices
          byWeek={byWeek}
          leading={columns.slice(0, before).map(({ long }) => long)}
          days={days.map((day, i) => ({
            date: day.date,
            href: hrefOf(day.date),
            label: labelOf(day, reader),
            name: nameOf(day, { byWeek, isFirst: i === 0, locale }),
            inRange: writeShare(day.targetShare),
            worn:
              isThin(day) && day.date !== reader.lastDate
                ? t("overlay.days.worn", { percent: String(Math.floor(day.activePercent)) })
                : null,
          }))}
        />
      </HeatMapCells>
    </section>
  );
}

/** In columns by weekday the month is said once, else each day has its whole name. */
function nameOf(
  { date }: DayTrace,
  { byWeek, isFirst, locale }: { byWeek: boolean; isFirst: boolean; locale: string },
): string {
  if (!byWeek) return formatDate(date, { locale });
  const day = date.slice(-2);
  return isFirst || day === "01" ? formatDate(date, { locale, style: "month-day" }) : String(Number(day));
}

function labelOf(day: DayTrace, reader: OverlayReader): string {
  const { t, locale } = reader.words;
  const date = formatDate(day.date, { locale, style: "full" });
  return day.count === 0
    ? t("overlay.days.none", { date })
    : t("overlay.days.label", { date, facts: dayFacts(day, reader).join(", ") });
}
