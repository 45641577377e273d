import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { hasTicks, isOrderedAndDistinct, withoutDuplicates } from "./duplicates";
import { type EgvColumns, egvsOf, STATUSES } from "./egv-columns";
import { epochDay, type LocalDate } from "./local-time";
import { type Egv, type EgvSeries, HIGH_SENTINEL_MG_DL, LOW_SENTINEL_MG_DL, TRENDS } from "./reading";

export const STATUS_IN_RANGE = STATUSES.indexOf(null);
export const STATUS_LOW = STATUSES.indexOf("low");
export const STATUS_HIGH = STATUSES.indexOf("high");

/**
 * The readings in columns: ascending by `systemTime`, each reading once (see `withoutDuplicates`), LOW as 39 and HIGH
 * as 401 mg/dL. Order and duplicates of the input change nothing.
 *
 * `transmitters` is ordered by when each sensor started, so a larger index is a later sensor; readings without a
 * transmitter come first.
 */
export function buildSeries(egvs: readonly Egv[]): EgvSeries {
  const readings = withoutDuplicates(egvs);
  const transmitters = transmittersByStart(readings);
  const index = new Map(transmitters.map((id, i) => [id, i]));
  const series = allocate(readings.length, transmitters);
  readings.forEach((egv, i) => {
    series.systemTime[i] = egv.systemTime;
    series.displayOffsetMinutes[i] = egv.displayOffsetMinutes;
    const status = STATUSES.indexOf(egv.status);
    series.value[i] = withSentinels(egv.value, status);
    series.status[i] = status;
    series.trend[i] = egv.trend === null ? 0 : TRENDS.indexOf(egv.trend) + 1;
    series.transmitter[i] = index.get(egv.transmitterId || null) ?? 0;
  });
  return series;
}

/** `buildSeries(egvsOf(columns))`, without the objects where no reading is there twice, which is almost always. */
export function seriesOfColumns(columns: EgvColumns): EgvSeries {
  if (!isOrderedAndDistinct(columns)) return buildSeries(egvsOf(columns));
  const { length, systemTime, transmitterTicks, source, sources } = columns;
  const startedAt = new Map<string | null, Start>();
  for (let i = 0; i < length; i += 1) {
    const id = sources[source[i] ?? 0]?.transmitterId ?? null;
    if (!startedAt.has(id))
      startedAt.set(id, {
        at: (systemTime[i] ?? 0) - (transmitterTicks[i] ?? 0) * SECOND_MS,
        byTicks: true,
      });
  }
  const transmitters = inOrderOfStart(startedAt);
  const indexOfSource = Uint16Array.from(sources, ({ transmitterId }) =>
    Math.max(0, transmitters.indexOf(transmitterId)),
  );
  const value = new Float64Array(length);
  const transmitter = new Uint16Array(length);
  for (let i = 0; i < length; i += 1) {
    value[i] = withSentinels(columns.value[i] ?? 0, columns.status[i] ?? STATUS_IN_RANGE);
    transmitter[i] = indexOfSource[source[i] ?? 0] ?? 0;
  }
  return {
    length,
    systemTime,
    displayOffsetMinutes: columns.displayOffsetMinutes,
    value,
    status: columns.status,
    trend: columns.trend,
    transmitter,
    transmitters,
  };
}

/** The readings for which `keep` says yes; the series itself when that is all of them. */
export function filterSeries(series: EgvSeries, keep: (i: number) => boolean): EgvSeries {
  const kept = new Uint32Array(series.length);
  let length = 0;
  for (let i = 0; i < series.length; i += 1) {
    if (keep(i)) kept[length++] = i;
  }
  if (length === series.length) return series;
  const part = allocate(length, series.transmitters);
  for (let to = 0; to < length; to += 1) {
    const from = kept[to] ?? 0;
    part.systemTime[to] = series.systemTime[from] ?? 0;
    part.displayOffsetMinutes[to] = series.displayOffsetMinutes[from] ?? 0;
    part.value[to] = series.value[from] ?? 0;
    part.status[to] = series.status[from] ?? 0;
    part.trend[to] = series.trend[from] ?? 0;
    part.transmitter[to] = series.transmitter[from] ?? 0;
  }
  return part;
}

