import { Disclosure } from "@/components/ui/disclosure";
import type { Metric } from "@/lib/glucose/catalogue/metric";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import styles from "./metric-definition.module.css";
import { MetricFacts } from "./metric-facts";

/** What an entry of the catalogue means in one line; behind it the exact variant, what it needs and its sources. */
export function MetricDefinition({
  metric,
  words: { t },
}: {
  readonly metric: Metric;
  readonly words: Words;
}) {
  const { id, name, meaning, definition, variant, needs, citations } = metric;
  return (
    <div className={styles.definition}>
      <p>{meaning}</p>
      <Disclosure
        summary={
          <>
            {t("statistics.definition")}
            <span className="visually-hidden"> {name}</span>
          </>
        }
      >
        <MetricFacts
          facts={[
            [t("statistics.exactly"), definition],
            [t("statistics.variant"), variant],
            [t("statistics.needs"), needs],
          ]}
          source={t("statistics.source")}
          ownRule={t("statistics.ownRule")}
          citations={citations}
          example={{ label: t("statistics.example"), href: `${PATHS.metrics}#${id}` }}
        />
      </Disclosure>
    </div>
  );
}
