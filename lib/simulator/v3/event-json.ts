import type { SimulatedEvent } from "@/lib/simulator/person";
import { type Quirks, touches } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { applyCommonQuirks, type Fields, type Row } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** One event row of dexcom-api.md 5.4. */
export function eventJson(held: Held<SimulatedEvent>, writer: RecordWriter): Fields {
  const { record, key } = held;
  const { displayApp: _, ...device } = writer.device;
  const times = writer.times(held);
  const row: Row = {
    recordId: writer.recordId("events", key),
    ...times,
    recordedSystemTime: times.systemTime,
    recordedDisplayTime: times.displayTime,
    eventStatus: record.eventStatus,
    eventType: record.eventType,
    eventSubType: record.eventSubType,
    // A string in Dexcom's schema, a number in its own example.
    value: record.value === null ? null : String(record.value),
    unit: record.unit,
    transmitterId: record.transmitterId,
    ...device,
  };
  if (writer.hasQuirks) applyQuirks(row, held, writer.quirks);
  return row;
}

const HAS_AMOUNT = new Set(["insulin", "carbs", "exercise"]);

function applyQuirks(row: Row, { record, key }: Held<SimulatedEvent>, quirks: Quirks): void {
  applyCommonQuirks(row, quirks, key);
  applyRecordedTimeQuirk(row, quirks);
  if (record.eventType === "notes" && quirks.singularNote) row["eventType"] = "note";
  if (touches(quirks.deletedEvents, "deletedEvents", key)) row["eventStatus"] = "deleted";
  applyValueQuirks(row, record, quirks, key);
  if (touches(quirks.emptyEventUnit, "emptyEventUnit", key)) row["unit"] = "";
  if (touches(quirks.missingEventUnit, "missingEventUnit", key)) delete row["unit"];
  const hasSubType = record.eventSubType !== null;
  if (hasSubType && touches(quirks.unknownEventSubType, "unknownEventSubType", key))
    row["eventSubType"] = "unknown";
  if (touches(quirks.missingEventSubType, "missingEventSubType", key)) delete row["eventSubType"];
}

function applyRecordedTimeQuirk(row: Row, { recordedTimes }: Quirks): void {
  if (recordedTimes === "present") return;
  for (const name of ["recordedSystemTime", "recordedDisplayTime"]) {
    if (recordedTimes === "null") row[name] = null;
    else delete row[name];
  }
}

function applyValueQuirks(row: Row, record: SimulatedEvent, quirks: Quirks, key: string): void {
  const isAmount = HAS_AMOUNT.has(record.eventType) || record.eventType === "bloodGlucose";
  if (quirks.eventValues === "number" && isAmount && record.value !== null)
    row["value"] = Number(record.value);
  if (quirks.strayHealthValue && record.eventType === "health") row["value"] ??= "1";
  if (!HAS_AMOUNT.has(record.eventType)) return;
  if (touches(quirks.emptyEventValue, "emptyEventValue", key)) row["value"] = "";
  if (touches(quirks.missingEventValue, "missingEventValue", key)) delete row["value"];
}
