"use client";

import { useWords } from "@/components/i18n/use-words";
import { formatDate } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { epochDay, type LocalDate } from "@/lib/glucose/local-time";
import styles from "./a1c-drawing.module.css";
import { ChartSurface } from "./chart-surface";
import type { PlotMargin } from "./plot";

/** A laboratory value and the GMI before it, percent; the GMI is null where it is withheld. */
export interface A1cMark {
  readonly date: LocalDate;
  readonly lab: number;
  readonly gmi: number | null;
}

const MARGIN: PlotMargin = { top: 12, right: 28, bottom: 26, left: 36 };
/** Room around the values, percent; and around the dates, days. */
const PERCENT_ROOM = 0.5;
const DAYS_ROOM = 15;

/** Laboratory values as diamonds and the GMI before each as a circle, over the calendar; nothing between them is known. */
export function A1cDrawing({ marks }: { readonly marks: readonly A1cMark[] }) {
  const { t, locale } = useWords();
  const days = marks.map(({ date }) => epochDay(date));
  const values = marks.flatMap(({ lab, gmi }) => (gmi === null ? [lab] : [lab, gmi]));
  const from = Math.floor(Math.min(...values) - PERCENT_ROOM);
  const to = Math.ceil(Math.max(...values) + PERCENT_ROOM);
  const [firstDay, lastDay] = [(days[0] ?? 0) - DAYS_ROOM, (days.at(-1) ?? 0) + DAYS_ROOM];
  const xOf = (width: number) => (day: number) =>
    MARGIN.left + ((day - firstDay) / (lastDay - firstDay)) * (width - MARGIN.left - MARGIN.right);
  const percent = (value: number) => `${formatNumber(value, 1, locale)} %`;
  return (
    <ChartSurface
      label={t("charts.a1c.label")}
      page={1}
      marginFor={() => MARGIN}
      cursorAt={({ width }) => ({
        positions: days.map(xOf(width)),
        content: (index) => {
          const mark = marks[index];
          if (!mark) throw new Error("The cursor stands outside the values");
          const date = formatDate(mark.date, { locale, style: "full" });
          const gmi = mark.gmi === null ? "—" : percent(mark.gmi);
          return {
            title: date,
            value: formatNumber(mark.lab, 1, locale),
            unit: t("charts.a1c.unit"),
            band: null,
            lines: [{ label: t("charts.a1c.gmi"), value: gmi }],
            notes: [],
            spoken: t("charts.a1c.spoken", { date, lab: percent(mark.lab), gmi }),
          };
        },
      })}
    >
      {({ width, height }, active) => {
        const x = xOf(width);
        const y = (value: number) =>
          MARGIN.top + ((to - value) / (to - from)) * (height - MARGIN.top - MARGIN.bottom);
        const ticks = Array.from({ length: to - from + 1 }, (_, i) => from + i);
        const everyMark = Math.max(1, Math.ceil((marks.length * 90) / width));
        return (
          <svg width={width} height={height} className={styles.plot} aria-hidden="true">
            {ticks.map((value) => (
              <g key={value}>
                <line
                  x1={MARGIN.left}
                  x2={width - MARGIN.right}
                  y1={y(value)}
                  y2={y(value)}
                  className={styles.rule}
                />
                <text x={MARGIN.left - 8} y={y(value)} dy="0.35em" textAnchor="end" className={styles.tick}>
                  {value}
                </text>
              </g>
            ))}
            {marks.map(({ date, lab, gmi }, index) => {
              const at = x(days[index] ?? 0);
              return (
                <g key={`${date}-${lab}`} data-active={index === active || undefined} className={styles.mark}>
                  {gmi === null ? null : (
                    <>
                      <line x1={at} x2={at} y1={y(lab)} y2={y(gmi)} className={styles.gap} />
                      <circle cx={at} cy={y(gmi)} r="5" className={styles.gmi} />
                    </>
                  )}
                  <path d={`M${at} ${y(lab) - 7}l7 7-7 7-7-7z`} className={styles.lab} />
                  {index % everyMark === 0 ? (
                    <text x={at} y={height - 6} textAnchor="middle" className={styles.tick}>
                      {formatDate(date, { locale, style: "month-day" })}
                    </text>
                  ) : null}
                </g>
              );
            })}
          </svg>
        );
      }}
    </ChartSurface>
  );
}
