import type { SimulatedAlert } from "@/lib/simulator/person";
import { type Quirks, touches } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { applyCommonQuirks, type Fields, type Row } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** One alert row of dexcom-api.md 5.6. */
export function alertJson(held: Held<SimulatedAlert>, writer: RecordWriter): Fields {
  const { record, key } = held;
  const row: Row = {
    recordId: writer.recordId("alerts", key),
    ...writer.times(held),
    alertName: record.alertName,
    alertState: record.alertState,
    transmitterId: record.transmitterId,
    ...writer.device,
  };
  if (writer.hasQuirks) applyQuirks(row, record, writer.quirks, key);
  return row;
}

function applyQuirks(row: Row, record: SimulatedAlert, quirks: Quirks, key: string): void {
  applyCommonQuirks(row, quirks, key);
  if (quirks.fixedLow && record.alertName === "urgentLow") row["alertName"] = "fixedLow";
  if (touches(quirks.unknownAlerts, "unknownAlerts", key)) {
    Object.assign(row, { alertName: "unknown", alertState: "unknown" });
  }
}
