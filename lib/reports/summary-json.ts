import type { Instant } from "@/lib/clock";
import type { BandShare, Goal } from "@/lib/glucose/bands";
import type { EpisodeSet, EpisodeSets } from "@/lib/glucose/episode-sets";
import type { Coverage, Summary } from "@/lib/glucose/figures";
import type { PartOfDay } from "@/lib/glucose/parts-of-day";
import type { Patterns } from "@/lib/glucose/patterns/find-patterns";
import type { Pattern, PatternWords, TooLittleData } from "@/lib/glucose/patterns/pattern";
import type { Sufficiency, Verdict } from "@/lib/glucose/verdict";

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

/** The same in every locale: mg/dL, 24 hours, ISO dates. A screen writes its own sentence from the same parts. */
function plainWords(words: PatternWords): string {
  return words
    .map((part) => {
      if (typeof part === "string") return part;
      if ("mgDl" in part) return `${Math.round(part.mgDl)} mg/dL`;
      if ("minuteOfDay" in part) return clockTime(part.minuteOfDay);
      if ("date" in part) return part.date;
      return `${Math.round(part.percent)} %`;
    })
    .join("");
}

function clockTime(minuteOfDay: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

function patternsJson({ found, notFound, tooLittleData, ...counts }: Patterns) {
  const ruleJson = ({ id, title, rule, daysLooked }: Pattern | TooLittleData) => ({
    id,
    title: plainWords(title),
    rule: plainWords(rule),
    daysLooked,
  });
  const patternJson = (pattern: Pattern) => ({
    ...ruleJson(pattern),
    finding: plainWords(pattern.finding),
    dates: pattern.dates,
    fromMinute: pattern.fromMinute,
    toMinute: pattern.toMinute,
    effect: pattern.effect,
    chance: { probability: pattern.chance.probability, method: plainWords(pattern.chance.method) },
  });
  return {
    ...counts,
    found: found.map(patternJson),
    notFound: notFound.map(patternJson),
    tooLittleData: tooLittleData.map((result) => ({
      ...ruleJson(result),
      daysMin: result.daysMin,
      missing: plainWords(result.missing),
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
