import { TreatmentNotice } from "@/components/reports/treatment-notice";
import { formatNumber } from "@/lib/format/number";
import { MG_DL_PER_MMOL_L } from "@/lib/format/unit";
import type { MetricGroup } from "@/lib/glucose/catalogue/metric";
import type { Words } from "@/lib/i18n/translate";
import styles from "./metric-catalogue.module.css";
import { MetricEntry } from "./metric-entry";

/** Every figure with its definition, chapter by chapter, behind a table of contents. Plain HTML: nothing runs. */
export function MetricCatalogue({
  groups,
  words,
}: {
  readonly groups: readonly MetricGroup[];
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <div className={styles.catalogue}>
      <header className={styles.header}>
        <h1>{t("metrics.page.title")}</h1>
        <p className={styles.lead}>{t("metrics.page.lead")}</p>
        <TreatmentNotice words={words} />
      </header>
      <Contents groups={groups} words={words} />
      <div className={styles.groups}>
        <section className={styles.group} aria-labelledby="how-to-read">
          <h2 id="how-to-read">{t("metrics.page.reading.title")}</h2>
          <div className={styles.about}>
            <p>
              {t("metrics.page.reading.formulas", { mgDl: formatNumber(MG_DL_PER_MMOL_L, 5, words.locale) })}
            </p>
            <p>{t("metrics.page.reading.examples")}</p>
            <p>{t("metrics.page.reading.goals")}</p>
          </div>
        </section>
        {groups.map(({ id, name, about, metrics }) => (
          <section key={id} className={styles.group} aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            <p className={styles.about}>{about}</p>
            {metrics.map((metric) => (
              <MetricEntry key={metric.id} metric={metric} words={words} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Contents({
  groups,
  words: { t },
}: {
  readonly groups: readonly MetricGroup[];
  readonly words: Words;
}) {
  return (
    <nav className={styles.contents} aria-label={t("metrics.page.contents")}>
      <ul>
        {groups.map(({ id, name, metrics }) => (
          <li key={id}>
            <a className={styles.chapter} href={`#${id}`}>
              {name}
            </a>
            <ul>
              {metrics.map((metric) => (
                <li key={metric.id}>
                  <a href={`#${metric.id}`}>{metric.shortName}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
