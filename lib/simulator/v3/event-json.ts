import type { SimulatedEvent } from "@/lib/simulator/person";
import { touches } from "@/lib/simulator/quirks";
import type { Held } from "@/lib/simulator/upstream/cloud";
import { type Fields, transmitterIdFields } from "@/lib/simulator/v3/device-style";
import type { RecordWriter } from "@/lib/simulator/v3/record-writer";

/** One event row of dexcom-api.md 5.4. */
export function eventJson(held: Held<SimulatedEvent>, writer: RecordWriter): Fields {
  const { record, key } = held;
  const { quirks } = writer;
  const times = writer.times(held);
  const isDeleted = record.eventStatus === "deleted" || touches(quirks.deletedEvents, "deletedEvents", key);
  return {
    recordId: writer.recordId("events", key),
    ...times,
    ...recordedFields(times, writer),
    eventStatus: isDeleted ? "deleted" : record.eventStatus,
    eventType: record.eventType === "notes" && quirks.singularNote ? "note" : record.eventType,
    ...subTypeFields(held, writer),
    ...valueFields(held, writer),
    ...unitFields(held, writer),
    ...transmitterIdFields(record.transmitterId, quirks, key),
    ...writer.device,
  };
}

function recordedFields(
  times: { systemTime: string; displayTime: string },
  { quirks }: RecordWriter,
): Fields {
  if (quirks.recordedTimes === "missing") return {};
  const isNull = quirks.recordedTimes === "null";
  return {
    recordedSystemTime: isNull ? null : times.systemTime,
    recordedDisplayTime: isNull ? null : times.displayTime,
  };
}

function subTypeFields({ record, key }: Held<SimulatedEvent>, { quirks }: RecordWriter): Fields {
  if (touches(quirks.missingEventSubType, "missingEventSubType", key)) return {};
  const isUnknown = touches(quirks.unknownEventSubType, "unknownEventSubType", key);
  return { eventSubType: isUnknown && record.eventSubType !== null ? "unknown" : record.eventSubType };
}

const HAS_AMOUNT = new Set(["insulin", "carbs", "exercise"]);

/** A string in Dexcom's schema, a number in its own example; free text for notes. */
function valueFields({ record, key }: Held<SimulatedEvent>, { quirks }: RecordWriter): Fields {
  if (HAS_AMOUNT.has(record.eventType)) {
    if (touches(quirks.missingEventValue, "missingEventValue", key)) return {};
    if (touches(quirks.emptyEventValue, "emptyEventValue", key)) return { value: "" };
  }
  if (record.value === null)
    return { value: record.eventType === "health" && quirks.strayHealthValue ? "1" : null };
  if (quirks.eventValues === "string" || record.eventType === "notes") return { value: String(record.value) };
  return {
    value: typeof record.value === "string" && record.value !== "" ? Number(record.value) : record.value,
  };
}

function unitFields({ record, key }: Held<SimulatedEvent>, { quirks }: RecordWriter): Fields {
  if (touches(quirks.missingEventUnit, "missingEventUnit", key)) return {};
  return { unit: touches(quirks.emptyEventUnit, "emptyEventUnit", key) ? "" : record.unit };
}
