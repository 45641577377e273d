import type { Instant } from "@/lib/clock";
import { formatClock, formatDate, formatDateRange, formatDateTime } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import type { Freshness } from "@/lib/glucose/figures";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { WORN_DAY_HOURS_MIN, WORN_DAY_PERCENT_MIN } from "@/lib/glucose/wear";
import type { WearCertificate as Certificate } from "@/lib/glucose/wear-certificate";
import type { Words } from "@/lib/i18n/translate";
import { CertificateRows } from "./certificate-rows";
import { gapMinutes } from "./gap-minutes";
import { modelWords } from "./model-words";
import { WearBars } from "./wear-bars";
import styles from "./wear-certificate.module.css";

export interface WearCertificateProps {
  readonly certificate: Certificate;
  /** For each generation the products that it can stand for. */
  readonly models: readonly (readonly string[])[];
  /** The first date that Dexcom has readings for; null until that is known. */
  readonly firstDate: LocalDate | null;
  readonly freshness: Freshness;
  readonly words: Words;
}

/** One sheet of paper that says how much a sensor was worn. It holds no glucose value. */
export function WearCertificate({ certificate, models, firstDate, freshness, words }: WearCertificateProps) {
  const { t, locale } = words;
  const { days, wear, rows, rowsBy, cadenceMinutes } = certificate;
  const hours = String(WORN_DAY_HOURS_MIN);
  const percent = String(WORN_DAY_PERCENT_MIN);
  return (
    <article className={styles.sheet} aria-labelledby="certificate" data-own-paper="">
      <h1 id="certificate">{t("certificate.heading")}</h1>
      <dl className={styles.person}>
        {(["nameLine", "birthLine"] as const).map((line) => (
          <div key={line}>
            <dt>{t(`certificate.${line}`)}</dt>
            <dd>
              <span className="visually-hidden">{t("certificate.byHand")}</span>
            </dd>
          </div>
        ))}
      </dl>
      <dl className={styles.facts}>
        {factsOf({ certificate, models, firstDate, words }).map(({ term, text, isMain }) => (
          <div key={term} data-main={isMain || undefined}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <WearBars days={days} label={t("certificate.strip", { percent })} words={words} />
      <CertificateRows rows={rows} rowsBy={rowsBy} wear={wear} words={words} />
      <Gaps certificate={certificate} words={words} />
      <section aria-labelledby="certificate-how">
        <h2 id="certificate-how">{t("certificate.how")}</h2>
        <p className={styles.how}>
          {t("certificate.howText", {
            minutes: formatNumber(cadenceMinutes, 0, locale),
            hours,
            gap: gapMinutes(cadenceMinutes, locale),
          })}
        </p>
      </section>
      <Footer freshness={freshness} words={words} />
    </article>
  );
}

function factsOf({
  certificate: { period, wear, sensors, transmitters },
  models,
  firstDate,
  words,
}: Omit<WearCertificateProps, "freshness">): {
  readonly term: string;
  readonly text: string;
  readonly isMain?: true;
}[] {
  const { t, locale } = words;
  const number = (value: number) => formatNumber(value, 0, locale);
  const ofDays = (days: number) => t("certificate.ofDays", { days: number(days), all: number(wear.days) });
  return [
    {
      term: t("certificate.period"),
      text: t("certificate.periodDays", {
        range: formatDateRange(period.from, period.to, { locale }),
        count: period.days,
      }),
    },
    // Days before the first reading count as days without: the page says so where there are some.
    ...(firstDate !== null && firstDate > period.from
      ? [{ term: t("certificate.firstReading"), text: formatDate(firstDate, { locale, style: "full" }) }]
      : []),
    {
      term: t("certificate.active"),
      text: `${Math.floor(wear.activePercent)} % · ${t("certificate.activeOf", { observed: number(wear.observed), expected: number(wear.expected) })}`,
      isMain: true,
    },
    { term: t("certificate.withReadings"), text: ofDays(wear.daysWithReadings), isMain: true },
    {
      term: t("certificate.byPercent", { percent: String(WORN_DAY_PERCENT_MIN) }),
      text: ofDays(wear.daysByPercent),
    },
    { term: t("certificate.byHours", { hours: String(WORN_DAY_HOURS_MIN) }), text: ofDays(wear.daysByHours) },
    {
      term: t("certificate.model"),
      text: modelWords(models, words),
    },
    {
      term: t("certificate.sensors"),
      text: sensors === null ? t("certificate.sensorsNotTold", { count: transmitters }) : number(sensors),
    },
  ];
}

function Gaps({
  certificate: { gaps, gapsInAll, cadenceMinutes },
  words: { t, locale },
}: Pick<WearCertificateProps, "certificate" | "words">) {
  return (
    <section aria-labelledby="certificate-gaps">
      <h2 id="certificate-gaps">{t("certificate.gaps.title")}</h2>
      {gaps.length === 0 ? (
        <p>{t("certificate.gaps.none", { minutes: gapMinutes(cadenceMinutes, locale) })}</p>
      ) : (
        <ol className={styles.gaps}>
          {gaps.map(({ from, to, minutes, displayOffsetMinutes }) => (
            <li key={from}>
              {t("certificate.gaps.item", {
                duration: formatDuration(minutes),
                from: formatDateTime(from, displayOffsetMinutes, { locale }),
                to: formatDateTime(to, displayOffsetMinutes, { locale }),
              })}
            </li>
          ))}
        </ol>
      )}
      {gapsInAll > gaps.length ? (
        <p className={styles.more}>{t("certificate.gaps.more", { count: gapsInAll - gaps.length })}</p>
      ) : null}
    </section>
  );
}

function Footer({
  freshness: { now, dataThrough, checkedThrough, displayOffsetMinutes },
  words: { t, locale },
}: Pick<WearCertificateProps, "freshness" | "words">) {
  // With the year: a certificate is read long after it was made.
  const time = (instant: Instant | null) =>
    instant === null
      ? "—"
      : `${formatDate(localDateOf(instant, displayOffsetMinutes), { locale, style: "full" })}, ${formatClock(instant, displayOffsetMinutes, { locale })}`;
  return (
    <footer className={styles.footer}>
      <p>{t("certificate.dataThrough", { time: time(dataThrough), checked: time(checkedThrough) })}</p>
      <p>{t("certificate.made", { time: time(now) })}</p>
      <p>
        {t("certificate.origin")} {t("certificate.notice")}
      </p>
    </footer>
  );
}
