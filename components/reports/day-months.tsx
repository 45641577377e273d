import { HeatMapCells } from "@/components/charts/heat-map-cells";
import { ShareLegend } from "@/components/charts/heat-map-legend";
import { dayLegend } from "@/components/days/day-words";
import { Months } from "@/components/days/month";
import { RangeMonth } from "@/components/days/range-month";
import type { DaySummary } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import styles from "./day-months.module.css";
import { LinkedSection } from "./linked-section";

export interface DayMonthsProps {
  readonly days: readonly DaySummary[];
  readonly lastDate: LocalDate;
  readonly words: Words;
  readonly hrefOf: (date: LocalDate) => string;
  /** The same days as curves, for the link beside the heading. */
  readonly calendarHref: string;
}

const DAYS_PER_WEEK = 7;
const WEEKS_PER_PAGE = 4;

/** The days of a long period as squares by month: their time in range in figures and as a tone, to compare at a glance. */
export function DayMonths({ days, lastDate, words, hrefOf, calendarHref }: DayMonthsProps) {
  const { t } = words;
  const months = [...Map.groupBy(days, ({ date }) => date.slice(0, 7)).entries()];
  return (
    <LinkedSection
      id="days"
      title={t("overview.dayGrid.title")}
      more={{ href: calendarHref, label: t("overview.dayGrid.calendar") }}
    >
      <p className={styles.note}>{t("overview.dayGrid.monthsNote")}</p>
      <HeatMapCells
        label={t("overview.dayGrid.title")}
        hint={t("calendar.range.hint")}
        columns={DAYS_PER_WEEK}
        page={WEEKS_PER_PAGE * DAYS_PER_WEEK}
      >
        <Months compact>
          {months.map(([month, ofMonth]) => (
            <RangeMonth key={month} days={ofMonth} lastDate={lastDate} words={words} dayHref={hrefOf} />
          ))}
        </Months>
        <ShareLegend words={words} {...dayLegend(words)} />
      </HeatMapCells>
    </LinkedSection>
  );
}
