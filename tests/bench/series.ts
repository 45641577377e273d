import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { Freshness } from "@/lib/glucose/figures";
import { latestPeriod } from "@/lib/glucose/period";
import type { Egv, EgvSeries } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import type { SummaryInput } from "@/lib/glucose/workings";

const DELAY_MINUTES = 180;

/** A stretch of time that ends three hours before `now`, right after a complete sync. */
export function freshnessAt(now: number, displayOffsetMinutes: number): Freshness {
  const availableUntil = now - DELAY_MINUTES * MINUTE_MS;
  return {
    now,
    delayMinutes: DELAY_MINUTES,
    availableUntil,
    checkedThrough: availableUntil,
    dataThrough: availableUntil,
    displayOffsetMinutes,
  };
}

/**
 * `count` summaries to compute, of `days` days each, no two alike: other times, other values, other gaps. A year of one
 * simulated person is laid end to end for longer spans and varied for each input, so that no answer can be kept.
 */
export function* differingInputs(
  year: readonly Egv[],
  { days, count, now }: { readonly days: number; readonly count: number; readonly now: number },
): Generator<SummaryInput> {
  const source = buildSeries(year);
  const first = source.systemTime[0] ?? 0;
  const last = source.systemTime[source.length - 1] ?? 0;
  const lapMs = Math.ceil((last - first) / DAY_MS) * DAY_MS;
  const freshness = freshnessAt(now, source.displayOffsetMinutes[source.length - 1] ?? 0);
  const period = latestPeriod(days, freshness);
  const from = freshness.availableUntil - (days + 1) * DAY_MS;
  for (let variant = 0; variant < count; variant += 1) {
    yield { series: varied(variant), period, freshness };
  }

  function varied(variant: number): EgvSeries {
    const shiftMs = (variant * 37 + 1) * 5 * MINUTE_MS;
    const times: number[] = [];
    const values: number[] = [];
    for (let lap = Math.ceil((last - from) / lapMs); lap >= 0; lap -= 1) {
      for (let i = 0; i < source.length; i += 1) {
        const time = (source.systemTime[i] ?? 0) - lap * lapMs + shiftMs;
        // A gap of 5 to 60 minutes every few days, elsewhere in each variant.
        if (
          time < from ||
          time > freshness.availableUntil ||
          (i + variant * 131) % 1_511 < 1 + (variant % 12)
        )
          continue;
        times.push(time);
        values.push(Math.min(400, Math.max(40, (source.value[i] ?? 0) + ((i * 7 + variant * 13) % 11) - 5)));
      }
    }
    const { length } = times;
    return {
      length,
      systemTime: Float64Array.from(times),
      displayOffsetMinutes: new Int16Array(length).fill(freshness.displayOffsetMinutes),
      value: Float64Array.from(values),
      status: new Uint8Array(length),
      trend: new Uint8Array(length),
      transmitter: new Uint16Array(length),
      transmitters: [null],
    };
  }
}
