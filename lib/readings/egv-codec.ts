import { type Egv, type EgvStatus, TRENDS } from "@/lib/glucose/reading";
import { ColumnReader, ColumnWriter } from "./columns";

// Codes on disk: append only, never reorder.
const STATUS_CODES: readonly EgvStatus[] = [null, "low", "high"];
const SOURCE_FIELDS = ["transmitterId", "displayDevice", "transmitterGeneration"] as const;

type Source = Pick<Egv, (typeof SOURCE_FIELDS)[number]>;

/**
 * A day's EGVs as columns: times, offsets, values, trends, and a list of the few sensors and devices they came from.
 * Every field comes back exactly as it went in; order is kept.
 */
export function encodeEgvs(egvs: readonly Egv[]): Buffer {
  const sources = new Map<string, { readonly index: number; readonly source: Source }>();
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
  out.integers(egvs.map(({ status }) => STATUS_CODES.indexOf(status)));
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

export function decodeEgvs(bytes: Buffer): Egv[] {
  const input = new ColumnReader(bytes);
  const count = input.unsigned();
  const sources: Source[] = Array.from({ length: input.unsigned() }, () => {
    const [transmitterId, displayDevice, transmitterGeneration] = SOURCE_FIELDS.map(() =>
      input.unsigned() === 0 ? null : input.text(),
    );
    return {
      transmitterId: transmitterId ?? null,
      displayDevice: displayDevice ?? null,
      transmitterGeneration: transmitterGeneration ?? null,
    };
  });
  const sourceOf = input.integers(count);
  const times = readTimes(input, count);
  const offsets = input.integers(count);
  const values = input.decimals(count);
  const statuses = input.integers(count);
  const trends = input.integers(count);
  const rates = input.decimals(count);
  const ticks = input.integers(count);
  input.finish();

  const egvs: Egv[] = [];
  for (let i = 0; i < count; i += 1) {
    const systemTime = present(times[i]);
    const trend = trends[i] ?? null;
    const tickDistance = ticks[i] ?? null;
    const source = present(sources[present(sourceOf[i])]);
    // Field by field: with the source spread into it, each reading costs twice as much.
    egvs.push({
      systemTime,
      displayOffsetMinutes: present(offsets[i]),
      value: present(values[i]),
      status: STATUS_CODES[present(statuses[i])] ?? null,
      trend: trend === null ? null : (TRENDS[trend] ?? null),
      trendRate: rates[i] ?? null,
      transmitterId: source.transmitterId,
      displayDevice: source.displayDevice,
      transmitterGeneration: source.transmitterGeneration,
      transmitterTicks: tickDistance === null ? null : tickDistance + Math.floor(systemTime / 1000),
    });
  }
  return egvs;
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

function readTimes(input: ColumnReader, count: number): number[] {
  const unit = input.unsigned();
  const times = new Array<number>(count);
  let previous = 0;
  let step = 0;
  for (let i = 0; i < count; i += 1) {
    step += input.signed();
    previous += step;
    times[i] = previous * unit;
  }
  return times;
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("A day block misses a value.");
  return value;
}
