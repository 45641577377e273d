import { TreatmentNotice } from "@/components/reports/treatment-notice";
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
  return (
    <div className={styles.catalogue}>
      <header className={styles.header}>
        <h1>How every figure is computed</h1>
        <p className={styles.lead}>
          Two programs can show two numbers under one name. This is what Hindsight means by each of its
          figures: the definition, the exact variant, what it needs, and an example to follow with a pencil.
        </p>
        <TreatmentNotice words={words} />
      </header>
      <Contents groups={groups} />
      <div className={styles.groups}>
        <section className={styles.group} aria-labelledby="how-to-read">
          <h2 id="how-to-read">Reading this page</h2>
          <div className={styles.about}>
            <p>
              Formulas are in mg/dL; 1 mmol/L is 18.01559 mg/dL. “n” is the number of readings, “x” a reading,
              “Σ” a sum.
            </p>
            <p>
              Reports say “—” and why where a figure does not have enough data. The examples are made of a few
              readings, too few for a report, and their results come from the same engine that computes the
              reports.
            </p>
            <p>
              Goals are those of the consensus for groups of people. What is right for one person is for them
              and their care team.
            </p>
          </div>
        </section>
        {groups.map(({ id, name, about, metrics }) => (
          <section key={id} className={styles.group} aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            <p className={styles.about}>{about}</p>
            {metrics.map((metric) => (
              <MetricEntry key={metric.id} metric={metric} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Contents({ groups }: { readonly groups: readonly MetricGroup[] }) {
  return (
    <nav className={styles.contents} aria-label="Figures on this page">
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
