import { type EgvColumns, type EgvSource, STATUSES } from "@/lib/glucose/egv-columns";
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

/** The day as it is read for figures: in columns, without an object for each reading. */
export function decodeEgvColumns(bytes: Buffer): EgvColumns {
  const input = new ColumnReader(bytes);
  const length = input.unsigned();
  const sources: EgvSource[] = Array.from({ length: input.unsigned() }, () => {
    const [transmitterId, displayDevice, transmitterGeneration] = SOURCE_FIELDS.map(() =>
      input.unsigned() === 0 ? null : input.text(),
    );
    return {
      transmitterId: transmitterId ?? null,
      displayDevice: displayDevice ?? null,
      transmitterGeneration: transmitterGeneration ?? null,
    };
  });
  const source = new Uint16Array(allPresent(input.integers(length)));
  const systemTime = readTimes(input, length);
  const displayOffsetMinutes = new Int16Array(allPresent(input.integers(length)));
  const value = allPresent(input.decimals(length));
  const status = new Uint8Array(allPresent(input.integers(length)));
  const trendCode = input.integers(length);
  const trendRate = input.decimals(length);
  const transmitterTicks = input.integers(length);
  input.finish();
  const trend = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) {
    const code = trendCode[i] ?? Number.NaN;
    trend[i] = Number.isNaN(code) ? 0 : code + 1;
    transmitterTicks[i] = (transmitterTicks[i] ?? 0) + Math.floor((systemTime[i] ?? 0) / 1000);
    if ((source[i] ?? 0) >= sources.length) throw new Error("A day block misses a source.");
  }
  return {
    length,
    systemTime,
    displayOffsetMinutes,
    value,
    status,
    trend,
    trendRate,
    transmitterTicks,
    source,
    sources,
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

function readTimes(input: ColumnReader, count: number): Float64Array {
  const unit = input.unsigned();
  const times = new Float64Array(count);
  let previous = 0;
  let step = 0;
  for (let i = 0; i < count; i += 1) {
    step += input.signed();
    previous += step;
    times[i] = previous * unit;
  }
  return times;
}

function allPresent(values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i += 1)
    if (Number.isNaN(values[i])) throw new Error("A day block misses a value.");
  return values;
}
