import { formatNumber } from "@/lib/format/number";
import type { Words } from "@/lib/i18n/translate";
import { READINGS_PERCENT_MIN } from "./half-hours";
import type { GroupFinding, Pattern, TooLittleData } from "./pattern";
import type { QuantityWriting } from "./quantity-writing";

/** What was counted or measured, as a sentence: "On 6 of 14 nights." */
export function findingText(pattern: Pattern, { t, locale }: Words, write: QuantityWriting): string {
  const count = (dates: number) => formatNumber(dates, 0, locale);
  const group = ({ differenceMgDl, dates, otherDates }: GroupFinding) => ({
    amount: write.glucose(Math.abs(differenceMgDl)),
    direction: differenceMgDl < 0 ? "lower" : "higher",
    dates: count(dates),
    others: otherDates,
  });
  switch (pattern.id) {
    case "night-lows":
    case "night-highs": {
      const { happened, looked } = pattern.finding;
      return t("patterns.findings.nights", { happened: count(happened), looked });
    }
    case "post-breakfast-highs": {
      const { happened, looked } = pattern.finding;
      return t("patterns.findings.mornings", { happened: count(happened), looked });
    }
    case "day-lows":
    case "day-highs": {
      const { happened, looked, fromMinute, toMinute } = pattern.finding;
      const hours = { from: write.clock(fromMinute), to: write.clock(toMinute) };
      return t("patterns.findings.block", { happened: count(happened), looked, ...hours });
    }
    case "rebound-highs": {
      const { followed, looked } = pattern.finding;
      if (looked === 0) return t("patterns.findings.noLows");
      return t("patterns.findings.afterLows", { followed: count(followed), looked });
    }
    case "dawn-rise": {
      const { rises, largeRises, looked, changeMgDl } = pattern.finding;
      return t("patterns.findings.rises", {
        rises: count(rises),
        looked,
        rise: write.glucose(pattern.rule.riseMinMgDl),
        large: count(largeRises),
        change: write.glucose(changeMgDl),
      });
    }
    case "weekend-difference":
      return t("patterns.findings.weekends", group(pattern.finding));
    case "weekday-difference":
      return t("patterns.findings.weekday", {
        weekday: String(pattern.finding.weekday),
        ...group(pattern.finding),
      });
    case "best-day": {
      const { percent, dates } = pattern.finding;
      return t("patterns.findings.bestDay", { percent: write.percent(percent), dates });
    }
    case "most-variable-hour": {
      const { fromMinute, toMinute, lowMgDl, highMgDl } = pattern.finding;
      return t("patterns.findings.widestHour", {
        from: write.clock(fromMinute),
        to: write.clock(toMinute),
        low: write.glucose(lowMgDl),
        high: write.glucose(highMgDl),
      });
    }
  }
}

/** What "by chance" means to the rule, or why it is not tested. */
export function methodText({ id, chance: { looks } }: Pattern, { t }: Words): string {
  switch (id) {
    case "night-lows":
    case "night-highs":
      return t("patterns.methods.night");
    case "post-breakfast-highs":
      return t("patterns.methods.hours");
    case "day-lows":
    case "day-highs":
      return t("patterns.methods.block", { looks });
    case "rebound-highs":
      return t("patterns.methods.afterLows");
    case "dawn-rise":
      return t("patterns.methods.rises");
    case "weekend-difference":
      return t("patterns.methods.weekends");
    case "weekday-difference":
      return t("patterns.methods.weekday", { looks });
    case "best-day":
      return t("patterns.methods.bestDay");
    case "most-variable-hour":
      return t("patterns.methods.widestHour");
  }
}

/** What a rule lacks, with what is there: "7 nights with 70 % of their readings; there are 6." */
export function missingText(result: TooLittleData, { t }: Words, { percent }: QuantityWriting): string {
  const needs = {
    days: String(result.daysMin),
    covered: percent(READINGS_PERCENT_MIN),
    looked: result.daysLooked,
  };
  switch (result.id) {
    case "night-lows":
    case "night-highs":
      return t("patterns.missing.nights", needs);
    case "post-breakfast-highs":
      return t("patterns.missing.mornings", needs);
    case "day-lows":
    case "day-highs":
      return t("patterns.missing.block", needs);
    case "dawn-rise":
      return t("patterns.missing.bothHours", needs);
    case "weekend-difference":
      return t("patterns.missing.weekends", {
        ...needs,
        weekendDays: String(result.rule.weekendDaysMin),
        lookedWeekends: String(result.weekendDays),
      });
    case "most-variable-hour":
      return t("patterns.missing.eachHour", needs);
    case "rebound-highs":
    case "weekday-difference":
    case "best-day":
      return t("patterns.missing.dates", needs);
  }
}
