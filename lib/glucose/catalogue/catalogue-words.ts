import type { Catalogue, TextKey, Words } from "@/lib/i18n/translate";
import type { PatternWords } from "../patterns/pattern-words";
import { patternsInBothUnits } from "./both-units";
import type { Metric, MetricGroup } from "./metric";
import { withReaderNumbers } from "./reader-numbers";
import type { ExampleResult, WorkedExample } from "./worked-example";

type Texts = Catalogue["metrics"];
type Values = Readonly<Record<string, string | number>>;

/** Says a text with its numbers, and those among the values, as the reader has them; values come as English writes them. */
export type Say = (key: TextKey<Catalogue>, values?: Values) => string;

/** What an entry has beside its texts. */
export interface EntryFacts
  extends Pick<Metric, "figure" | "formula" | "goal" | "citations">,
    Pick<WorkedExample, "rows"> {
  readonly needs: keyof Texts["needs"];
  /** Numbers of a rule that its definition states. */
  readonly definitionValues?: Values;
  /** A result without a name is the figure itself. */
  readonly results: readonly (Omit<ExampleResult, "name"> & Partial<Pick<ExampleResult, "name">>)[];
}

/** How the catalogue is put into words for one reader. */
export interface CatalogueWords {
  readonly t: Say;
  readonly patterns: PatternWords;
  readonly group: (id: keyof Texts["groups"], metrics: readonly Metric[]) => MetricGroup;
  readonly entry: (id: keyof Texts["entries"], facts: EntryFacts) => Metric;
}

export function catalogueWords(words: Words): CatalogueWords {
  const t: Say = (key, values) => withReaderNumbers(words.t(key, values), words.locale);
  return {
    t,
    patterns: patternsInBothUnits(words),
    group: (id, metrics) => ({
      id,
      name: t(`metrics.groups.${id}.name`),
      about: t(`metrics.groups.${id}.about`),
      metrics,
    }),
    entry: (id, { needs, definitionValues, rows, results, ...facts }) => {
      const shortName = t(`metrics.entries.${id}.shortName`);
      return {
        ...facts,
        id,
        name: t(`metrics.entries.${id}.name`),
        shortName,
        meaning: t(`metrics.entries.${id}.meaning`),
        definition: t(`metrics.entries.${id}.definition`, definitionValues),
        variant: t(`metrics.entries.${id}.variant`),
        unit: t(`metrics.entries.${id}.unit`),
        edgeCases: t(`metrics.entries.${id}.edgeCases`),
        needs: t(`metrics.needs.${needs}`),
        example: {
          rows,
          steps: t(`metrics.entries.${id}.steps`).split("\n"),
          results: results.map((result) => ({ name: shortName, ...result })),
        },
      };
    },
  };
}
