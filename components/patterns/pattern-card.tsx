import { useId } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { ProfilePoint } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Pattern } from "@/lib/glucose/patterns/pattern";
import { patternWords } from "@/lib/glucose/patterns/pattern-words";
import { quantitiesFor } from "@/lib/glucose/patterns/quantity-writing";
import { type DaySparkline, PATTERN_CURVES_MAX } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import { chanceWords } from "./chance-words";
import styles from "./pattern-card.module.css";
import { type CurveDrawing, PatternDays } from "./pattern-days";
import { PatternProfile } from "./pattern-profile";
import { PatternRule } from "./pattern-rule";

/** What all pattern cards of a page share. */
export interface PatternCardContext {
  /** The small curve of each date of the period. */
  readonly curves: ReadonlyMap<LocalDate, DaySparkline>;
  readonly drawing: CurveDrawing;
  readonly unit: GlucoseUnit;
  readonly dayHref: (date: LocalDate) => string;
  readonly words: Words;
}

const DAYS_SHOWN = 7;

/** One pattern that was found: what, how often, how likely by chance, on which dates, and by which rule. */
export function PatternCard({
  pattern,
  points,
  ...context
}: PatternCardContext & {
  readonly pattern: Pattern;
  /** The period's hourly profile; empty where it may not be shown. */
  readonly points: readonly ProfilePoint[];
}) {
  const id = useId();
  const { unit, words, curves, drawing, dayHref } = context;
  const { title, finding } = patternWords(words, quantitiesFor(unit, words.locale));
  return (
    <article className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h3 id={id}>{title(pattern)}</h3>
          <p className={styles.finding}>{finding(pattern)}</p>
          <ChanceLine pattern={pattern} words={words} />
        </div>
        {points.length === 0 ? null : <PatternProfile pattern={pattern} points={points} words={words} />}
      </div>
      <PatternDays
        pattern={pattern}
        curves={curves}
        drawing={drawing}
        shown={DAYS_SHOWN}
        dayHref={dayHref}
        words={words}
      />
      <div className={styles.more}>
        <AllDates pattern={pattern} dayHref={dayHref} words={words} />
        <PatternRule result={pattern} unit={unit} words={words} />
      </div>
    </article>
  );
}

/** The same in a few lines, for a page that shows several among other things. */
export function CompactPatternCard({
  pattern,
  ...context
}: PatternCardContext & { readonly pattern: Pattern }) {
  const id = useId();
  const { unit, words, curves, drawing, dayHref } = context;
  const { title, finding } = patternWords(words, quantitiesFor(unit, words.locale));
  return (
    <article className={styles.compact} aria-labelledby={id}>
      <h3 id={id}>{title(pattern)}</h3>
      <p>{finding(pattern)}</p>
      <p className={styles.label}>{chanceWords(pattern.chance, words).label}</p>
      <PatternDays
        pattern={pattern}
        curves={curves}
        drawing={drawing}
        shown={PATTERN_CURVES_MAX}
        dayHref={dayHref}
        words={words}
      />
    </article>
  );
}

function ChanceLine({ pattern, words }: { readonly pattern: Pattern; readonly words: Words }) {
  const { label, sentence } = chanceWords(pattern.chance, words);
  return (
    <p className={styles.chance}>
      <strong>{label}.</strong> {sentence}
    </p>
  );
}

/** Every date, where the curves show only the newest. */
function AllDates({
  pattern: { dates },
  dayHref,
  words: { t, locale },
}: Pick<PatternCardContext, "dayHref" | "words"> & { readonly pattern: Pattern }) {
  if (dates.length <= DAYS_SHOWN) return null;
  return (
    <Disclosure
      className={styles.details}
      summary={
        <>
          <Icon name="down" size={12} />
          {t("patterns.card.all", { shown: String(DAYS_SHOWN), count: String(dates.length) })}
        </>
      }
    >
      <ul className={styles.dates}>
        {dates.map((date) => (
          <li key={date}>
            <Link href={dayHref(date)}>{formatDate(date, { locale })}</Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
