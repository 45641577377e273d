import { formatNumber } from "@/lib/format/number";
import type { Words } from "@/lib/i18n/translate";
import { UNLIKELY_BELOW } from "./chance";
import type { Excursion } from "./excursions";
import { READINGS_PERCENT_MIN } from "./half-hours";
import type { PatternResult } from "./pattern";
import type { QuantityWriting } from "./quantity-writing";

/** What a rule looks for, as a heading without a full stop: "Glucose below 70 mg/dL at night". */
export function ruleTitle(result: PatternResult, { t }: Words, { glucose }: QuantityWriting): string {
  switch (result.id) {
    case "night-lows":
      return t("patterns.rules.nightLows.title", { bound: glucose(result.rule.boundMgDl) });
    case "day-lows":
      return t("patterns.rules.dayLows.title", { bound: glucose(result.rule.boundMgDl) });
    case "night-highs":
      return t("patterns.rules.nightHighs.title", { bound: glucose(result.rule.boundMgDl) });
    case "post-breakfast-highs":
      return t("patterns.rules.postBreakfastHighs.title", { bound: glucose(result.rule.boundMgDl) });
    case "day-highs":
      return t("patterns.rules.dayHighs.title", { bound: glucose(result.rule.boundMgDl) });
    case "rebound-highs":
      return t("patterns.rules.reboundHighs.title", {
        low: glucose(result.rule.lowMgDl),
        high: glucose(result.rule.highMgDl),
      });
    case "dawn-rise":
      return t("patterns.rules.dawnRise.title");
    case "weekend-difference":
      return t("patterns.rules.weekendDifference.title");
    case "weekday-difference":
      return t("patterns.rules.weekdayDifference.title");
    case "best-day":
      return t("patterns.rules.bestDay.title");
    case "most-variable-hour":
      return t("patterns.rules.mostVariableHour.title");
  }
}

/** The whole rule with its numbers, as sentences. */
export function ruleText(result: PatternResult, { t, locale }: Words, write: QuantityWriting): string {
  const covered = write.percent(READINGS_PERCENT_MIN);
  const probability = formatNumber(UNLIKELY_BELOW, 2, locale);
  const often = ({ boundMgDl, minutesMin, datesMin, percentMin }: Excursion) => ({
    bound: write.glucose(boundMgDl),
    minutes: minutesMin,
    dates: datesMin,
    percent: write.percent(percentMin),
    covered,
  });
  switch (result.id) {
    case "night-lows":
    case "night-highs":
    case "post-breakfast-highs": {
      const hours = { from: write.clock(result.rule.fromMinute), to: write.clock(result.rule.toMinute) };
      return t(RULE_OF_HOURS[result.id], { ...often(result.rule), ...hours });
    }
    case "day-lows":
    case "day-highs":
      return t(RULE_OF_BLOCK[result.id], { ...often(result.rule), hours: result.rule.blockHours });
    case "rebound-highs": {
      const { lowMgDl, highMgDl, withinHours, lowsMin, percentMin } = result.rule;
      return t("patterns.rules.reboundHighs.rule", {
        low: write.glucose(lowMgDl),
        high: write.glucose(highMgDl),
        hours: withinHours,
        lows: String(lowsMin),
        percent: write.percent(percentMin),
        covered,
      });
    }
    case "dawn-rise": {
      const { before, after, riseMinMgDl } = result.rule;
      return t("patterns.rules.dawnRise.rule", {
        from: write.clock(after.fromMinute),
        to: write.clock(after.toMinute),
        beforeFrom: write.clock(before.fromMinute),
        beforeTo: write.clock(before.toMinute),
        rise: write.glucose(riseMinMgDl),
        probability,
        covered,
      });
    }
    case "weekend-difference":
      return t("patterns.rules.weekendDifference.rule", {
        difference: write.glucose(result.rule.differenceMinMgDl),
        probability,
        covered,
      });
    case "weekday-difference":
      return t("patterns.rules.weekdayDifference.rule", {
        difference: write.glucose(result.rule.differenceMinMgDl),
        dates: String(result.rule.datesOfWeekdayMin),
        probability,
        covered,
      });
    case "best-day": {
      const { lowMgDl, highMgDl } = result.rule;
      return t("patterns.rules.bestDay.rule", {
        low: write.glucose(lowMgDl),
        high: write.glucose(highMgDl),
        covered,
      });
    }
    case "most-variable-hour": {
      const { lowPercentile, highPercentile } = result.rule;
      return t("patterns.rules.mostVariableHour.rule", {
        low: lowPercentile,
        high: highPercentile,
        covered,
      });
    }
  }
}

const RULE_OF_HOURS = {
  "night-lows": "patterns.rules.nightLows.rule",
  "night-highs": "patterns.rules.nightHighs.rule",
  "post-breakfast-highs": "patterns.rules.postBreakfastHighs.rule",
} as const;

const RULE_OF_BLOCK = {
  "day-lows": "patterns.rules.dayLows.rule",
  "day-highs": "patterns.rules.dayHighs.rule",
} as const;
