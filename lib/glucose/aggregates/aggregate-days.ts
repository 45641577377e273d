import { DAY_MS } from "@/lib/clock";
import { type CoveredPeriod, coverPeriod } from "../coverage";
import { type Episodes, episodesOf } from "../episodes";
import { applyExclusions } from "../exclusions/apply-exclusions";
import { gridOf } from "../grid";
import { localDateOfEpochDay } from "../local-time";
import { onWallClock } from "../patterns/local-episodes";
import { boundsInMgDl } from "../range-sets";
import { timelineOf } from "../timeline";
import type { SummaryInput } from "../workings";
import { type ClassEdges, classEdges, classOf } from "./day-aggregate";
import { DayAggregates } from "./day-aggregates";

const CLASSES = 7;

/**
 * A period counted date by date, from what the figures of a report rest on: exclusions applied, each reading once, one
 * sensor at a time, nothing newer than may be shown. Figures of any dates of it follow by adding up (`figuresOfDays`).
 *
 * Two things are decided once for the whole period, where a report on a part of it looks at that part alone: how often the
 * sensor speaks, and where episodes begin and end. So midnight splits no episode: it counts on the date on which it starts.
 * Linear in the number of readings.
 */
export function aggregateDays(input: SummaryInput): DayAggregates {
  const { series, period, freshness, exclusions = [], sourceUnit = "mg/dL" } = input;
  const timeline = timelineOf(series, freshness);
  const worn = coverPeriod(timeline, period);
  const kept =
    exclusions.length === 0
      ? worn
      : coverPeriod(timelineOf(applyExclusions(series, exclusions).kept, freshness), period);
  const sums = sumsByDate(kept, classEdges(sourceUnit));
  const started = startsByDate(kept, episodesOf(gridOf(kept.readings), boundsInMgDl(sourceUnit)));
  const days = Array.from({ length: period.days }, (_, day) => {
    const count = (i: number) => sums.counts[day * CLASSES + i] ?? 0;
    return {
      date: localDateOfEpochDay(worn.days.firstDay + day),
      counts: [count(0), count(1), count(2), count(3), count(4), count(5), count(6)] as const,
      sum: sums.values[day] ?? 0,
      sumOfSquares: sums.squares[day] ?? 0,
      isWorn: (worn.days.readings[day] ?? 0) > 0,
      observed: worn.days.observed[day] ?? 0,
      observedInFigures: kept.days.observed[day] ?? 0,
      expectedSeconds: Math.round((worn.days.expectedMinutes[day] ?? 0) * 60),
      episodes: {
        low: started.low[day] ?? 0,
        veryLow: started.veryLow[day] ?? 0,
        high: started.high[day] ?? 0,
        veryHigh: started.veryHigh[day] ?? 0,
      },
    };
  });
  return DayAggregates.of(days, timeline.cadenceMinutes);
}

function sumsByDate({ readings, days }: CoveredPeriod, edges: ClassEdges) {
  const counts = new Uint32Array(days.days * CLASSES);
  const values = new Float64Array(days.days);
  const squares = new Float64Array(days.days);
  for (let i = 0; i < readings.length; i += 1) {
    const value = readings.value[i] ?? 0;
    const day = days.dayOf[i] ?? 0;
    const cell = day * CLASSES + classOf(value, edges);
    counts[cell] = (counts[cell] ?? 0) + 1;
    values[day] = (values[day] ?? 0) + value;
    squares[day] = (squares[day] ?? 0) + value * value;
  }
  return { counts, values, squares };
}

function startsByDate({ readings, days }: CoveredPeriod, { hypo, hyper }: Episodes) {
  const starts = ({ list }: { readonly list: Episodes["hypo"]["level1"]["list"] }) => {
    const byDate = new Uint32Array(days.days);
    for (const startMs of onWallClock(readings, list, days.firstDay).startMs) {
      const day = Math.floor(startMs / DAY_MS);
      byDate[day] = (byDate[day] ?? 0) + 1;
    }
    return byDate;
  };
  return {
    low: starts(hypo.level1),
    veryLow: starts(hypo.level2),
    high: starts(hyper.level1),
    veryHigh: starts(hyper.level2),
  };
}
