import { z } from "zod";
import { err, ok, type Result } from "@/lib/result";

/** Thresholds for a part of the day. `start > end` runs over midnight; `start = end` is the whole day. */
export interface TargetRange {
  readonly startSecond: number;
  readonly endSecond: number;
  readonly urgentLow: number;
  readonly low: number;
  readonly high: number;
}

const DAY_SECONDS = 86_400;

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$|^24:00:00$/)
  .transform((text) => {
    const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
    return hours * 3_600 + minutes * 60 + seconds;
  });

const bodySchema = z.object({
  targetRanges: z
    .array(
      z.object({
        name: z.string(),
        startTime: timeOfDay,
        endTime: timeOfDay,
        egvRanges: z.array(
          z.object({ name: z.enum(["urgentLow", "low", "high"]), bound: z.number().positive() }),
        ),
      }),
    )
    .min(1),
});

/**
 * The body of `POST statistics` (dexcom-api.md 7.1): the ranges cover 24 hours exactly and do not overlap; each has
 * exactly the three names with urgentLow < low < high.
 */
export function parseTargetRanges(body: unknown): Result<readonly TargetRange[], string> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success)
    return err("Invalid body: targetRanges with startTime, endTime and egvRanges are required");
  const ranges: TargetRange[] = [];
  for (const { name, startTime, endTime, egvRanges } of parsed.data.targetRanges) {
    const bounds = new Map(egvRanges.map((range) => [range.name, range.bound]));
    const [urgentLow, low, high] = [bounds.get("urgentLow"), bounds.get("low"), bounds.get("high")];
    if (egvRanges.length !== 3 || urgentLow === undefined || low === undefined || high === undefined) {
      return err(`Invalid body: "${name}" must have urgentLow, low and high exactly once`);
    }
    if (urgentLow >= low || low >= high)
      return err(`Invalid body: "${name}" must have urgentLow < low < high`);
    ranges.push({
      startSecond: startTime % DAY_SECONDS,
      endSecond: endTime % DAY_SECONDS,
      urgentLow,
      low,
      high,
    });
  }
  return coversDayOnce(ranges)
    ? ok(ranges)
    : err("Invalid body: the ranges must cover 24 hours without overlap");
}

/** Sorted by start, each range must end where the next one starts, and the last where the first does. */
function coversDayOnce(ranges: readonly TargetRange[]): boolean {
  const sorted = ranges.toSorted((a, b) => a.startSecond - b.startSecond);
  const isChain = sorted.every(
    (range, i) => range.endSecond === sorted[(i + 1) % sorted.length]?.startSecond,
  );
  return isChain && sorted.reduce((sum, range) => sum + lengthSeconds(range), 0) === DAY_SECONDS;
}

function lengthSeconds({ startSecond, endSecond }: TargetRange): number {
  return endSecond > startSecond ? endSecond - startSecond : endSecond + DAY_SECONDS - startSecond;
}

/** The range that a second of the day falls in. */
export function rangeAt(ranges: readonly TargetRange[], second: number): TargetRange {
  const found = ranges.find(({ startSecond, endSecond }) =>
    endSecond > startSecond
      ? startSecond <= second && second < endSecond
      : second >= startSecond || second < endSecond,
  );
  if (!found) throw new Error("The ranges were checked to cover the day");
  return found;
}
