import { BANDS, type Band, type BandShare } from "../bands";
import type { KeyFigures, Summary } from "../figures";
import { QUANTILE_PERCENTS } from "../metrics/quantile";
import type { JudgedFigure } from "../verdict";
import { EPISODE_LISTS, EPISODE_SIDES } from "./day-statistics";
import type { PooledFigure } from "./pooled-figures";

const PARTS_OF_DAY = ["night", "day"] as const;
type PartOfDayFigure = `${(typeof PARTS_OF_DAY)[number]}.${"mean" | "sd" | "cv" | Band}`;

/** Every figure that two periods are compared by, under the path at which a summary has it. */
export type ComparedFigure =
  | PooledFigure
  | PartOfDayFigure
  | "titr"
  | "median"
  | `quantiles.p${(typeof QUANTILE_PERCENTS)[number]}`
  | "iqr"
  | "mad"
  | "jIndex"
  | "lbgi"
  | "hbgi"
  | "bgri"
  | "adrr"
  | `gri.${"value" | "hypo" | "hyper"}`
  | `grade.${"value" | "hypo" | "eu" | "hyper"}`
  | `mValue.${"r90" | "r100" | "r120"}`
  | "hypoIndex"
  | "hyperIndex"
  | "igc"
  | "cogi"
  | "aucHourly"
  | "modd"
  | `conga.${1 | 2 | 4 | 6 | 24}`
  | "mag"
  | "gvp"
  | "sdRoc"
  | "lability"
  | `sdSubtypes.${keyof Summary["sdSubtypes"]}`
  | "cvMean"
  | "cvSd"
  | `mage.${keyof Summary["mage"]}`
  | `episodes.${(typeof EPISODE_SIDES)[number]}.${(typeof EPISODE_LISTS)[number]}.meanMinutes`;

/** Empty for a number without a unit. A difference in % is in percentage points. */
export type FigureUnit =
  | "mg/dL"
  | "mg/dL per hour"
  | "mg/dL per minute"
  | "(mg/dL)² per hour"
  | "%"
  | "mmol/mol"
  | "per week"
  | "min"
  | "";

export interface FigureToCompare<Figures = Summary> {
  readonly figure: ComparedFigure;
  readonly unit: FigureUnit;
  /** Under which name a summary judges whether there is enough data for it. */
  readonly judgedBy: JudgedFigure;
  /** Of which band it is the share: compared only where the ranges have that band. */
  readonly band?: Band;
  readonly of: (figures: Figures) => number | null;
}

function shareOfBand(band: Band) {
  return {
    figure: `timeInRanges.${band}`,
    unit: "%",
    judgedBy: "timeInRanges",
    band,
    of: (s: Pick<KeyFigures, "timeInRanges">) => s.timeInRanges[band],
  } as const satisfies FigureToCompare<Pick<KeyFigures, "timeInRanges">>;
}

export const TIME_IN_RANGE = shareOfBand("target");

/**
 * What is compared, in the order of a report: every single number that a summary gives about glucose. Left out are what
 * describes the recording (coverage, counts, which grow with the period), curves (profile, daily means), rates per day
 * (a seventh of those per week) and the sets of ranges beside the standard one.
 */
