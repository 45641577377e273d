import { BandSwatch } from "@/components/charts/band-swatch";
import { BANDS_FROM_TOP, bandName } from "@/components/charts/band-words";
import { formatGlucose, formatGlucoseWithUnit } from "@/lib/format/glucose";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart } from "@/lib/glucose/day";
import type { Words } from "@/lib/i18n/translate";
import styles from "./day-figures.module.css";

interface FiguresProps {
  readonly day: DayChart;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** The day in two numbers and its bands. A single day is a look back, not a measure: no goals here. */
export function DayFigures({ day, unit, words }: FiguresProps) {
  const { summary, bands, withExcluded } = day;
  const { t, locale } = words;
  if (summary.count === 0 || summary.mean === null)
    return (
      <p className="muted">
        {withExcluded === null
          ? t("daily.figures.none")
          : `${t("daily.figures.allExcluded")} ${t("daily.figures.withOnly", withFacts(withExcluded, unit, words))}`}
      </p>
    );
  return (
    <section aria-label={t("daily.figures.label")}>
      <div className={styles.figures}>
        <dl className={styles.numbers}>
          <div>
            <dt>{t("daily.figures.average")}</dt>
            <dd>
              {formatGlucose(summary.mean, unit, locale)} <small>{unit}</small>
            </dd>
          </div>
          <div>
            <dt>{t("daily.figures.active")}</dt>
            <dd>
              {Math.floor(summary.activePercent)} <small>%</small>
            </dd>
          </div>
        </dl>
        <dl className={styles.bands}>
          {BANDS_FROM_TOP.map((band) => {
            const share = bands.find((one) => one.band === band);
            return share ? (
              <div key={band}>
                <dt>
                  <BandSwatch band={band} className={styles.swatch} />
                  {bandName(band, words)}
                </dt>
                <dd>
                  {bandPercent(share)} <small>%</small>
                </dd>
              </div>
            ) : null;
          })}
        </dl>
      </div>
      {withExcluded === null ? null : (
        <p className={styles.without}>{t("daily.figures.without", withFacts(withExcluded, unit, words))}</p>
      )}
    </section>
  );
}

/** What the figures would be with every reading, for the sentence under them. */
function withFacts(
  { summary, bands }: NonNullable<DayChart["withExcluded"]>,
  unit: GlucoseUnit,
  { locale }: Words,
): { readonly average: string; readonly percent: string } {
  const target = bands.find(({ band }) => band === "target");
  return {
    average: summary.mean === null ? "—" : formatGlucoseWithUnit(summary.mean, unit, locale),
    percent: target ? bandPercent(target) : "—",
  };
}
