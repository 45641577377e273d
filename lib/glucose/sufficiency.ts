import type { Verdict, VerdictReason } from "./figures";
import type { LocalDate } from "./local-time";

/** What the rules look at, for one period. */
export interface Evidence {
  readonly hours: number;
  readonly readings: number;
  /** Local dates with at least one reading. */
  readonly days: number;
  /** Of the period, up to `checkedThrough`. */
  readonly activePercent: number;
  /** Dates with at least `PROFILE_HOURS_PER_DAY_MIN` hours of readings. */
  readonly profileDays: number;
}

export type JudgedFigure = "bands" | "mean" | "sd" | "cv" | "gmi" | "profile";

const HOURS_MIN = 24;
const SPREAD_READINGS_MIN = 30;
/** 14 days with 70 % of the readings represent about three months: Riddlesworth 2018, doi 10.1089/dia.2017.0455. */
const REPRESENTATIVE_DAYS_MIN = 14;
export const REPRESENTATIVE_ACTIVE_PERCENT_MIN = 70;
const PROFILE_DAYS_MIN = 7;
export const PROFILE_HOURS_PER_DAY_MIN = 12;

/** A rule gives the reason why it is not met, or null when it is. */
type Rule = (evidence: Evidence) => VerdictReason | null;

const hours: Rule = (e) =>
  e.hours < HOURS_MIN ? { rule: "hours", hours: e.hours, hoursMin: HOURS_MIN } : null;

const readings: Rule = (e) =>
  e.readings < SPREAD_READINGS_MIN
    ? { rule: "readings", readings: e.readings, readingsMin: SPREAD_READINGS_MIN }
    : null;

const days: Rule = (e) =>
  e.days < REPRESENTATIVE_DAYS_MIN ? { rule: "days", days: e.days, daysMin: REPRESENTATIVE_DAYS_MIN } : null;

const active: Rule = (e) =>
  e.activePercent < REPRESENTATIVE_ACTIVE_PERCENT_MIN
    ? { rule: "active", activePercent: e.activePercent, activePercentMin: REPRESENTATIVE_ACTIVE_PERCENT_MIN }
    : null;

const profileDays: Rule = (e) =>
  e.profileDays < PROFILE_DAYS_MIN
    ? {
        rule: "profile-days",
        days: e.profileDays,
        daysMin: PROFILE_DAYS_MIN,
        hoursPerDayMin: PROFILE_HOURS_PER_DAY_MIN,
      }
    : null;

/** Without `needs` a figure is withheld; without `represents` it is shown, marked "may not be representative". */
const RULES: Readonly<
  Record<JudgedFigure, { readonly needs: readonly Rule[]; readonly represents: readonly Rule[] }>
> = {
  bands: { needs: [hours], represents: [days, active] },
  mean: { needs: [hours], represents: [days, active] },
  sd: { needs: [hours, readings], represents: [days, active] },
  cv: { needs: [hours, readings], represents: [days, active] },
  gmi: { needs: [hours, days, active], represents: [] },
  profile: { needs: [hours, profileDays], represents: [days, active] },
};

/** Whether a figure may be shown on this evidence. */
export function isShowable(figure: JudgedFigure, evidence: Evidence): boolean {
  return RULES[figure].needs.every((rule) => rule(evidence) === null);
}

/**
 * The verdict on a figure, with every rule that is not met. `availableOn` is asked only when the figure is withheld:
 * the first date on which the rules can be met.
 */
export function judge(
  figure: JudgedFigure,
  evidence: Evidence,
  availableOn: (showable: (evidence: Evidence) => boolean) => LocalDate | null,
): Verdict {
  const unmet = unmetOf(RULES[figure].needs, evidence);
  if (unmet.length > 0) {
    return {
      status: "insufficient",
      reasons: unmet,
      availableOn: availableOn((later) => isShowable(figure, later)),
    };
  }
  const doubts = unmetOf(RULES[figure].represents, evidence);
  return doubts.length > 0 ? { status: "caution", reasons: doubts } : { status: "sufficient" };
}

function unmetOf(rules: readonly Rule[], evidence: Evidence): VerdictReason[] {
  return rules.map((rule) => rule(evidence)).filter((reason) => reason !== null);
}
