import { Sparkline } from "@/components/charts/sparkline";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/format/date";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Pattern } from "@/lib/glucose/patterns/pattern";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import { HourMarks } from "./hour-marks";
import { hoursOnDate } from "./marked-hours";
import styles from "./pattern-days.module.css";

/** How the small curves of a page are drawn: all on one scale, with the stroke that the page defines once. */
export interface CurveDrawing {
  readonly domain: readonly [number, number];
  readonly strokeId: string;
}

/** So few curves are drawn larger. */
const FEW = 2;
/** As many at most as fit side by side on a phone. */
const SIDE_BY_SIDE = 3;

/** The newest days on which a pattern happened, as small curves with its hours marked, each a link to that day. */
export function PatternDays({
  pattern,
  curves,
  drawing,
  shown,
  dayHref,
  words: { t, locale },
}: {
  readonly pattern: Pattern;
  readonly curves: ReadonlyMap<LocalDate, DaySparkline>;
  readonly drawing: CurveDrawing;
  /** How many days at most. */
  readonly shown: number;
  readonly dayHref: (date: LocalDate) => string;
  readonly words: Words;
}) {
  const dates = pattern.dates.slice(-shown);
  if (dates.length === 0) return null;
  return (
    <ol
      className={classNames(styles.days, layoutOf(dates.length, shown))}
      aria-label={t("patterns.card.days")}
    >
      {dates.map((date) => {
        const curve = curves.get(date);
        return (
          <li key={date}>
            <Link href={dayHref(date)} className={styles.day}>
              <span className="visually-hidden">
                {t("patterns.card.dayLink", { date: formatDate(date, { locale, style: "full" }) })}
              </span>
              <span aria-hidden="true">
                <span className={styles.curve}>
                  {curve ? <HourMarks hours={hoursOnDate(pattern, curve.lengthMinutes)} /> : null}
                  {curve ? <Sparkline line={curve} {...drawing} /> : null}
                </span>
                <span className={styles.date}>{formatDate(date, { locale })}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function layoutOf(dates: number, shown: number): string | undefined {
  if (dates <= FEW) return styles.few;
  return shown <= SIDE_BY_SIDE ? styles.sideBySide : styles.many;
}
