import type { Instant } from "@/lib/clock";
import type { BandShare, Goal } from "@/lib/glucose/bands";
import type { EpisodeSet, EpisodeSets } from "@/lib/glucose/episode-sets";
import type { Coverage, Summary } from "@/lib/glucose/figures";
import type { PartOfDay } from "@/lib/glucose/parts-of-day";
import type { Patterns } from "@/lib/glucose/patterns/find-patterns";
import type { Pattern, PatternResult } from "@/lib/glucose/patterns/pattern";
import { patternWords } from "@/lib/glucose/patterns/pattern-words";
import type { Sufficiency, Verdict } from "@/lib/glucose/verdict";
import { ENGLISH } from "@/lib/i18n/english";

/** How an instant is written: UTC in the API, the clock on the wall for a file whose times name no zone. */
type WriteInstant = (at: Instant) => string;

/**
 * A summary as JSON: what the API's `summary` and the command line's `report` both give. Glucose in mg/dL, shares in
 * percent 0–100, unrounded. Every value that can be computed is there, with its verdict under the same name in
 * `sufficiency`. The keys are stable; `lib/reports/README.md` documents them.
 */
export function summaryJson(summary: Summary, writeInstant: WriteInstant) {
  const { coverage, sufficiency, goals, bands, rangeSets, night, day, quantiles } = summary;
  const { episodes, profile, patterns, exclusions } = summary;
  const { days: _, ...figures } = summary;
  return {
    ...figures,
    coverage: coverageJson(coverage, writeInstant),
    sufficiency: sufficiencyJson(sufficiency),
    goals: { mean: goalJson(goals.mean), gmi: goalJson(goals.gmi), cv: goalJson(goals.cv) },
    bands: bands.map(bandJson),
    rangeSets: rangeSets.map(({ set, bands: ofSet }) => ({ set, bands: ofSet.map(bandJson) })),
    night: partOfDayJson(night),
    day: partOfDayJson(day),
    quantiles: Object.fromEntries(quantiles.map(({ percent, value }) => [percent, value])),
    episodes: {
      recordedDays: episodes.recordedDays,
      hypo: episodeSetsJson(episodes.hypo, "nadir", writeInstant),
      hyper: episodeSetsJson(episodes.hyper, "peak", writeInstant),
    },
    profile: { binMinutes: profile.binMinutes, smoothed: profile.smoothed, points: profile.points },
    patterns: patternsJson(patterns),
    exclusions: exclusions.map(({ kind, from, to, reason, readings }) => ({
      kind,
      from: writeInstant(from),
      to: writeInstant(to),
      reason,
      readings,
    })),
  };
}

export function verdictJson(verdict: Verdict) {
  return {
    status: verdict.status,
    reasons: verdict.status === "sufficient" ? [] : verdict.reasons.map((reason) => ({ ...reason })),
    availableOn: verdict.status === "insufficient" ? verdict.availableOn : null,
  };
}

function sufficiencyJson(sufficiency: Sufficiency) {
  return Object.fromEntries(
    Object.entries(sufficiency).map(([figure, verdict]) => [figure, verdictJson(verdict)]),
  );
}

const goalJson = ({ comparison, bound, met }: Goal) => ({ comparison, bound, met });

function bandJson({ goal, ...share }: BandShare) {
  return { ...share, goal: goal && { ...goalJson(goal), includes: goal.includes } };
}

const partOfDayJson = ({ bands, ...part }: PartOfDay) => ({ ...part, bands: bands.map(bandJson) });

function coverageJson(
  { gaps, lowSentinels, highSentinels, ...coverage }: Coverage,
  writeInstant: WriteInstant,
) {
  return {
    ...coverage,
    lowReadings: lowSentinels,
    highReadings: highSentinels,
    gaps: gaps.map(({ from, to, minutes }) => ({ from: writeInstant(from), to: writeInstant(to), minutes })),
  };
}

/** The same for every reader: English, mg/dL and 24 hours. A screen writes its own sentences from the same numbers. */
const PLAIN = patternWords(ENGLISH, {
  glucose: (mgDl) => `${Math.round(mgDl)} mg/dL`,
  clock: clockTime,
  percent: (percent) => `${Math.round(percent)} %`,
});

function clockTime(minuteOfDay: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

function patternsJson({ found, notFound, tooLittleData, ...counts }: Patterns) {
  const ruleJson = (result: PatternResult) => ({
    id: result.id,
    title: PLAIN.title(result),
    rule: PLAIN.rule(result),
    daysLooked: result.daysLooked,
  });
  const patternJson = (pattern: Pattern) => ({
    ...ruleJson(pattern),
    finding: PLAIN.finding(pattern),
    dates: pattern.dates,
    fromMinute: pattern.fromMinute,
    toMinute: pattern.toMinute,
    effect: pattern.effect,
    chance: { probability: pattern.chance.probability, method: PLAIN.method(pattern) },
  });
  return {
    ...counts,
    found: found.map(patternJson),
    notFound: notFound.map(patternJson),
    tooLittleData: tooLittleData.map((result) => ({
      ...ruleJson(result),
      daysMin: result.daysMin,
      missing: PLAIN.missing(result),
    })),
  };
}

function episodeSetsJson(sets: EpisodeSets, extremeName: "nadir" | "peak", writeInstant: WriteInstant) {
  const setJson = ({ list, ...counts }: EpisodeSet) => ({
    ...counts,
    list: list.map(({ start, end, minutes, extreme, extremeAt, mean, startCensored, endCensored }) => ({
      start: writeInstant(start),
      end: writeInstant(end),
      minutes,
      [extremeName]: extreme,
      [`${extremeName}At`]: writeInstant(extremeAt),
      mean,
      startCensored,
      endCensored,
    })),
  });
  return {
    level1: setJson(sets.level1),
    level2: setJson(sets.level2),
    level1Exclusive: setJson(sets.level1Exclusive),
    extended: setJson(sets.extended),
    prolonged: setJson(sets.prolonged),
  };
}
