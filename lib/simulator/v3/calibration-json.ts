import type { SimulatedCalibration } from "@/lib/simulator/person";
import type { Quirks } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { applyCommonQuirks, type Fields, type Row } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** One calibration row of dexcom-api.md 5.5. */
export function calibrationJson(held: Held<SimulatedCalibration>, writer: RecordWriter): Fields {
  const { record, key } = held;
  const { displayApp: _, ...device } = writer.device;
  const row: Row = {
    recordId: writer.recordId("calibrations", key),
    ...writer.times(held),
    unit: "mg/dL",
    value: record.value,
    transmitterId: record.transmitterId,
    transmitterTicks: record.transmitterTicks,
    ...device,
  };
  if (!writer.hasQuirks) return row;
  applyCommonQuirks(row, writer.quirks, key);
  applyUnitQuirk(row, writer.quirks);
  return row;
}

function applyUnitQuirk(row: Row, { calibrationUnit }: Quirks): void {
  if (calibrationUnit === "missing") delete row["unit"];
  else row["unit"] = calibrationUnit === "null" ? null : calibrationUnit;
}
