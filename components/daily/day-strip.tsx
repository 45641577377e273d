import { useId } from "react";
import { bandEdges } from "@/components/charts/glucose-axis";
import { SparklineStroke } from "@/components/charts/sparkline";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart } from "@/lib/glucose/day";
import type { LocalDate } from "@/lib/glucose/local-time";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import styles from "./day-strip.module.css";
import { StripAxis } from "./strip-axis";
import { StripLegend } from "./strip-legend";
import { StripRow } from "./strip-row";
import { percentInRange, type StripDay, stripRowLabel, unusualLength } from "./strip-words";

const ORDINARY_DAY_MINUTES = 1_440;

interface StripProps {
  readonly days: readonly StripDay[];
  /** The ends of the axis of glucose that all days share, mg/dL. */
  readonly domain: readonly [number, number];
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly dayHref: (date: LocalDate) => string;
}

/** Days under one another on one axis of time and one of glucose, each a link to itself. */
export function DayStrip({ days, domain, ranges, unit, words, dayHref }: StripProps) {
  const id = useId();
  const bounds = RANGE_SETS[ranges].bounds["mg/dL"];
  const axisMinutes = Math.max(ORDINARY_DAY_MINUTES, ...days.map(({ day }) => day.lengthMinutes));
  const [strokeId, hatchId] = [`${id}-stroke`, `${id}-hatch`];
  return (
    <div className={styles.strip}>
      <SparklineStroke id={strokeId} domain={domain} edges={bandEdges(bounds)} />
      <svg width="0" height="0" className={styles.definitions} aria-hidden="true">
        <defs>
          <pattern
            id={hatchId}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" x2="0" y1="0" y2="7" className={styles.hatch} />
          </pattern>
        </defs>
      </svg>
      <div className={styles.head}>
        <StripAxis axisMinutes={axisMinutes} locale={words.locale} />
      </div>
      <ol>
        {days.map(({ day, events }) => (
          <li key={day.date}>
            <Link
              href={dayHref(day.date)}
              className={styles.row}
              aria-label={stripRowLabel(day, unit, words)}
            >
              <RowDate day={day} words={words} />
              <StripRow
                day={day}
                events={events}
                axisMinutes={axisMinutes}
                domain={domain}
                target={{ from: bounds.low1, to: bounds.high1 }}
                strokeId={strokeId}
                hatchId={hatchId}
              />
              <RowFigures day={day} unit={unit} words={words} />
            </Link>
          </li>
        ))}
      </ol>
      <StripLegend days={days} hatchId={hatchId} words={words} />
    </div>
  );
}

function RowDate({ day, words: { t, locale } }: { readonly day: DayChart; readonly words: Words }) {
  const length = unusualLength(day);
  const hasMoved = day.clockChanges.some(({ kind }) => kind === "moved");
  return (
    <span className={styles.date}>
      <strong>{formatDate(day.date, { locale })}</strong>
      {length === null ? null : (
        <small>{t(hasMoved ? "days.moved" : "days.length", { duration: length })}</small>
      )}
    </span>
  );
}

function RowFigures({
  day,
  unit,
  words: { t, locale },
}: {
  readonly day: DayChart;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const percent = percentInRange(day);
  if (percent === null || day.summary.mean === null)
    return (
      <span className={styles.figures}>
        <small>{t("days.noReadings")}</small>
      </span>
    );
  return (
    <span className={styles.figures}>
      <span>
        <strong>{percent} %</strong> <small>{t("days.inRange")}</small>
      </span>
      <small>{t("days.averageOf", { value: formatGlucoseWithUnit(day.summary.mean, unit, locale) })}</small>
      {day.notYetAvailable || day.notFetchedYet.length > 0 ? <small>{t("days.soFar")}</small> : null}
    </span>
  );
}
