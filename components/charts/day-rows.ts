import type { DayChart, DaySpan } from "@/lib/glucose/day";
import type { HourMark } from "@/lib/glucose/day-clock";
import type { DayPoint } from "@/lib/glucose/day-points";
import type { DayWindow } from "@/lib/glucose/day-window";

export interface DayRow {
  readonly x: number;
  /** mg/dL; null between two lines, so that a gap is not drawn over. */
  readonly value: number | null;
}

/** The readings of a day as rows of one line that breaks where readings are missing: those that count, or the others. */
export function dayRows({ points, lines }: Pick<DayChart, "points" | "lines">, isExcluded = false): DayRow[] {
  return lines.flatMap(({ first, end }) => {
    if (points[first]?.isExcluded !== isExcluded) return [];
    const run = points.slice(first, end).map(({ elapsedMinutes, value }) => ({ x: elapsedMinutes, value }));
    const last = run.at(-1);
    return last ? [...run, { x: last.x, value: null }] : [];
  });
}

/** The rows in a window and one more on either side, so that the line runs to its edges: nothing else is drawn. */
export function visibleRows(rows: readonly DayRow[], { from, to }: DayWindow): readonly DayRow[] {
  const first = rows.findIndex(({ x }) => x >= from);
  if (first < 0) return [];
  const last = rows.findLastIndex(({ x }) => x <= to);
  return rows.slice(Math.max(0, first - 1), last + 2);
}

/** The part of each span that lies in a window; spans outside are left out. */
export function visibleSpans<T extends Pick<DaySpan, "fromMinutes" | "toMinutes">>(
  spans: readonly T[],
  { from, to }: DayWindow,
): T[] {
  return spans.flatMap((span) => {
    const fromMinutes = Math.max(from, span.fromMinutes);
    const toMinutes = Math.min(to, span.toMinutes);
    return fromMinutes < toMinutes ? [{ ...span, fromMinutes, toMinutes }] : [];
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

// The widest label of an hour, "12 AM", and the room around it.
const LABEL_PX = 64;

/** How far apart the labels of a window's hours are, hours: as many as there is room for. */
export function hoursBetweenLabels(windowMinutes: number, widthPx: number): number {
  const wanted = windowMinutes / 60 / (widthPx / LABEL_PX);
  return [1, 3, 6].find((hours) => hours >= wanted) ?? 12;
}

/** A window too short for whole hours is labelled by its quarters. */
export function quarterMarks(hours: readonly HourMark[], { from, to }: DayWindow): HourMark[] {
  return hours.flatMap((hour, i) => {
    const next = hours[i + 1]?.elapsedMinutes ?? hour.elapsedMinutes + 1;
    return [0, 15, 30, 45]
      .map((minutes) => ({
        elapsedMinutes: hour.elapsedMinutes + minutes,
        minuteOfDay: hour.minuteOfDay + minutes,
      }))
      .filter(
        ({ elapsedMinutes }) => elapsedMinutes < next && elapsedMinutes >= from && elapsedMinutes <= to,
      );
  });
}

/** For each position of a lane, whether a label of that width fits before the next mark and the edge. */
export function labelsThatFit(
  marks: readonly { readonly x: number; readonly labelPx: number }[],
  { gapPx, edgePx }: { readonly gapPx: number; readonly edgePx: number },
): boolean[] {
  return marks.map(({ x, labelPx }, i) => {
    const end = x + gapPx + labelPx;
    const next = marks[i + 1];
    return end <= edgePx && (next === undefined || end + gapPx <= next.x);
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
