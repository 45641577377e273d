import { SECOND_MS } from "@/lib/clock";
import { shareOf } from "@/lib/simulator/identifiers";
import type { SimulatedEgv } from "@/lib/simulator/person";
import { touches } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { type Fields, transmitterIdFields } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** One EGV row of dexcom-api.md 5.3. */
export function egvJson(held: Held<SimulatedEgv>, writer: RecordWriter): Fields {
  const { record, key } = held;
  const { quirks } = writer;
  return {
    recordId: writer.recordId("egvs", key),
    ...writer.times(held),
    ...transmitterIdFields(record.transmitterId, quirks, key),
    transmitterTicks: touches(quirks.zeroTransmitterTicks, "zeroTransmitterTicks", key)
      ? 0
      : record.transmitterTicks,
    value: touches(quirks.nullValues, "nullValues", key) ? null : record.value,
    ...statusFields(held, writer),
    ...trendFields(held, writer),
    ...unitFields(key, writer),
    ...writer.device,
    ...writer.app,
  };
}

function statusFields({ record, key }: Held<SimulatedEgv>, { quirks }: RecordWriter): Fields {
  if (touches(quirks.missingStatus, "missingStatus", key)) return {};
  return { status: quirks.statusWords ? (record.status ?? "ok") : record.status };
}

function trendFields({ record, key }: Held<SimulatedEgv>, { quirks }: RecordWriter): Fields {
  if (touches(quirks.notComputable, "notComputable", key)) return { trend: "notComputable", trendRate: null };
  if (touches(quirks.rateOutOfRange, "rateOutOfRange", key)) {
    return { trend: "rateOutOfRange", trendRate: (record.trendRate ?? 0) < 0 ? -8.4 : 8.4 };
  }
  return { trend: record.trend, trendRate: record.trendRate };
}

function unitFields(key: string, { quirks }: RecordWriter): Fields {
  if (touches(quirks.missingUnit, "missingUnit", key)) return {};
  if (touches(quirks.unknownUnit, "unknownUnit", key)) return { unit: "unknown", rateUnit: "unknown" };
  return { unit: "mg/dL", rateUnit: "mg/dL/min" };
}

/** The furthest that a second device's report of one reading lies from the first (dexcom-api.md 8). */
export const SECOND_REPORT_SECONDS_MAX = 150;

/**
 * The row by which a second display device reports the same reading: same transmitter and ticks, its own recordId, a
 * systemTime some seconds later.
 */
export function secondReport(held: Held<SimulatedEgv>): Held<SimulatedEgv> {
  const laterSeconds = 1 + Math.floor(shareOf(`second ${held.key}`) * (SECOND_REPORT_SECONDS_MAX - 1));
  return { ...held, key: `second ${held.key}`, systemTime: held.systemTime + laterSeconds * SECOND_MS };
}
