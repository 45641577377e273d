"use client";

import { Link } from "@/components/ui/link";
import type { Citation } from "@/lib/glucose/catalogue/citations";
import styles from "./metric-facts.module.css";

export interface MetricFactsProps {
  /** Each a term and what is said of it. */
  readonly facts: readonly (readonly [term: string, text: string])[];
  readonly source: string;
  /** Stands for the citations of a rule of our own. */
  readonly ownRule: string;
  readonly citations: readonly Citation[];
  readonly example: { readonly label: string; readonly href: string };
}

/** What stands behind an entry of the catalogue: its exact variant, what it needs, its sources, an example. */
export function MetricFacts({ facts, source, ownRule, citations, example }: MetricFactsProps) {
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{source}</dt>
          {citations.length === 0 ? <dd>{ownRule}</dd> : null}
          {/* Titles of papers are in English. */}
          {citations.map(({ text, doi }) => (
            <dd key={doi} lang="en">
              {text},{" "}
              <a href={`https://doi.org/${doi}`} rel="noreferrer">
                doi {doi}
              </a>
            </dd>
          ))}
        </div>
      </dl>
      <p>
        <Link href={example.href}>{example.label}</Link>
      </p>
    </>
  );
}
