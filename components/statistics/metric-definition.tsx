import { Link } from "@/components/ui/link";
import type { Metric } from "@/lib/glucose/catalogue/metric";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import styles from "./metric-definition.module.css";

/** What an entry of the catalogue means in one line; behind it the exact variant, what it needs and its sources. */
export function MetricDefinition({
  metric,
  words: { t },
}: {
  readonly metric: Metric;
  readonly words: Words;
}) {
  const { id, name, meaning, definition, variant, needs, citations } = metric;
  const facts = [
    [t("statistics.exactly"), definition],
    [t("statistics.variant"), variant],
    [t("statistics.needs"), needs],
  ] as const;
  return (
    <div className={styles.definition}>
      <p>{meaning}</p>
      <details>
        <summary>
          {t("statistics.definition")}
          <span className="visually-hidden"> {name}</span>
        </summary>
        <dl>
          {facts.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>{t("statistics.source")}</dt>
            {citations.length === 0 ? <dd>{t("statistics.ownRule")}</dd> : null}
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
          <Link href={`${PATHS.metrics}#${id}`}>{t("statistics.example")}</Link>
        </p>
      </details>
    </div>
  );
}
