import type { LocalDate } from "./local-time";

/** Why a figure is withheld or marked. Words are made from it in one place (`components/reports`). */
export type VerdictReason =
  | { readonly rule: "hours"; readonly hours: number; readonly hoursMin: number }
  | { readonly rule: "readings"; readonly readings: number; readonly readingsMin: number }
  | { readonly rule: "days"; readonly days: number; readonly daysMin: number }
  | { readonly rule: "active"; readonly activePercent: number; readonly activePercentMin: number }
  | {
      readonly rule: "profile-days";
      readonly days: number;
      readonly daysMin: number;
      readonly hoursPerDayMin: number;
    }
  | { readonly rule: "consecutive-days"; readonly days: number; readonly daysMin: number };

/**
 * `sufficient`: show it. `caution`: show it, marked "may not be representative". `insufficient`: hide it and say why;
 * `availableOn` is the first date on which it can be there if the sensor is worn from now on, null when no such date
 * exists for this period.
 */
export type Verdict =
  | { readonly status: "sufficient" }
  | { readonly status: "caution"; readonly reasons: readonly VerdictReason[] }
  | {
      readonly status: "insufficient";
      readonly reasons: readonly VerdictReason[];
      readonly availableOn: LocalDate | null;
    };

/** Everything that is judged for sufficiency, by the name under which it stands in a summary. */
export const JUDGED_FIGURES = [
  "timeInRanges",
  "titr",
  "mean",
  "median",
  "quantiles",
  "sd",
  "cv",
  "gmi",
  "iqr",
  "mad",
  "jIndex",
  "dailyMeans",
  "lbgi",
  "hbgi",
  "bgri",
  "adrr",
  "gri",
  "grade",
  "mValue",
  "hypoIndex",
  "hyperIndex",
  "igc",
  "cogi",
  "aucHourly",
  "modd",
  "conga",
  "conga24",
  "mag",
  "gvp",
  "sdRoc",
  "lability",
  "sdSubtypes",
  "cvOfDays",
  "mage",
  "episodes",
  "profile",
] as const;
export type JudgedFigure = (typeof JUDGED_FIGURES)[number];

export type Sufficiency = Readonly<Record<JudgedFigure, Verdict>>;
