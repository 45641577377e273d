import type { ReactNode } from "react";
import { figureNumber, figureUnitLabel } from "@/components/figures/figure-writing";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import type { Words } from "@/lib/i18n/translate";
import styles from "./compare-table.module.css";
import { changeWords, doubtWords, intervalWords, judgementWords } from "./difference-words";
import { IntervalMark } from "./interval-mark";

export interface CompareTableProps {
  readonly caption: string;
  readonly figures: readonly Difference[];
  /** How a figure is called; its own name unless given. */
  readonly nameOf?: (figure: Difference) => ReactNode;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** Figures of both periods row by row; on a phone each row becomes a small card with the same words. */
export function CompareTable({ caption, figures, nameOf, unit, words }: CompareTableProps) {
  const { t } = words;
  const hasIntervals = figures.some(({ noIntervalReason }) => noIntervalReason !== "figure");
  const table = (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("compare.columns.figure")}</th>
          <th scope="col">{t("compare.sides.before")}</th>
          <th scope="col">{t("compare.sides.after")}</th>
          <th scope="col">{t("compare.columns.difference")}</th>
          {hasIntervals ? <th scope="col">{t("compare.columns.usual")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {figures.map((compared) => (
          <CompareRow
            key={compared.figure}
            compared={compared}
            name={nameOf ? nameOf(compared) : t(`figures.names.${compared.figure}`)}
            hasIntervals={hasIntervals}
            unit={unit}
            words={words}
          />
        ))}
      </tbody>
    </table>
  );
  return hasIntervals ? (
    table
  ) : (
    <>
      {table}
      <p className={styles.note}>{t("compare.noInterval.figures")}</p>
    </>
  );
}

function CompareRow({
  compared,
  name,
  hasIntervals,
  unit,
  words,
}: {
  readonly compared: Difference;
  readonly name: ReactNode;
  readonly hasIntervals: boolean;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <tr data-beyond={compared.judgement === "beyond-usual" || undefined}>
      <th scope="row">{name}</th>
      <td data-label={t("compare.sides.before")} className={styles.value}>
        {valueWords("before", compared, unit, words)}
      </td>
      <td data-label={t("compare.sides.after")} className={styles.value}>
        {valueWords("after", compared, unit, words)}
      </td>
      <td data-label={t("compare.columns.difference")} className={styles.change}>
        {(compared.bothSufficient ? changeWords(compared, unit, words) : null) ?? "—"}
      </td>
      {hasIntervals ? (
        <td className={styles.usual}>
          <Variation compared={compared} unit={unit} words={words} />
        </td>
      ) : null}
    </tr>
  );
}

/** How the difference stands to what is usual, drawn and in words. */
function Variation({
  compared,
  unit,
  words,
}: {
  readonly compared: Difference;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const interval = intervalWords(compared, unit, words);
  const doubt = doubtWords(compared, words);
  return (
    <div className={styles.variation}>
      <IntervalMark {...compared} />
      <div>
        <p className={interval === null ? undefined : styles.judgement}>{judgementWords(compared, words)}</p>
        {interval === null ? null : <p>{words.t("compare.interval", { range: interval })}</p>}
        {doubt === null ? null : <p>{doubt}</p>}
      </div>
    </div>
  );
}

/** A value with its unit; a dash where the data does not carry it. */
function valueWords(side: "before" | "after", compared: Difference, unit: GlucoseUnit, words: Words): string {
  const value = compared[side];
  if (value === null || compared.status[side] === "insufficient") return "—";
  const label = figureUnitLabel(compared.unit, unit, words);
  return `${figureNumber(value, compared.unit, unit, words.locale)} ${label}`.trimEnd();
}
