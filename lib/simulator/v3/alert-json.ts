import type { SimulatedAlert } from "@/lib/simulator/person";
import { touches } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { type Fields, transmitterIdFields } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** One alert row of dexcom-api.md 5.6. */
export function alertJson(held: Held<SimulatedAlert>, writer: RecordWriter): Fields {
  const { record, key } = held;
  const { quirks } = writer;
  const isUnknown = touches(quirks.unknownAlerts, "unknownAlerts", key);
  return {
    recordId: writer.recordId("alerts", key),
    ...writer.times(held),
    alertName: isUnknown ? "unknown" : alertName(record.alertName, quirks.fixedLow),
    alertState: isUnknown ? "unknown" : record.alertState,
    ...writer.device,
    ...transmitterIdFields(record.transmitterId, quirks, key),
    ...writer.app,
  };
}

function alertName(name: SimulatedAlert["alertName"], fixedLow: boolean): string {
  return name === "urgentLow" && fixedLow ? "fixedLow" : name;
}
