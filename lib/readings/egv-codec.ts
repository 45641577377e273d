import {
  allocateColumns,
  type EgvColumnArrays,
  type EgvColumns,
  type EgvSource,
  partOf,
  STATUSES,
} from "@/lib/glucose/egv-columns";
import { type Egv, TRENDS } from "@/lib/glucose/reading";
import { ColumnReader, ColumnWriter } from "./columns";

const SOURCE_FIELDS = ["transmitterId", "displayDevice", "transmitterGeneration"] as const;

/**
 * A day's EGVs as columns: times, offsets, values, trends, and a list of the few sensors and devices they came from.
 * Every field comes back exactly as it went in; order is kept.
 */
export function encodeEgvs(egvs: readonly Egv[]): Buffer {
  const sources = new Map<string, { readonly index: number; readonly source: EgvSource }>();
  const sourceOf = egvs.map((egv) => {
    const key = JSON.stringify(SOURCE_FIELDS.map((field) => egv[field]));
    const known = sources.get(key) ?? { index: sources.size, source: egv };
    sources.set(key, known);
    return known.index;
  });

  const out = new ColumnWriter();
  out.unsigned(egvs.length);
  out.unsigned(sources.size);
  for (const { source } of sources.values())
    for (const field of SOURCE_FIELDS) {
      const value = source[field];
      out.unsigned(value === null ? 0 : 1);
      if (value !== null) out.text(value);
    }
  out.integers(sourceOf);
  writeTimes(
    out,
    egvs.map(({ systemTime }) => systemTime),
  );
  out.integers(egvs.map(({ displayOffsetMinutes }) => displayOffsetMinutes));
  out.decimals(egvs.map(({ value }) => value));
  out.integers(egvs.map(({ status }) => STATUSES.indexOf(status)));
  out.integers(egvs.map(({ trend }) => (trend === null ? null : TRENDS.indexOf(trend))));
  out.decimals(egvs.map(({ trendRate }) => trendRate));
  // A transmitter's counter runs with the clock, so its distance from the time hardly changes.
  out.integers(
    egvs.map(({ transmitterTicks, systemTime }) =>
      transmitterTicks === null ? null : transmitterTicks - Math.floor(systemTime / 1000),
    ),
  );
  return out.finish();
}

/** Several days as they are read for figures: one after the other in the same columns, in the order given. */
export function decodeEgvDays(days: readonly Buffer[]): EgvColumns {
  const inputs = days.map((bytes) => new ColumnReader(bytes));
  const lengths = inputs.map((input) => input.unsigned());
  const columns = allocateColumns(lengths.reduce((sum, length) => sum + length, 0));
  const sources = new SourceList();
  let from = 0;
  inputs.forEach((input, day) => {
    const length = lengths[day] ?? 0;
    readDay(input, partOf(columns, from, from + length), sources);
    from += length;
  });
  return { ...columns, sources: sources.all };
}

/** The few sources of all days, each once. */
class SourceList {
  readonly all: EgvSource[] = [];
  readonly #index = new Map<string, number>();

  indexOf(source: EgvSource): number {
    const key = JSON.stringify(SOURCE_FIELDS.map((field) => source[field]));
    const index = this.#index.get(key) ?? this.all.push(source) - 1;
    this.#index.set(key, index);
    return index;
  }
}

/** Fills all of `day`. */
function readDay(input: ColumnReader, day: EgvColumnArrays, sources: SourceList): void {
  const { length, systemTime, transmitterTicks } = day;
  const sourceOf = Array.from({ length: input.unsigned() }, () => sources.indexOf(readSource(input)));
  const numbers = new Float64Array(length);
  const read = (into: Uint8Array | Uint16Array | Int16Array, of: (code: number) => number | undefined) => {
    input.integers(numbers);
    for (let i = 0; i < length; i += 1) into[i] = present(of(numbers[i] ?? Number.NaN));
  };
  read(day.source, (code) => sourceOf[code]);
  readTimes(input, systemTime);
  read(day.displayOffsetMinutes, (minutes) => minutes);
  input.decimals(day.value);
  for (let i = 0; i < length; i += 1) present(day.value[i]);
  read(day.status, (status) => status);
  read(day.trend, (code) => (Number.isNaN(code) ? 0 : code + 1));
  input.decimals(day.trendRate);
  input.integers(transmitterTicks);
  for (let i = 0; i < length; i += 1)
    transmitterTicks[i] = (transmitterTicks[i] ?? 0) + Math.floor((systemTime[i] ?? 0) / 1000);
  input.finish();
}

function readSource(input: ColumnReader): EgvSource {
  const [transmitterId, displayDevice, transmitterGeneration] = SOURCE_FIELDS.map(() =>
    input.unsigned() === 0 ? null : input.text(),
  );
  return {
    transmitterId: transmitterId ?? null,
    displayDevice: displayDevice ?? null,
    transmitterGeneration: transmitterGeneration ?? null,
  };
}

/** Times as the change of the step between them: five minutes after five minutes is a zero. */
function writeTimes(out: ColumnWriter, times: readonly number[]): void {
  const unit = times.every((at) => at % 1000 === 0) ? 1000 : 1;
  out.unsigned(unit);
  let previous = 0;
  let step = 0;
  for (const at of times) {
    const time = at / unit;
    out.signed(time - previous - step);
    step = time - previous;
    previous = time;
  }
}

function readTimes(input: ColumnReader, times: Float64Array): void {
  const unit = input.unsigned();
  let previous = 0;
  let step = 0;
  for (let i = 0; i < times.length; i += 1) {
    step += input.signed();
    previous += step;
    times[i] = previous * unit;
  }
}

function present(value: number | undefined): number {
  if (value === undefined || Number.isNaN(value)) throw new Error("A day block misses a value.");
  return value;
}
