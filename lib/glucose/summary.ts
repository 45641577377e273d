import { dailyExtremes } from "./day-summary";
import type { RangeSetShares, Summary } from "./figures";
import { type GlucoseGrid, gridOf } from "./grid";
import { dailyMoments } from "./grid-days";
import { keyFiguresOf } from "./key-figures";
import { adrr } from "./metrics/adrr";
import { aucHourly } from "./metrics/auc";
import { bgri } from "./metrics/bgri";
import { cogi } from "./metrics/cogi";
import { conga } from "./metrics/conga";
import { cvOfDays } from "./metrics/cv-of-days";
import { grade } from "./metrics/grade";
import { gri } from "./metrics/gri";
import { gvp } from "./metrics/gvp";
import { hbgi } from "./metrics/hbgi";
import { hyperIndex } from "./metrics/hyper-index";
import { hypoIndex } from "./metrics/hypo-index";
import { igc } from "./metrics/igc";
import { iqr } from "./metrics/iqr";
import { jIndex } from "./metrics/j-index";
import { lability } from "./metrics/lability";
import { lbgi } from "./metrics/lbgi";
import { mValue } from "./metrics/m-value";
import { mad } from "./metrics/mad";
import { mag } from "./metrics/mag";
import { mage } from "./metrics/mage";
import { modd } from "./metrics/modd";
import { median, QUANTILE_PERCENTS, quantile } from "./metrics/quantile";
import { sdRoc } from "./metrics/sd-roc";
import { sdSubtypes } from "./metrics/sd-subtypes";
import { titr } from "./metrics/titr";
import { NIGHT_DEFAULT, nightAndDay } from "./parts-of-day";
import { patternsOf } from "./period-patterns";
import { rangeSetShares } from "./range-set-shares";
import { RANGE_SETS, type RangeSet } from "./range-sets";
import { type SummaryInput, type Workings, workingsOf } from "./workings";

/**
 * Every figure of a period, each with its verdict. Values are given even where the verdict withholds them: screens
 * hide, the engine does not. Glucose is mg/dL, shares are percent. Linear in the number of readings.
 */
export function summarize(input: SummaryInput): Summary {
  return summaryOf(workingsOf(input));
}

export function summaryOf(workings: Workings): Summary {
  const { input, covered, distribution, bounds } = workings;
  const { readings } = covered;
  const night = input.night ?? NIGHT_DEFAULT;
  const key = keyFiguresOf(workings);
  const { timeInRanges: shares, sd, mean, episodes } = key;
  return {
    ...key,
    median: median(distribution),
    quantiles: QUANTILE_PERCENTS.map((percent) => ({
      percent,
      value: quantile(distribution, percent / 100),
    })),
    iqr: iqr(distribution),
    mad: mad(distribution),
    jIndex: jIndex(mean, sd),
    titr: titr(distribution, input.sourceUnit ?? "mg/dL"),
    rangeSets: rangeSetsOf(workings),
    ...nightAndDay(readings, { night, bounds }),
    dailyMeans: key.days.map(({ date, mean: ofDay }) => ({ date, mean: ofDay })),
    lbgi: lbgi(distribution),
    hbgi: hbgi(distribution),
    bgri: bgri(distribution),
    adrr: adrr(dailyExtremes(covered)),
    gri: gri(shares),
    grade: grade(distribution),
    mValue: {
      r90: mValue(distribution, 90),
      r100: mValue(distribution, 100),
      r120: mValue(distribution, 120),
    },
    hypoIndex: hypoIndex(distribution),
    hyperIndex: hyperIndex(distribution),
    igc: igc(distribution),
    cogi: cogi({ timeInRangePercent: shares.target, timeBelowPercent: shares.veryLow + shares.low, sd }),
    lability: lability(readings),
    ...gridFigures(workings),
    patterns: patternsOf(workings, episodes),
    exclusions: workings.exclusions,
  };
}

type GridFigures = Pick<
  Summary,
  "aucHourly" | "modd" | "conga" | "mag" | "gvp" | "sdRoc" | "sdSubtypes" | "cvMean" | "cvSd" | "mage"
>;

const MAGE_STEP_MINUTES = 5;

/** What is computed on the even grid (`grid.ts`). */
function gridFigures({ grid, covered }: Workings): GridFigures {
  if (grid === null) return NO_GRID_FIGURES;
  const fiveMinutes =
    grid.stepMinutes === MAGE_STEP_MINUTES ? grid : gridOf(covered.readings, MAGE_STEP_MINUTES);
  return { ...figuresOn(grid), mage: fiveMinutes === null ? NO_GRID_FIGURES.mage : mage(fiveMinutes) };
}

function figuresOn(grid: GlucoseGrid): Omit<GridFigures, "mage"> {
  const byDay = dailyMoments(grid);
  const ofDays = cvOfDays(grid, byDay);
  return {
    aucHourly: aucHourly(grid),
    modd: modd(grid),
    conga: {
      1: conga(grid, 1),
      2: conga(grid, 2),
      4: conga(grid, 4),
      6: conga(grid, 6),
      24: conga(grid, 24),
    },
    mag: mag(grid),
    gvp: gvp(grid),
    sdRoc: sdRoc(grid),
    sdSubtypes: sdSubtypes(grid, byDay),
    cvMean: ofDays.mean,
    cvSd: ofDays.sd,
  };
}

const NO_GRID_FIGURES: GridFigures = {
  aucHourly: null,
  modd: null,
  conga: { 1: null, 2: null, 4: null, 6: null, 24: null },
  mag: null,
  gvp: null,
  sdRoc: null,
  sdSubtypes: { w: null, hhmm: null, wsh: null, dm: null, b: null, bdm: null },
  cvMean: null,
  cvSd: null,
  mage: { avg: null, plus: null, minus: null, max: null },
};

/** The sets that stand beside the standard one. */
const OTHER_SETS: readonly RangeSet[] = [
  RANGE_SETS.older,
  RANGE_SETS.pregnancy,
  RANGE_SETS["pregnancy-type-2"],
];

function rangeSetsOf(workings: Workings): RangeSetShares[] {
  const { ranges } = workings.input;
  const sets = ranges === undefined ? OTHER_SETS : [...OTHER_SETS, ranges];
  return sets.map((set) => rangeSetShares(workings, set));
}
