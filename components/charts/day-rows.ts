import type { DayChart, DayPoint, HourMark } from "@/lib/glucose/day";

export interface DayRow {
  readonly x: number;
  /** mg/dL; null between two lines, so that a gap is not drawn over. */
  readonly value: number | null;
}

/** The readings of a day as rows of one line that breaks where readings are missing. */
export function dayRows({ points, lines }: Pick<DayChart, "points" | "lines">): DayRow[] {
  return lines.flatMap(({ first, end }) => {
    const run = points.slice(first, end).map(({ elapsedMinutes, value }) => ({ x: elapsedMinutes, value }));
    const last = run.at(-1);
    return last ? [...run, { x: last.x, value: null }] : [];
  });
}

/** A stretch of readings in a row that said LOW, or HIGH: one caret stands for all of it. */
export interface EdgeRun {
  readonly status: "low" | "high";
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export function edgeRuns({ points, lines }: Pick<DayChart, "points" | "lines">): EdgeRun[] {
  const runs: EdgeRun[] = [];
  for (const { first, end } of lines) {
    let open: { status: "low" | "high"; fromMinutes: number; toMinutes: number } | null = null;
    for (const { status, elapsedMinutes } of points.slice(first, end)) {
      if (open && status === open.status) open.toMinutes = elapsedMinutes;
      else {
        open = status === null ? null : { status, fromMinutes: elapsedMinutes, toMinutes: elapsedMinutes };
        if (open) runs.push(open);
      }
    }
  }
  return runs;
}

/** The hours that get a label: every `everyHours` of the wall clock, at least `gap` apart in elapsed minutes. */
export function labelledHours(
  hours: readonly HourMark[],
  everyHours: number,
  gapMinutes: number,
): HourMark[] {
  const kept: HourMark[] = [];
  for (const hour of hours) {
    const before = kept.at(-1);
    const apart = before === undefined || hour.elapsedMinutes - before.elapsedMinutes >= gapMinutes;
    if (hour.minuteOfDay % (everyHours * 60) === 0 && apart) kept.push(hour);
  }
  return kept;
}

/** The row of a lane for each position, so that marks closer than `gap` do not cover one another; at most `rowsMax`. */
export function laneRows(positions: readonly number[], gap: number, rowsMax: number): number[] {
  const ends: number[] = [];
  return positions.map((x) => {
    const free = ends.findIndex((end) => x - end >= gap);
    const row = free >= 0 ? free : Math.min(ends.length, rowsMax - 1);
    ends[row] = x;
    return row;
  });
}

/** Events within some minutes of a reading: what the tooltip mentions with it. */
export function eventsNear<T extends { readonly elapsedMinutes: number }>(
  point: Pick<DayPoint, "elapsedMinutes">,
  events: readonly T[],
  withinMinutes: number,
): T[] {
  return events.filter(
    ({ elapsedMinutes }) => Math.abs(elapsedMinutes - point.elapsedMinutes) <= withinMinutes,
  );
}
