import { BANDS } from "@/lib/glucose/bands";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import type { ComparedFigure } from "@/lib/glucose/compare/compared-figures";

/** The five bands from top to bottom, as they stand in the bars. */
const BAND_FIGURES: readonly ComparedFigure[] = BANDS.map(
  (band) => `timeInRanges.${band}` as const,
).toReversed();

/** Read first, after the bands. */
const MAIN_FIGURES: readonly ComparedFigure[] = [
  "titr",
  "mean",
  "gmi",
  "gmiMmolMol",
  "cv",
  "sd",
  "episodes.hypo.level1.perWeek",
  "episodes.hypo.level2.perWeek",
  "episodes.hyper.level1.perWeek",
  "episodes.hyper.level2.perWeek",
];

/**
 * What the sentence at the top is about: main figures that do not say the same twice. GMI follows from the average, the
 * standard deviation is most of CV.
 */
const LEAD_FIGURES: readonly ComparedFigure[] = [
  "timeInRanges.target",
  "timeInRanges.low",
  "timeInRanges.veryLow",
  "timeInRanges.high",
  "timeInRanges.veryHigh",
  "mean",
  "cv",
  "episodes.hypo.level1.perWeek",
  "episodes.hyper.level1.perWeek",
];

/** The other groups, each by the beginning of its figures' names; what matches none changes from reading to reading. */
const GROUPS = [
  { name: "average", holds: /^(median|iqr|mad|jIndex|quantiles\..*)$/ },
  { name: "episodes", holds: /^episodes\./ },
  { name: "partOfDay", holds: /^(night|day)\./ },
  { name: "risk", holds: /^(gri|grade|mValue)\.|^(lbgi|hbgi|bgri|adrr|hypoIndex|hyperIndex|igc|cogi)$/ },
  { name: "dynamics", holds: /^/ },
] as const;
export type FigureGroup = (typeof GROUPS)[number]["name"];

export interface GroupedFigures {
  readonly lead: readonly Difference[];
  readonly bands: readonly Difference[];
  readonly main: readonly Difference[];
  readonly others: readonly { readonly name: FigureGroup; readonly figures: readonly Difference[] }[];
}

/** Every compared figure once, in `bands`, `main` or a group of `others`; those of `lead` again. */
export function groupFigures(figures: readonly Difference[]): GroupedFigures {
  const pick = (names: readonly ComparedFigure[]) =>
    names.flatMap((name) => figures.filter(({ figure }) => figure === name));
  const [bands, main] = [pick(BAND_FIGURES), pick(MAIN_FIGURES)];
  const rest = figures.filter((one) => !bands.includes(one) && !main.includes(one));
  const groupOf = ({ figure }: Difference) => GROUPS.find(({ holds }) => holds.test(figure))?.name;
  return {
    lead: pick(LEAD_FIGURES),
    bands,
    main,
    others: GROUPS.map(({ name }) => ({
      name,
      figures: rest.filter((one) => groupOf(one) === name),
    })).filter((group) => group.figures.length > 0),
  };
}
