import { distributionOf } from "../distribution";
import { median } from "../metrics/quantile";
import { signTest, UNLIKELY_BELOW } from "./chance";
import { datesOf, type HalfHours, meansByDate, SLOT_MINUTES } from "./half-hours";
import { DAYS_MIN, type PatternResultOf } from "./pattern";

const BEFORE = { fromMinute: 180, toMinute: 240 };
const AFTER = { fromMinute: 360, toMinute: 420 };
// The rise from the night's lowest point to breakfast that Monnier calls the dawn phenomenon.
const RISE_MIN_MG_DL = 20;

/**
 * Higher in the early morning than three hours before (`dawn-rise`): mean glucose from 06:00 to 07:00 against 03:00 to
 * 04:00 of the same date, mg/dL, where both hours have 70 % of their readings. Too little data below 7 such dates.
 *
 * Found when the median of the changes is at least 20 mg/dL and so many rises are improbable (below 0.05) where rises
 * and falls are equally likely: one-sided sign test, dates without any change left out. Two fixed hours, because a rise
 * from the lowest value of a night is there by construction. Meals are not known: an early breakfast counts as a rise.
 *
 * Threshold: Monnier 2013, doi 10.2337/dc12-2127, who measures from the night's lowest value to breakfast instead.
 */
export function dawnRise(halfHours: HalfHours): PatternResultOf<"dawn-rise"> {
  const before = meansOf(halfHours, BEFORE);
  const after = meansOf(halfHours, AFTER);
  const changes = new Float64Array(halfHours.days);
  const daysOfRise: number[] = [];
  let looked = 0;
  let rises = 0;
  let falls = 0;
  for (let day = 0; day < halfHours.days; day += 1) {
    const change = (after[day] ?? 0) - (before[day] ?? 0);
    if (Number.isNaN(change)) continue;
    changes[looked] = change;
    looked += 1;
    if (change > 0) rises += 1;
    if (change < 0) falls += 1;
    if (change >= RISE_MIN_MG_DL) daysOfRise.push(day);
  }
  const rule = {
    id: "dawn-rise",
    rule: { before: BEFORE, after: AFTER, riseMinMgDl: RISE_MIN_MG_DL },
    daysLooked: looked,
  } as const;
  const change = median(distributionOf(changes.subarray(0, looked)));
  if (looked < DAYS_MIN || change === null) {
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: null };
  }
  const probability = signTest({ rises, changes: rises + falls });
  return {
    ...rule,
    state: change >= RISE_MIN_MG_DL && probability < UNLIKELY_BELOW ? "found" : "not-found",
    finding: { rises, largeRises: daysOfRise.length, looked, changeMgDl: change },
    dates: datesOf(halfHours, daysOfRise),
    fromMinute: BEFORE.fromMinute,
    toMinute: AFTER.toMinute,
    effect: { value: change, unit: "mg/dL" },
    chance: { probability, looks: 1 },
  };
}

function meansOf(halfHours: HalfHours, { fromMinute, toMinute }: typeof BEFORE): Float64Array {
  return meansByDate(halfHours, fromMinute / SLOT_MINUTES, toMinute / SLOT_MINUTES);
}
