import type { SimulatedCalibration } from "@/lib/simulator/person";
import { touches } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { type Fields, transmitterIdFields } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** One calibration row of dexcom-api.md 5.5. */
export function calibrationJson(held: Held<SimulatedCalibration>, writer: RecordWriter): Fields {
  const { record, key } = held;
  const { quirks } = writer;
  return {
    recordId: writer.recordId("calibrations", key),
    ...writer.times(held),
    ...unitFields(writer),
    value: record.value,
    ...transmitterIdFields(record.transmitterId, quirks, key),
    transmitterTicks: touches(quirks.zeroTransmitterTicks, "zeroTransmitterTicks", key)
      ? 0
      : record.transmitterTicks,
    ...writer.device,
  };
}

function unitFields({ quirks }: RecordWriter): Fields {
  if (quirks.calibrationUnit === "missing") return {};
  return { unit: quirks.calibrationUnit === "null" ? null : quirks.calibrationUnit };
}
