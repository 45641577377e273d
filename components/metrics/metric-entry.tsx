import type { ReactNode } from "react";
import type { Citation } from "@/lib/glucose/catalogue/citations";
import type { Metric } from "@/lib/glucose/catalogue/metric";
import type { Words } from "@/lib/i18n/translate";
import { ExamplePanel } from "./example-panel";
import styles from "./metric-entry.module.css";

/** One figure: what it means, its exact definition, and a worked example to open. */
export function MetricEntry({ metric, words }: { readonly metric: Metric; readonly words: Words }) {
  const { t } = words;
  const { id, name, shortName, meaning, formula, goal, citations } = metric;
  return (
    <article id={id} className={styles.metric} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`} className={styles.name}>
        {name}
        {isAbbreviation(shortName) ? <span className={styles.short}> {shortName}</span> : null}
      </h3>
      <p className={styles.meaning}>{meaning}</p>
      <dl className={styles.facts}>
        <Fact term={t("metrics.page.facts.definition")}>{metric.definition}</Fact>
        {formula === null ? null : (
          <Fact term={t("metrics.page.facts.formula")}>
            <span className={styles.formula}>{formula}</span>
          </Fact>
        )}
        <Fact term={t("metrics.page.facts.variant")}>{metric.variant}</Fact>
        <Fact term={t("metrics.page.facts.unit")}>{metric.unit}</Fact>
        <Fact term={t("metrics.page.facts.edgeCases")}>{metric.edgeCases}</Fact>
        <Fact term={t("metrics.page.facts.needs")}>{metric.needs}</Fact>
        <Fact term={t("metrics.page.facts.goal")}>
          {goal === null ? (
            t("metrics.page.noGoal")
          ) : (
            <>
              {goal.text} (<Source {...goal.source} />)
            </>
          )}
        </Fact>
        <Fact term={t("metrics.page.facts.source")}>
          {citations.length === 0 ? t("metrics.page.ownRule") : <Sources citations={citations} />}
        </Fact>
      </dl>
      <ExamplePanel example={metric.example} of={shortName} words={words} />
    </article>
  );
}

function isAbbreviation(shortName: string): boolean {
  return /[A-Z]{2}/.test(shortName);
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** As they were published, which is in English. */
function Sources({ citations }: { readonly citations: readonly Citation[] }) {
  return (
    <ul className={styles.sources}>
      {citations.map((citation) => (
        <li key={citation.doi}>
          <span lang="en">{citation.text}</span>, <Doi doi={citation.doi} />
        </li>
      ))}
    </ul>
  );
}

/** In running text: "Battelino 2019", without the title. */
function Source({ text, doi }: Citation) {
  return (
    <>
      <span lang="en">{text.split(",")[0]}</span>, <Doi doi={doi} />
    </>
  );
}

function Doi({ doi }: { readonly doi: string }) {
  return (
    <a href={`https://doi.org/${doi}`} rel="noreferrer">
      doi {doi}
    </a>
  );
}
