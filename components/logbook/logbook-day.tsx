import { EventSign } from "@/components/charts/event-marks";
import { Link } from "@/components/ui/link";
import { formatClock, formatDate } from "@/lib/format/date";
import { formatReading } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LogbookEntry } from "@/lib/glucose/logbook";
import type { EntryGlucose } from "@/lib/glucose/logbook-glucose";
import type { LogbookDay as Day } from "@/lib/glucose/logbook-page";
import type { Words } from "@/lib/i18n/translate";
import { changeWords, entryWords, totalsWords } from "./entry-words";
import styles from "./logbook-day.module.css";

/** The entries of one date, newest first, with the glucose around each; on a phone stacked rows. */
export function LogbookDay({
  day: { date, entries, totals },
  href,
  unit,
  words,
}: {
  readonly day: Day;
  readonly href: string;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const id = `day-${date}`;
  return (
    <section aria-labelledby={id} className={styles.day}>
      <div className={styles.heading}>
        <h2 id={id}>
          <Link href={href} className={styles.link}>
            {formatDate(date, { locale, style: "full" })}
          </Link>
        </h2>
        <p className={styles.totals}>{totalsWords(totals, words)}</p>
      </div>
      <table className={styles.table}>
        <caption className="visually-hidden">
          {t("logbook.caption", { date: formatDate(date, { locale, style: "full" }) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("logbook.columns.time")}</th>
            <th scope="col">{t("logbook.columns.entry")}</th>
            {(["before", "after", "change"] as const).map((column) => (
              <th key={column} scope="col" className={styles.glucose}>
                {t(`logbook.columns.${column}`)} <small>{unit}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={`${entry.kind} ${entry.id}`} entry={entry} unit={unit} words={words} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  entry,
  unit,
  words,
}: {
  readonly entry: LogbookEntry;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const { systemTime, displayOffsetMinutes, kind, glucose, othersBetween } = entry;
  return (
    <tr>
      <th scope="row">
        <time dateTime={new Date(systemTime).toISOString()}>
          {formatClock(systemTime, displayOffsetMinutes, { locale })}
        </time>
      </th>
      <td className={styles.entry}>
        <EventSign type={kind} />
        <span>
          {entryWords(entry, unit, words)}
          {glucose !== null && othersBetween > 0 ? (
            <span className={styles.between}>{t("logbook.between", { count: othersBetween })}</span>
          ) : null}
        </span>
      </td>
      {glucose === null ? (
        <td colSpan={3} className={styles.unsaid}>
          {t("logbook.notForVisits")}
        </td>
      ) : (
        <GlucoseCells glucose={glucose} unit={unit} words={words} />
      )}
    </tr>
  );
}

function GlucoseCells({
  glucose: { before, after, change },
  unit,
  words,
}: {
  readonly glucose: EntryGlucose;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const label = (column: "before" | "after" | "change") => t(`logbook.columns.${column}`);
  // On a phone, where there are no heads, each value carries its unit.
  const value = (text: string) => (
    <span className={styles.value} data-unit={unit}>
      {text}
    </span>
  );
  const muted = (text: string) => <span className={styles.muted}>{text}</span>;
  return (
    <>
      <td className={styles.glucose} data-label={label("before")}>
        {before === null ? muted(t("logbook.noReading")) : value(formatReading(before, unit, words))}
      </td>
      <td className={styles.glucose} data-label={label("after")}>
        {after.status === "there"
          ? value(formatReading(after.reading, unit, words))
          : muted(t(after.status === "awaited" ? "logbook.awaited" : "logbook.noReading"))}
      </td>
      <td className={styles.glucose} data-label={label("change")}>
        {change === null || before === null || after.status !== "there" ? (
          <span className={styles.muted}>
            <span aria-hidden="true">—</span>
            <span className="visually-hidden">{t("logbook.noChange")}</span>
          </span>
        ) : (
          value(changeWords({ before: before.value, after: after.reading.value }, unit, words))
        )}
      </td>
    </>
  );
}
