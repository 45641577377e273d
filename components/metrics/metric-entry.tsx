import type { ReactNode } from "react";
import type { Citation } from "@/lib/glucose/catalogue/citations";
import type { Metric } from "@/lib/glucose/catalogue/metric";
import { ExamplePanel } from "./example-panel";
import styles from "./metric-entry.module.css";

/** One figure: what it means, its exact definition, and a worked example to open. */
export function MetricEntry({ metric }: { readonly metric: Metric }) {
  const { id, name, shortName, meaning, formula, goal, citations } = metric;
  return (
    <article id={id} className={styles.metric} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`} className={styles.name}>
        {name}
        {isAbbreviation(shortName) ? <span className={styles.short}> {shortName}</span> : null}
      </h3>
      <p className={styles.meaning}>{meaning}</p>
      <dl className={styles.facts}>
        <Fact term="Definition">{metric.definition}</Fact>
        {formula === null ? null : (
          <Fact term="Formula">
            <span className={styles.formula}>{formula}</span>
          </Fact>
        )}
        <Fact term="Variant">{metric.variant}</Fact>
        <Fact term="Unit">{metric.unit}</Fact>
        <Fact term="Edge cases">{metric.edgeCases}</Fact>
        <Fact term="Needs">{metric.needs}</Fact>
        <Fact term="Goal">
          {goal === null ? (
            "No common goal."
          ) : (
            <>
              {goal.text} (<Source {...goal.source} />)
            </>
          )}
        </Fact>
        <Fact term="Source">
          {citations.length === 0 ? "Hindsight's own rule." : <Sources citations={citations} />}
        </Fact>
      </dl>
      <ExamplePanel example={metric.example} of={shortName} />
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

function Sources({ citations }: { readonly citations: readonly Citation[] }) {
  return (
    <ul className={styles.sources}>
      {citations.map((citation) => (
        <li key={citation.doi}>
          {citation.text}, <Doi doi={citation.doi} />
        </li>
      ))}
    </ul>
  );
}

/** In running text: "Battelino 2019", without the title. */
function Source({ text, doi }: Citation) {
  return (
    <>
      {text.split(",")[0]}, <Doi doi={doi} />
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
