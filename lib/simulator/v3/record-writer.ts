import type { Instant } from "@/lib/clock";
import { nameBasedUuid } from "@/lib/simulator/identifiers";
import { NO_QUIRKS, type Quirks } from "@/lib/simulator/quirks";
import type { Cloud, Held } from "@/lib/simulator/upstream/cloud";
import type { RecordKind, RecordKinds } from "@/lib/simulator/upstream/day-cache";
import { timeStyle, type WireDevice, wireDevice } from "@/lib/simulator/v3/device-style";
import { formatDisplayTime, formatSystemTime, type TimeStyle } from "@/lib/simulator/wire-time";

/** What turns one person's held records into the JSON that one client receives. */
export interface RecordWriter {
  readonly quirks: Quirks;
  readonly hasQuirks: boolean;
  readonly style: TimeStyle;
  readonly device: WireDevice;
  /** "Unique identifier of the record for the given client": stable across refetches. */
  recordId(kind: RecordKind, key: string): string;
  times(held: Held<RecordKinds[RecordKind]>): { systemTime: string; displayTime: string };
}

export function recordWriter(cloud: Cloud, clientId: string): RecordWriter {
  const { person, quirks } = cloud;
  const style = timeStyle(person, quirks);
  return {
    quirks,
    hasQuirks: JSON.stringify(quirks) !== JSON.stringify(NO_QUIRKS),
    style,
    device: wireDevice(person, quirks),
    recordId: (kind, key) => nameBasedUuid(`${clientId}\n${person.name}\n${kind}\n${key}`),
    times: (held) => wireTimes(held.systemTime, held.record.displayOffsetMinutes, style),
  };
}

export function wireTimes(systemTime: Instant, displayOffsetMinutes: number, style: TimeStyle) {
  return {
    systemTime: formatSystemTime(systemTime, style),
    displayTime: formatDisplayTime(systemTime, displayOffsetMinutes, style),
  };
}
