import type { ReactNode } from "react";
import { figureNumber, figureUnitLabel } from "@/components/figures/figure-writing";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import type { Words } from "@/lib/i18n/translate";
import { type CompareRow, CompareRows, type Variation } from "./compare-rows";
import { changeWords, doubtWords, intervalWords, judgementWords } from "./difference-words";

export interface CompareTableProps {
  readonly caption: string;
  readonly figures: readonly Difference[];
  /** How a figure is called; its own name unless given. */
  readonly nameOf?: (figure: Difference) => ReactNode;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** Figures of both periods row by row. */
export function CompareTable({ caption, figures, nameOf, unit, words }: CompareTableProps) {
  const { t } = words;
  const hasIntervals = figures.some(({ noIntervalReason }) => noIntervalReason !== "figure");
  return (
    <CompareRows
      caption={caption}
      columns={{
        figure: t("compare.columns.figure"),
        before: t("compare.sides.before"),
        after: t("compare.sides.after"),
        difference: t("compare.columns.difference"),
        usual: hasIntervals ? t("compare.columns.usual") : null,
      }}
      rows={figures.map((compared) => ({
        ...rowOf(compared, unit, words),
        name: nameOf ? nameOf(compared) : t(`figures.names.${compared.figure}`),
        variation: hasIntervals ? variationOf(compared, unit, words) : null,
      }))}
      note={hasIntervals ? null : t("compare.noInterval.figures")}
    />
  );
}

function rowOf(
  compared: Difference,
  unit: GlucoseUnit,
  words: Words,
): Omit<CompareRow, "name" | "variation"> {
  return {
    figure: compared.figure,
    isBeyond: compared.judgement === "beyond-usual",
    before: valueWords("before", compared, unit, words),
    after: valueWords("after", compared, unit, words),
    change: (compared.bothSufficient ? changeWords(compared, unit, words) : null) ?? "—",
  };
}

function variationOf(compared: Difference, unit: GlucoseUnit, words: Words): Variation {
  const range = intervalWords(compared, unit, words);
  return {
    difference: compared.difference,
    interval: compared.interval,
    judgement: judgementWords(compared, words),
    range: range === null ? null : words.t("compare.interval", { range }),
    doubt: doubtWords(compared, words),
  };
}

/** A value with its unit; a dash where the data does not carry it. */
function valueWords(side: "before" | "after", compared: Difference, unit: GlucoseUnit, words: Words): string {
  const value = compared[side];
  if (value === null || compared.status[side] === "insufficient") return "—";
  const label = figureUnitLabel(compared.unit, unit, words);
  return `${figureNumber(value, compared.unit, unit, words.locale)} ${label}`.trimEnd();
}
