import { DAY_MS } from "@/lib/clock";
import type { Freshness } from "../figures";
import { addDays } from "../local-time";
import type { PatternId, PatternResult } from "../patterns/pattern";
import type { Period } from "../period";
import type { EgvSeries } from "../reading";
import { summarize } from "../summary";
import type { SummaryInput } from "../workings";
import { FIRST_MIDNIGHT, seriesOf } from "./example-readings";

const STEP_MINUTES = 15;
const STEPS_PER_DAY = 96;
const FIRST_DATE = "2026-03-02";

/** Made-up glucose in mg/dL at a minute of a day; day 0 is a Monday. */
export type MadeUp = (day: number, minute: number) => number;

function madeUpDays(days: number, glucose: MadeUp): EgvSeries {
  return seriesOf(
    Array.from({ length: days }, (_, day) => ({
      day,
      fromMinute: 0,
      stepMinutes: STEP_MINUTES,
      values: Array.from({ length: STEPS_PER_DAY }, (__, step) => glucose(day, step * STEP_MINUTES)),
    })),
  );
}

/** The days from the first example day on, once they are over and everything has been fetched. */
export function periodOf(series: EgvSeries, days: number): SummaryInput {
  const afterwards = FIRST_MIDNIGHT + days * DAY_MS;
  const period: Period = { from: FIRST_DATE, to: addDays(FIRST_DATE, days - 1), days };
  const freshness: Freshness = {
    now: afterwards,
    delayMinutes: 0,
    availableUntil: afterwards,
    checkedThrough: afterwards,
    dataThrough: afterwards,
    displayOffsetMinutes: 0,
  };
  return { series, period, freshness };
}

/** A period of made-up days. */
export function madeUpPeriod(days: number, glucose: MadeUp): SummaryInput {
  return periodOf(madeUpDays(days, glucose), days);
}

/** What a summary of made-up days says about one rule. */
export function patternIn(id: PatternId, days: number, glucose: MadeUp): PatternResult {
  const { found, notFound, tooLittleData } = summarize(madeUpPeriod(days, glucose)).patterns;
  const result = [...found, ...notFound, ...tooLittleData].find((one) => one.id === id);
  if (result === undefined) throw new Error(`no rule is called ${id}`);
  return result;
}
