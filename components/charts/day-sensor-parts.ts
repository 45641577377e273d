import { MINUTE_MS } from "@/lib/clock";
import type { DayChart, DaySpan } from "@/lib/glucose/day";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import type { DayWindow } from "@/lib/glucose/day-window";
import { visibleSpans } from "./day-rows";

type Stretch = Pick<DaySpan, "fromMinutes" | "toMinutes">;

/** What of one sensor lies in the visible part of a day, in minutes since the day began. */
export interface SensorPart {
  readonly id: string;
  readonly worn: Stretch | null;
  readonly warmUp: Stretch | null;
  readonly startMinutes: number | null;
  readonly endMinutes: number | null;
}

/** Whether a day saw a sensor begin or end: only then does it need a lane. */
export function hasSensorChange(
  { start, end }: Pick<DayChart, "start" | "end">,
  sensors: readonly SensorStretch[],
) {
  const isWithin = (instant: number | null) => instant !== null && instant >= start && instant < end;
  return sensors.some(
    ({ startedAt, warmUpTo, lastReadingAt, isOver }) =>
      isWithin(startedAt) || isWithin(warmUpTo) || (isOver && isWithin(lastReadingAt)),
  );
}

export function daySensorParts(
  { start }: Pick<DayChart, "start">,
  sensors: readonly SensorStretch[],
  window: DayWindow,
): SensorPart[] {
  const minutes = (instant: number) => (instant - start) / MINUTE_MS;
  const part = (from: number, to: number): Stretch | null =>
    visibleSpans([{ fromMinutes: minutes(from), toMinutes: minutes(to) }], window)[0] ?? null;
  const moment = (instant: number | null): number | null => {
    if (instant === null) return null;
    const at = minutes(instant);
    return at >= window.from && at <= window.to ? at : null;
  };
  return sensors.map(({ transmitterId, startedAt, warmUpTo, firstReadingAt, lastReadingAt, isOver }) => ({
    id: transmitterId,
    worn: part(firstReadingAt, lastReadingAt),
    warmUp: startedAt !== null && warmUpTo !== null ? part(startedAt, warmUpTo) : null,
    startMinutes: moment(startedAt),
    endMinutes: isOver ? moment(lastReadingAt) : null,
  }));
}
