import { SECOND_MS } from "@/lib/clock";
import { shareOf } from "@/lib/simulator/identifiers";
import type { SimulatedEgv } from "@/lib/simulator/person";
import { type Quirks, touches } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { applyCommonQuirks, type Fields, type Row } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";
import { formatDisplayTime, formatSystemTime } from "@/lib/simulator/wire-time";

/**
 * One EGV row of dexcom-api.md 5.3. The ordinary row is written first and quirks are applied to it afterwards: a month
 * has 8,640 of them.
 */
export function egvJson(held: Held<SimulatedEgv>, writer: RecordWriter): Fields {
  const { record } = held;
  const { device } = writer;
  const row: Row = {
    recordId: writer.recordId("egvs", held.key),
    systemTime: formatSystemTime(held.systemTime, writer.style),
    displayTime: formatDisplayTime(held.systemTime, record.displayOffsetMinutes, writer.style),
    transmitterId: record.transmitterId,
    transmitterTicks: record.transmitterTicks,
    value: record.value,
    status: record.status,
    trend: record.trend,
    trendRate: record.trendRate,
    unit: "mg/dL",
    rateUnit: "mg/dL/min",
    displayDevice: device.displayDevice,
    transmitterGeneration: device.transmitterGeneration,
    transmitterGenerationVariant: device.transmitterGenerationVariant,
    displayApp: device.displayApp,
  };
  if (writer.hasQuirks) applyQuirks(row, held, writer.quirks);
  return row;
}

function applyQuirks(row: Row, { record, key }: Held<SimulatedEgv>, quirks: Quirks): void {
  applyCommonQuirks(row, quirks, key);
  if (touches(quirks.nullValues, "nullValues", key)) row["value"] = null;
  if (quirks.statusWords) row["status"] = record.status ?? "ok";
  if (touches(quirks.missingStatus, "missingStatus", key)) delete row["status"];
  if (touches(quirks.rateOutOfRange, "rateOutOfRange", key)) {
    Object.assign(row, { trend: "rateOutOfRange", trendRate: (record.trendRate ?? 0) < 0 ? -8.4 : 8.4 });
  }
  if (touches(quirks.notComputable, "notComputable", key)) {
    Object.assign(row, { trend: "notComputable", trendRate: null });
  }
  if (touches(quirks.unknownUnit, "unknownUnit", key)) {
    Object.assign(row, { unit: "unknown", rateUnit: "unknown" });
  }
  if (touches(quirks.missingUnit, "missingUnit", key)) {
    delete row["unit"];
    delete row["rateUnit"];
  }
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
