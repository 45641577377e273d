import { useId } from "react";
import { writeEdge } from "@/components/charts/band-words";
import { ChartFrame } from "@/components/charts/chart-frame";
import type { ChartTable } from "@/components/charts/chart-table";
import { bandEdges, glucoseDomain } from "@/components/charts/glucose-axis";
import { HeatMapCells } from "@/components/charts/heat-map-cells";
import { ShareLegend } from "@/components/charts/heat-map-legend";
import { SparklineStroke } from "@/components/charts/sparkline";
import { dayLabel, dayLegend, writeShare } from "@/components/days/day-words";
import { Month, MonthDays, Months } from "@/components/days/month";
import { RangeMonth } from "@/components/days/range-month";
import { formatDate } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "@/lib/glucose/local-time";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import { CurveDay } from "./curve-day";
import styles from "./month-calendar.module.css";
import type { CalendarMonthView } from "./month-view";

export interface MonthCalendarProps {
  readonly show: "range" | "curves";
  readonly months: readonly CalendarMonthView[];
  /** Needed for curves only. */
  readonly sparklines: readonly DaySparkline[];
  readonly lastDate: LocalDate;
  /** Those of the months and their days. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly dayHref: (date: LocalDate) => string;
}

const DAYS_PER_WEEK = 7;
const WEEKS_PER_PAGE = 4;

/** The months of a period, the same weekday always in the same column; each day is a link. */
export function MonthCalendar(props: MonthCalendarProps) {
  const { show, months, ranges, unit, words } = props;
  const { t, locale } = words;
  const { low1, high1 } = RANGE_SETS[ranges].bounds[unit];
  const bounds = {
    low: writeEdge(low1, unit, locale),
    high: `${writeEdge(high1, unit, locale)} ${unit}`,
  };
  const title = t(show === "range" ? "calendar.range.title" : "calendar.curves.title");
  return (
    <ChartFrame
      title={title}
      unit={show === "range" ? t("calendar.range.unit") : unit}
      note={t(show === "range" ? "calendar.range.note" : "calendar.curves.note", bounds)}
      summary={summaryOf(months, ranges, words)}
      table={tableOf(months, unit, words)}
      size="content"
      words={words}
    >
      <HeatMapCells
        label={title}
        hint={t("calendar.range.hint")}
        columns={DAYS_PER_WEEK}
        page={WEEKS_PER_PAGE * DAYS_PER_WEEK}
      >
        {show === "range" ? <RangeMonths {...props} /> : <CurveMonths {...props} />}
      </HeatMapCells>
    </ChartFrame>
  );
}

function RangeMonths({ months, lastDate, words, dayHref }: MonthCalendarProps) {
  return (
    <>
      <Months>
        {months.map((month) => (
          <RangeMonth
            key={month.period.from}
            days={month.days}
            facts={monthFacts(month, words)}
            lastDate={lastDate}
            words={words}
            dayHref={dayHref}
          />
        ))}
      </Months>
      <ShareLegend words={words} {...dayLegend(words)} />
    </>
  );
}

function CurveMonths({ months, sparklines, lastDate, ranges, words, dayHref }: MonthCalendarProps) {
  const strokeId = useId();
  const bounds = RANGE_SETS[ranges].bounds["mg/dL"];
  const curves = new Map(sparklines.map((curve) => [curve.date, curve]));
  const domain = glucoseDomain(sparklines.flatMap(({ lines }) => lines.flat().map(([, mgDl]) => mgDl)));
  return (
    <>
      <SparklineStroke id={strokeId} domain={domain} edges={bandEdges(bounds)} />
      <div className={styles.curves}>
        {months.map((month) => (
          <Month
            key={month.period.from}
            date={month.period.from}
            facts={monthFacts(month, words)}
            locale={words.locale}
          >
            <MonthDays days={month.days} locale={words.locale}>
              {(day) => (
                <CurveDay
                  day={day}
                  curve={curves.get(day.date)}
                  domain={domain}
                  target={{ from: bounds.low1, to: bounds.high1 }}
                  strokeId={strokeId}
                  label={dayLabel(day, { lastDate, words })}
                  href={dayHref(day.date)}
                  words={words}
                />
              )}
            </MonthDays>
          </Month>
        ))}
      </div>
    </>
  );
}

/** "72 % in range · sensor active 96 %", or only what the month's readings carry. */
function monthFacts({ bands, verdict, coverage }: CalendarMonthView, { t }: Words): string {
  if (coverage.observed === 0) return t("calendar.month.none");
  const active = t("calendar.month.active", { percent: String(Math.floor(coverage.activePercent)) });
  const target = bands.find(({ band }) => band === "target");
  if (target === undefined || verdict.status === "insufficient") return active;
  const percent = target.underOne ? "< 1 %" : `${target.percent} %`;
  return `${t("calendar.month.inRange", { percent })} · ${active}`;
}

/** How many days have readings, and on how many of them time in range was above the common goal, where there is one. */
function summaryOf(months: readonly CalendarMonthView[], ranges: RangeSetChoice, { t }: Words): string {
  const goal = RANGE_SETS[ranges].goals.target?.bound;
  const shares = months.flatMap(({ days }) => days.flatMap(({ targetShare }) => targetShare ?? []));
  const worn = t("calendar.summary", { days: shares.length });
  if (goal === undefined) return worn;
  const above = shares.filter((share) => 100 * share > goal).length;
  return `${worn} ${t("calendar.aboveGoal", { goal: String(goal), above: String(above) })}`;
}

function tableOf(months: readonly CalendarMonthView[], unit: GlucoseUnit, { t, locale }: Words): ChartTable {
  return {
    columns: [
      t("calendar.table.day"),
      t("calendar.table.inRange"),
      t("calendar.table.below"),
      t("calendar.table.above"),
      `${t("calendar.table.mean")} (${unit})`,
      t("calendar.table.active"),
    ],
    rows: months.flatMap(({ days }) =>
      days.map(({ date, targetShare, belowShare, aboveShare, mean, activePercent }) => [
        formatDate(date, { locale, style: "full" }),
        writeShare(targetShare),
        writeShare(belowShare),
        writeShare(aboveShare),
        mean === null ? "—" : formatGlucose(mean, unit, locale),
        `${Math.floor(activePercent)} %`,
      ]),
    ),
  };
}
