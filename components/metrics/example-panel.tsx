import { spanWith } from "@/components/i18n/tags";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import type { ExampleResult, ExampleRow, WorkedExample } from "@/lib/glucose/catalogue/worked-example";
import type { Words } from "@/lib/i18n/translate";
import styles from "./example-panel.module.css";

/** Readings, arithmetic and result of one figure, closed until somebody wants to follow it; open on paper. */
export function ExamplePanel({
  example: { rows, steps, results },
  of,
  words,
}: {
  readonly example: WorkedExample;
  readonly of: string;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <details className={styles.example}>
      <summary>
        {t.rich("metrics.page.example", {
          figure: of,
          hidden: spanWith("visually-hidden"),
        })}
      </summary>
      <div className={styles.body}>
        {rows.map((row) => (
          <Readings key={row.label} {...row} />
        ))}
        <Steps steps={steps} />
        <p className={styles.caption}>{t("metrics.page.computed")}</p>
        <dl className={styles.results}>
          {results.map((result) => (
            <div key={`${result.name} ${result.unit}`}>
              <dt>{result.name}</dt>
              <dd>{written(result, words)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function Steps({ steps }: Pick<WorkedExample, "steps">) {
  if (steps.length === 1) return <p>{steps[0]}</p>;
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function Readings({ label, readings }: ExampleRow) {
  return (
    <div>
      <p className={styles.caption}>{label}</p>
      <p className={styles.readings}>{readings.map(readingText).join(" · ")}</p>
    </div>
  );
}

/** "120", or "08:05 120" held together by a space that does not break. */
function readingText({ at, mgDl }: ExampleRow["readings"][number]): string {
  return at === null ? String(mgDl) : `${at}\u00A0${mgDl}`;
}

function written({ computed, decimals, unit }: ExampleResult, { t, locale }: Words): string {
  if (computed === null) return t("metrics.page.noValue");
  const number = `${formatNumber(computed, decimals, locale).replace("-", "−")} ${unit}`.trim();
  return unit === "mg/dL"
    ? `${number} (${formatGlucoseWithUnit(computed, "mmol/L", locale).replace("-", "−")})`
    : number;
}