/** The readings from index `from` to `to` (exclusive), on the same memory; the series itself when that is all of them. */
export function sliceOfSeries(series: EgvSeries, from: number, to: number): EgvSeries {
  if (from === 0 && to === series.length) return series;
  return {
    length: to - from,
    systemTime: series.systemTime.subarray(from, to),
    displayOffsetMinutes: series.displayOffsetMinutes.subarray(from, to),
    value: series.value.subarray(from, to),
    status: series.status.subarray(from, to),
    trend: series.trend.subarray(from, to),
    transmitter: series.transmitter.subarray(from, to),
    transmitters: series.transmitters,
  };
}

/** Index of the first reading at or after an instant; `length` when there is none. */
export function firstIndexFrom({ systemTime, length }: EgvSeries, instant: Instant): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((systemTime[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The readings with `from <= systemTime < to`, on the same memory. */
export function seriesBetween(
  series: EgvSeries,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): EgvSeries {
  return sliceOfSeries(series, firstIndexFrom(series, from), firstIndexFrom(series, to));
}

/** The readings whose own wall clock showed a date from `from` to `to`, both inclusive. */
export function sliceByLocalDates(
  series: EgvSeries,
  { from, to }: { from: LocalDate; to: LocalDate },
): EgvSeries {
  const firstMs = epochDay(from) * DAY_MS;
  const endMs = (epochDay(to) + 1) * DAY_MS;
  const isWithin = (i: number) => {
    const localMs = (series.systemTime[i] ?? 0) + (series.displayOffsetMinutes[i] ?? 0) * MINUTE_MS;
    return localMs >= firstMs && localMs < endMs;
  };
  let begin = 0;
  while (begin < series.length && !isWithin(begin)) begin += 1;
  let end = series.length;
  while (end > begin && !isWithin(end - 1)) end -= 1;
  // Almost always these dates are one stretch of time; a flight west over midnight can put another date inside it.
  for (let i = begin; i < end; i += 1) if (!isWithin(i)) return filterSeries(series, isWithin);
  return sliceOfSeries(series, begin, end);
}

function withSentinels(mgDl: number, status: number): number {
  if (status === STATUS_LOW) return LOW_SENTINEL_MG_DL;
  if (status === STATUS_HIGH) return HIGH_SENTINEL_MG_DL;
  return mgDl;
}

function allocate(length: number, transmitters: EgvSeries["transmitters"]): EgvSeries {
  return {
    length,
    systemTime: new Float64Array(length),
    displayOffsetMinutes: new Int16Array(length),
    value: new Float64Array(length),
    status: new Uint8Array(length),
    trend: new Uint8Array(length),
    transmitter: new Uint16Array(length),
    transmitters,
  };
}

/** Distinct transmitters by start: the ticks tell it whatever part of the stream was loaded, else the first reading. */
function transmittersByStart(readings: readonly Egv[]): (string | null)[] {
  const startedAt = new Map<string | null, Start>();
  for (const egv of readings) {
    const id = egv.transmitterId || null;
    const known = startedAt.get(id);
    if (hasTicks(egv)) {
      if (known?.byTicks !== true) {
        startedAt.set(id, { at: egv.systemTime - egv.transmitterTicks * SECOND_MS, byTicks: true });
      }
    } else if (known === undefined) {
      startedAt.set(id, { at: id === null ? Number.NEGATIVE_INFINITY : egv.systemTime, byTicks: false });
    }
  }
  return inOrderOfStart(startedAt);
}

interface Start {
  readonly at: Instant;
  readonly byTicks: boolean;
}

function inOrderOfStart(startedAt: ReadonlyMap<string | null, Start>): (string | null)[] {
  return [...startedAt]
    .sort(([idA, a], [idB, b]) => (a.at === b.at ? (idA ?? "").localeCompare(idB ?? "") : a.at - b.at))
    .map(([id]) => id);
}
