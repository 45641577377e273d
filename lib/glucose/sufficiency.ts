import type { LocalDate } from "./local-time";
import type { JudgedFigure, Sufficiency, Verdict, VerdictReason } from "./verdict";

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
  /** The longest run of dates in a row with readings. */
  readonly consecutiveDays: number;
}

const HOURS_MIN = 24;
const SPREAD_READINGS_MIN = 30;
/** 14 days with 70 % of the readings represent about three months: Riddlesworth 2018, doi 10.1089/dia.2017.0455. */
const REPRESENTATIVE_DAYS_MIN = 14;
export const REPRESENTATIVE_ACTIVE_PERCENT_MIN = 70;
const PROFILE_DAYS_MIN = 7;
export const PROFILE_HOURS_PER_DAY_MIN = 12;
const CONSECUTIVE_DAYS_MIN = 2;

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

const consecutiveDays: Rule = (e) =>
  e.consecutiveDays < CONSECUTIVE_DAYS_MIN
    ? { rule: "consecutive-days", days: e.consecutiveDays, daysMin: CONSECUTIVE_DAYS_MIN }
    : null;

/** Without `needs` a figure is withheld; without `represents` it is shown, marked "may not be representative". */
interface Rules {
  readonly needs: readonly Rule[];
  readonly represents: readonly Rule[];
}

const KINDS = {
  level: { needs: [hours], represents: [days, active] },
  spread: { needs: [hours, readings], represents: [days, active] },
  dayToDay: { needs: [hours, consecutiveDays], represents: [days, active] },
  gmi: { needs: [hours, days, active], represents: [] },
  profile: { needs: [hours, profileDays], represents: [days, active] },
} as const satisfies Record<string, Rules>;

/** Which kind of rules each figure follows. */
function byFigure<T>(of: Readonly<Record<keyof typeof KINDS, T>>): Readonly<Record<JudgedFigure, T>> {
  const { level, spread, dayToDay, gmi, profile } = of;
  return {
    timeInRanges: level,
    titr: level,
    mean: level,
    median: level,
    quantiles: level,
    sd: spread,
    cv: spread,
    gmi,
    iqr: level,
    mad: level,
    // These contain the SD, so they need what the SD needs.
    jIndex: spread,
    cogi: spread,
    sdSubtypes: spread,
    cvOfDays: spread,
    dailyMeans: level,
    lbgi: level,
    hbgi: level,
    bgri: level,
    adrr: level,
    gri: level,
    grade: level,
    mValue: level,
    hypoIndex: level,
    hyperIndex: level,
    igc: level,
    aucHourly: level,
    modd: dayToDay,
    conga: level,
    conga24: dayToDay,
    mag: level,
    gvp: level,
    sdRoc: level,
    lability: level,
    mage: level,
    episodes: level,
    profile,
  };
}

const RULES = byFigure<Rules>(KINDS);

/** Whether a figure may be shown on this evidence. */
export function isShowable(figure: JudgedFigure, evidence: Evidence): boolean {
  return areMet(RULES[figure], evidence);
}

/** Asked once for each kind of figure that is withheld: the first date on which its rules can be met, if there is one. */
type AvailableOn = (showable: (evidence: Evidence) => boolean) => LocalDate | null;

/** The verdict on every figure, each with all rules that are not met. */
export function judge(evidence: Evidence, availableOn: AvailableOn): Sufficiency {
  return byFigure<Verdict>({
    level: verdictBy(KINDS.level, evidence, availableOn),
    spread: verdictBy(KINDS.spread, evidence, availableOn),
    dayToDay: verdictBy(KINDS.dayToDay, evidence, availableOn),
    gmi: verdictBy(KINDS.gmi, evidence, availableOn),
    profile: verdictBy(KINDS.profile, evidence, availableOn),
  });
}

/** The same for one figure. */
export function verdictOn(figure: JudgedFigure, evidence: Evidence, availableOn: AvailableOn): Verdict {
  return verdictBy(RULES[figure], evidence, availableOn);
}

function verdictBy(rules: Rules, evidence: Evidence, availableOn: AvailableOn): Verdict {
  const unmet = unmetOf(rules.needs, evidence);
  if (unmet.length > 0) {
    return {
      status: "insufficient",
      reasons: unmet,
      availableOn: availableOn((later) => areMet(rules, later)),
    };
  }
  const doubts = unmetOf(rules.represents, evidence);
  return doubts.length > 0 ? { status: "caution", reasons: doubts } : { status: "sufficient" };
}

function areMet({ needs }: Rules, evidence: Evidence): boolean {
  return needs.every((rule) => rule(evidence) === null);
}

function unmetOf(rules: readonly Rule[], evidence: Evidence): VerdictReason[] {
  return rules.map((rule) => rule(evidence)).filter((reason) => reason !== null);
}