export const FIGURES_TO_COMPARE: readonly FigureToCompare[] = [
  { figure: "mean", unit: "mg/dL", judgedBy: "mean", of: (s) => s.mean },
  { figure: "gmi", unit: "%", judgedBy: "gmi", of: (s) => s.gmi },
  { figure: "gmiMmolMol", unit: "mmol/mol", judgedBy: "gmi", of: (s) => s.gmiMmolMol },
  ...BANDS.map(shareOfBand),
  { figure: "titr", unit: "%", judgedBy: "titr", of: (s) => s.titr },
  { figure: "sd", unit: "mg/dL", judgedBy: "sd", of: (s) => s.sd },
  { figure: "cv", unit: "%", judgedBy: "cv", of: (s) => s.cv },
  { figure: "median", unit: "mg/dL", judgedBy: "median", of: (s) => s.median },
  ...QUANTILE_PERCENTS.map<FigureToCompare>((percent) => ({
    figure: `quantiles.p${percent}`,
    unit: "mg/dL",
    judgedBy: "quantiles",
    of: (s) => s.quantiles.find((one) => one.percent === percent)?.value ?? null,
  })),
  { figure: "iqr", unit: "mg/dL", judgedBy: "iqr", of: (s) => s.iqr },
  { figure: "mad", unit: "mg/dL", judgedBy: "mad", of: (s) => s.mad },
  ...EPISODE_SIDES.flatMap((side) =>
    EPISODE_LISTS.flatMap<FigureToCompare>((list) => [
      {
        figure: `episodes.${side}.${list}.perWeek`,
        unit: "per week",
        judgedBy: "episodes",
        of: (s) => s.episodes[side][list].perWeek,
      },
      {
        figure: `episodes.${side}.${list}.meanMinutes`,
        unit: "min",
        judgedBy: "episodes",
        of: (s) => s.episodes[side][list].meanMinutes,
      },
    ]),
  ),
  { figure: "gri.value", unit: "", judgedBy: "gri", of: (s) => s.gri?.value ?? null },
  { figure: "gri.hypo", unit: "%", judgedBy: "gri", of: (s) => s.gri?.hypo ?? null },
  { figure: "gri.hyper", unit: "%", judgedBy: "gri", of: (s) => s.gri?.hyper ?? null },
  { figure: "lbgi", unit: "", judgedBy: "lbgi", of: (s) => s.lbgi },
  { figure: "hbgi", unit: "", judgedBy: "hbgi", of: (s) => s.hbgi },
  { figure: "bgri", unit: "", judgedBy: "bgri", of: (s) => s.bgri },
  { figure: "adrr", unit: "", judgedBy: "adrr", of: (s) => s.adrr },
  { figure: "grade.value", unit: "", judgedBy: "grade", of: (s) => s.grade?.value ?? null },
  { figure: "grade.hypo", unit: "%", judgedBy: "grade", of: (s) => s.grade?.hypo ?? null },
  { figure: "grade.eu", unit: "%", judgedBy: "grade", of: (s) => s.grade?.eu ?? null },
  { figure: "grade.hyper", unit: "%", judgedBy: "grade", of: (s) => s.grade?.hyper ?? null },
  { figure: "mValue.r90", unit: "", judgedBy: "mValue", of: (s) => s.mValue.r90 },
  { figure: "mValue.r100", unit: "", judgedBy: "mValue", of: (s) => s.mValue.r100 },
  { figure: "mValue.r120", unit: "", judgedBy: "mValue", of: (s) => s.mValue.r120 },
  { figure: "hypoIndex", unit: "", judgedBy: "hypoIndex", of: (s) => s.hypoIndex },
  { figure: "hyperIndex", unit: "", judgedBy: "hyperIndex", of: (s) => s.hyperIndex },
  { figure: "igc", unit: "", judgedBy: "igc", of: (s) => s.igc },
  { figure: "cogi", unit: "", judgedBy: "cogi", of: (s) => s.cogi },
  { figure: "jIndex", unit: "", judgedBy: "jIndex", of: (s) => s.jIndex },
  { figure: "aucHourly", unit: "mg/dL", judgedBy: "aucHourly", of: (s) => s.aucHourly },
  { figure: "modd", unit: "mg/dL", judgedBy: "modd", of: (s) => s.modd },
  ...([1, 2, 4, 6, 24] as const).map<FigureToCompare>((hours) => ({
    figure: `conga.${hours}`,
    unit: "mg/dL",
    judgedBy: hours === 24 ? "conga24" : "conga",
    of: (s) => s.conga[hours],
  })),
  { figure: "mag", unit: "mg/dL per hour", judgedBy: "mag", of: (s) => s.mag },
  { figure: "gvp", unit: "%", judgedBy: "gvp", of: (s) => s.gvp },
  { figure: "sdRoc", unit: "mg/dL per minute", judgedBy: "sdRoc", of: (s) => s.sdRoc },
  { figure: "lability", unit: "(mg/dL)² per hour", judgedBy: "lability", of: (s) => s.lability },
  ...(["w", "hhmm", "wsh", "dm", "b", "bdm"] as const).map<FigureToCompare>((subtype) => ({
    figure: `sdSubtypes.${subtype}`,
    unit: "mg/dL",
    judgedBy: "sdSubtypes",
    of: (s) => s.sdSubtypes[subtype],
  })),
  { figure: "cvMean", unit: "%", judgedBy: "cvOfDays", of: (s) => s.cvMean },
  { figure: "cvSd", unit: "%", judgedBy: "cvOfDays", of: (s) => s.cvSd },
  ...(["avg", "plus", "minus", "max"] as const).map<FigureToCompare>((direction) => ({
    figure: `mage.${direction}`,
    unit: "mg/dL",
    judgedBy: "mage",
    of: (s) => s.mage[direction],
  })),
  ...PARTS_OF_DAY.flatMap<FigureToCompare>((part) => [
    { figure: `${part}.mean`, unit: "mg/dL", judgedBy: "mean", of: (s) => s[part].mean },
    { figure: `${part}.sd`, unit: "mg/dL", judgedBy: "sd", of: (s) => s[part].sd },
    { figure: `${part}.cv`, unit: "%", judgedBy: "cv", of: (s) => s[part].cv },
    ...BANDS.map<FigureToCompare>((band) => ({
      figure: `${part}.${band}`,
      unit: "%",
      judgedBy: "timeInRanges",
      band,
      of: (s) => percentOf(s[part].bands, band),
    })),
  ]),
];

/** Null where the part of the day has no reading. */
function percentOf(bands: readonly BandShare[], band: Band): number | null {
  if (bands.every(({ count }) => count === 0)) return null;
  return 100 * (bands.find((one) => one.band === band)?.share ?? 0);
}
