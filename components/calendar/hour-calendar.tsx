import { ChartFrame } from "@/components/charts/chart-frame";
import type { ChartTable } from "@/components/charts/chart-table";
import { HeatMapCells } from "@/components/charts/heat-map-cells";
import { GlucoseLegend, ShareLegend } from "@/components/charts/heat-map-legend";
import { writeShare } from "@/components/days/day-words";
import { type WeekdayColumn, weekdayColumns } from "@/components/time/week";
import { formatHour } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import {
  DAYS_PER_WEEK,
  HOURS_PER_DAY,
  WEEKDAY_HOUR_DATES_MIN,
  type WeekdayHour,
} from "@/lib/glucose/weekday-hours";
import type { Words } from "@/lib/i18n/translate";
import styles from "./hour-calendar.module.css";
import { HourCell } from "./hour-cell";
import { type HourValue, hoursSummary } from "./hour-words";

export interface HourCalendarProps {
  /** 168 cells, by hour, then from Monday to Sunday. */
  readonly cells: readonly WeekdayHour[];
  readonly value: HourValue;
  /** Those of the cells. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

const HOURS_PER_PAGE = 6;

/** Each hour of each weekday as a square: hours run down, weekdays stand side by side. */
export function HourCalendar({ cells, value, ranges, unit, words }: HourCalendarProps) {
  const { t, locale } = words;
  const columns = weekdayColumns(locale);
  const title = t(value === "mean" ? "calendar.hours.meanTitle" : "calendar.hours.rangeTitle");
  const signs = {
    hatched: t("calendar.legend.fewDates", { count: WEEKDAY_HOUR_DATES_MIN }),
    none: t("calendar.legend.noReadings"),
  };
  return (
    <ChartFrame
      title={title}
      unit={value === "mean" ? unit : t("calendar.hours.rangeUnit")}
      note={t("calendar.hours.note", { count: WEEKDAY_HOUR_DATES_MIN })}
      summary={hoursSummary(cells, columns, { value, unit, words })}
      table={tableOf(cells, columns, { value, unit, words })}
      size="content"
      words={words}
    >
      <HeatMapCells
        label={title}
        hint={t("calendar.hours.hint")}
        columns={DAYS_PER_WEEK}
        page={HOURS_PER_PAGE * DAYS_PER_WEEK}
        idle={t("calendar.hours.idle")}
      >
        {/* A grid of cells that the arrow keys move through is a table with this role. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
        <table role="grid" aria-label={title} className={styles.grid}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                <span className="visually-hidden">{t("calendar.hours.hour")}</span>
              </th>
              {columns.map(({ weekday, short, narrow, long }) => (
                <th key={weekday} scope="col" aria-label={long}>
                  <span className={styles.wide}>{short}</span>
                  <span className={styles.narrow}>{narrow}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(cells, columns).map(({ hour, row }) => (
              <tr key={hour}>
                <th scope="row">{formatHour(hour * 60, { locale })}</th>
                {row.map(({ cell, column }, place) => (
                  <HourCell
                    key={column.weekday}
                    cell={cell}
                    column={column}
                    value={value}
                    ranges={ranges}
                    unit={unit}
                    words={words}
                    isStop={hour === 0 && place === 0}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.counts}>{t("calendar.hours.counts")}</p>
        {value === "mean" ? (
          <GlucoseLegend ranges={ranges} unit={unit} words={words} {...signs} />
        ) : (
          <ShareLegend words={words} {...signs} />
        )}
      </HeatMapCells>
    </ChartFrame>
  );
}

interface HourRow {
  readonly hour: number;
  readonly row: readonly { readonly cell: WeekdayHour; readonly column: WeekdayColumn }[];
}

function rowsOf(cells: readonly WeekdayHour[], columns: readonly WeekdayColumn[]): HourRow[] {
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) => ({
    hour,
    row: columns.flatMap((column) => {
      const cell = cells[hour * DAYS_PER_WEEK + column.weekday - 1];
      return cell ? [{ cell, column }] : [];
    }),
  }));
}

/** The same numbers with the dates behind each. */
function tableOf(
  cells: readonly WeekdayHour[],
  columns: readonly WeekdayColumn[],
  { value, unit, words: { t, locale } }: Pick<HourCalendarProps, "value" | "unit" | "words">,
): ChartTable {
  const write = ({ mean, targetShare, dates }: WeekdayHour) => {
    if (mean === null) return "—";
    const number = value === "mean" ? formatGlucose(mean, unit, locale) : writeShare(targetShare);
    return `${number} (${t("calendar.hours.dates", { dates })})`;
  };
  return {
    columns: [t("calendar.hours.hour"), ...columns.map(({ long }) => long)],
    rows: rowsOf(cells, columns).map(({ hour, row }) => [
      formatHour(hour * 60, { locale }),
      ...row.map(({ cell }) => write(cell)),
    ]),
  };
}
