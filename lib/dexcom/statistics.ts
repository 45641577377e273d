import { z } from "zod";

/**
 * `POST /v2/users/self/statistics`, which exists in v2 only (dexcom-api.md, 7.1). Its figures are Dexcom's own, over
 * the ranges that the caller names; v2 knows nothing of G7, ONE and ONE+ data.
 */

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
const bound = z.number().positive().max(600);

const egvRanges = z
  .tuple([
    z.strictObject({ name: z.literal("urgentLow"), bound }),
    z.strictObject({ name: z.literal("low"), bound }),
    z.strictObject({ name: z.literal("high"), bound }),
  ])
  .refine(([urgentLow, low, high]) => urgentLow.bound < low.bound && low.bound < high.bound, {
    message: "bounds must ascend: urgentLow < low < high",
  });

/** Ranges of the day that cover 24 hours exactly, without overlap, each with the three bounds in mg/dL. */
export const statisticsRequest = z.strictObject({
  targetRanges: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(64),
        startTime: timeOfDay,
        endTime: timeOfDay,
        egvRanges,
      }),
    )
    .min(1)
    .refine(coversTheDay, { message: "targetRanges must cover 24 hours exactly" }),
});
export type StatisticsRequest = z.output<typeof statisticsRequest>;

const figure = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

export const statisticsAnswer = z.object({
  hypoglycemiaRisk: z
    .string()
    .nullish()
    .transform((risk) => risk ?? null),
  min: figure,
  max: figure,
  mean: figure,
  median: figure,
  variance: figure,
  stdDev: figure,
  sum: figure,
  q1: figure,
  q2: figure,
  q3: figure,
  utilizationPercent: figure,
  meanDailyCalibrations: figure,
  nDays: figure,
  nValues: figure,
  nUrgentLow: figure,
  nBelowRange: figure,
  nWithinRange: figure,
  nAboveRange: figure,
  percentUrgentLow: figure,
  percentBelowRange: figure,
  percentWithinRange: figure,
  percentAboveRange: figure,
});
export type Statistics = z.output<typeof statisticsAnswer>;

function coversTheDay(ranges: readonly { startTime: string; endTime: string }[]): boolean {
  const sorted = ranges.toSorted((a, b) => (a.startTime < b.startTime ? -1 : 1));
  const last = sorted.at(-1);
  // Each range ends where the next begins and the last wraps around to the first, once around the clock.
  return (
    last !== undefined &&
    sorted.every((range, index) => range.endTime === (sorted[index + 1] ?? sorted[0])?.startTime) &&
    new Set(sorted.map(({ startTime }) => startTime)).size === sorted.length
  );
}
