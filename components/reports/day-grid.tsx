import { useId } from "react";
import { bandEdges, glucoseDomain } from "@/components/charts/glucose-axis";
import { Sparkline, SparklineStroke } from "@/components/charts/sparkline";
import { spanWith, strong } from "@/components/i18n/tags";
import { weekColumn, weekdayColumns } from "@/components/time/week";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/format/date";
import type { DaySummary } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import type { Words } from "@/lib/i18n/translate";
import styles from "./day-grid.module.css";
import { LinkedSection } from "./linked-section";

export interface DayGridProps {
  readonly days: readonly DaySummary[];
  readonly sparklines: readonly DaySparkline[];
  /** Those of the days' shares, which the curves are coloured by. */
  readonly ranges: RangeSetChoice;
  readonly words: Words;
  readonly hrefOf: (date: LocalDate) => string;
  /** The Daily page, for the link beside the heading. */
  readonly dailyHref: string;
}

/** The days as small multiples in calendar weeks: the same weekday always stands in the same column. */
export function DayGrid({ days, sparklines, ranges, words, hrefOf, dailyHref }: DayGridProps) {
  const { t, locale } = words;
  const strokeId = useId();
  const lineOf = new Map(sparklines.map((line) => [line.date, line]));
  const bounds = RANGE_SETS[ranges].bounds["mg/dL"];
  const target = { from: bounds.low1, to: bounds.high1 };
  const domain = glucoseDomain(sparklines.flatMap(({ lines }) => lines.flat().map(([, mgDl]) => mgDl)));
  return (
    <LinkedSection
      id="days"
      title={t("overview.dayGrid.title")}
      more={{ href: dailyHref, label: t("overview.dayGrid.open") }}
    >
      <SparklineStroke id={strokeId} domain={domain} edges={bandEdges(bounds)} />
      <div className={styles.heads} aria-hidden="true">
        {weekdayColumns(locale).map(({ weekday, short, narrow }) => (
          <span key={weekday}>
            <span className={styles.wide}>{short}</span>
            <span className={styles.narrow}>{narrow}</span>
          </span>
        ))}
      </div>
      <ol className={styles.days}>
        {days.map((day, index) => {
          const line = lineOf.get(day.date);
          return (
            <li
              key={day.date}
              className={classNames(index === 0 && styles[`column${weekColumn(day.date, locale)}`])}
            >
              <Link href={hrefOf(day.date)} className={styles.day}>
                <span className="visually-hidden">{dayLabel(day, line, words)}</span>
                <span aria-hidden="true">
                  <DayHead date={day.date} first={index === 0} locale={locale} />
                  <span className={styles.curve}>
                    {line && (line.lines.length > 0 || line.awaitedFromMinutes !== null) ? (
                      <Sparkline line={line} domain={domain} strokeId={strokeId} target={target} />
                    ) : null}
                  </span>
                  <DayFoot day={day} line={line} words={words} />
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </LinkedSection>
  );
}

function targetPercent({ targetShare }: DaySummary): string | null {
  return targetShare === null ? null : String(Math.round(targetShare * 100));
}

function isAwaited(line: DaySparkline | undefined): boolean {
  return (line?.awaitedFromMinutes ?? null) !== null;
}

/** The whole day as one phrase for screen readers. */
function dayLabel(day: DaySummary, line: DaySparkline | undefined, { t, locale }: Words): string {
  const date = formatDate(day.date, { locale, style: "full" });
  const percent = targetPercent(day);
  const awaited = isAwaited(line) ? t("overview.dayGrid.labelAwaited") : "";
  if (percent === null) return `${t("overview.dayGrid.labelNone", { date })}${awaited}`;
  const worn =
    day.activePercent < REPRESENTATIVE_ACTIVE_PERCENT_MIN
      ? t("overview.dayGrid.labelWorn", { percent: String(Math.floor(day.activePercent)) })
      : "";
  return `${t("overview.dayGrid.label", { date, percent })}${worn}${awaited}`;
}

/** "Nov 8"; on phones only "8", with the month on the first day and on every first of a month. */
function DayHead({
  date,
  first,
  locale,
}: {
  readonly date: LocalDate;
  readonly first: boolean;
  readonly locale: string;
}) {
  const number = Number(date.slice(-2));
  return (
    <span className={styles.date}>
      <span className={styles.wide}>{formatDate(date, { locale, style: "month-day" })}</span>
      <span className={styles.narrow}>
        {first || number === 1 ? formatDate(date, { locale, style: "month-day" }) : number}
      </span>
    </span>
  );
}

function DayFoot({
  day,
  line,
  words: { t },
}: {
  readonly day: DaySummary;
  readonly line: DaySparkline | undefined;
  readonly words: Words;
}) {
  const percent = targetPercent(day);
  const awaited = isAwaited(line) ? (
    <span className={styles.worn}>
      <span className={styles.wide}>{t("overview.dayGrid.awaited")}</span>
      <span className={styles.narrow}>{t("overview.dayGrid.soFar")}</span>
    </span>
  ) : null;
  if (percent === null)
    return (
      <span className={styles.none}>
        {t("overview.dayGrid.noReadings")}
        {awaited}
      </span>
    );
  return (
    <span className={styles.foot}>
      {t.rich("overview.dayGrid.inRange", {
        percent,
        strong,
        wide: spanWith(styles.wide),
      })}
      {day.activePercent < REPRESENTATIVE_ACTIVE_PERCENT_MIN ? (
        <span className={styles.worn}>
          {t("overview.dayGrid.worn", { percent: String(Math.floor(day.activePercent)) })}
        </span>
      ) : null}
      {awaited}
    </span>
  );
}
