import { useId } from "react";
import { GoalNote } from "@/components/reports/goal-note";
import { withheldReason, withheldUntil } from "@/components/reports/verdict-words";
import type { Words } from "@/lib/i18n/translate";
import type { FigureRow } from "./figure-row";
import type { GroupRows, MetricRows } from "./figure-rows";
import styles from "./figures-list.module.css";
import { MetricDefinition } from "./metric-definition";

const GROUPS = [
  "coverage",
  "ranges",
  "average",
  "spread",
  "risk",
  "change",
  "scores",
  "episodes",
  "profile",
] as const;

/** The catalogue's chapters that hold figures; what else it explains is not listed here. */
function groupKey(id: string): (typeof GROUPS)[number] {
  const known = GROUPS.find((one) => one === id);
  if (known === undefined) throw new Error(`The catalogue's chapter ${id} has no name among the statistics`);
  return known;
}

/** Every figure with its value, goal and verdict, beside it what it is. */
export function FiguresList({
  groups,
  words,
}: {
  readonly groups: readonly GroupRows[];
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <>
      {groups.map(({ group, metrics }) => (
        <section key={group.id} aria-labelledby={`group-${group.id}`}>
          <h2 id={`group-${group.id}`}>{t(`statistics.groups.${groupKey(group.id)}`)}</h2>
          {metrics.map((one) => (
            <MetricFigures key={one.metric.id} {...one} words={words} />
          ))}
        </section>
      ))}
    </>
  );
}

function MetricFigures({ metric, rows, words }: MetricRows & { readonly words: Words }) {
  const id = useId();
  const verdicts = new Set(rows.map(({ verdict }) => verdictNote(verdict, words)));
  return (
    <div className={styles.metric}>
      <div>
        <dl id={id} className={styles.rows}>
          {rows.map((row) => (
            <div key={row.figure} className={styles.row}>
              <dt>{row.name}</dt>
              <dd className={styles.value}>{valueText(row, words)}</dd>
              {row.goal && row.value !== null && row.verdict.status !== "insufficient" ? (
                <dd className={styles.goal}>
                  <GoalNote {...row.goal} words={words} />
                </dd>
              ) : null}
            </div>
          ))}
        </dl>
        {[...verdicts].map((note) =>
          note === null ? null : (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ),
        )}
      </div>
      <MetricDefinition metric={metric} words={words} />
    </div>
  );
}

function valueText({ value, verdict }: FigureRow, { t }: Words) {
  if (verdict.status === "insufficient")
    return (
      <>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{t("states.verdict.notShown")}</span>
      </>
    );
  return value ?? t("statistics.noValue");
}

/** Why a value is not there, or that it may mislead, whose reason is above the list; null where there is enough data. */
function verdictNote(verdict: FigureRow["verdict"], words: Words): string | null {
  switch (verdict.status) {
    case "sufficient":
      return null;
    case "caution":
      return words.t("states.verdict.cautionShort");
    case "insufficient":
      return `${withheldReason(verdict, words)} ${withheldUntil(verdict, words)}`;
  }
}
