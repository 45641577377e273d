import { MINUTE_MS } from "@/lib/clock";
import type { Cloud, Held } from "@/lib/simulator/upstream/cloud";
import type { RecordKind, RecordKinds } from "@/lib/simulator/upstream/day-cache";
import { recordWriter } from "@/lib/simulator/v3/record-writer";
import type { Window } from "@/lib/simulator/window";

/**
 * Every record of a window as the cloud holds it, whether a client may see it yet or not: the oracle of import tests.
 * Times are exact ISO 8601; `recordId` is the one that this client receives.
 */
export function truthOf(cloud: Cloud, window: Window, clientId: string) {
  const writer = recordWriter(cloud, clientId);
  const rows = (kind: RecordKind) =>
    cloud.all(kind, window).map((held) => ({ recordId: writer.recordId(kind, held.key), ...truthRow(held) }));
  return {
    egvs: rows("egvs"),
    events: rows("events"),
    calibrations: rows("calibrations"),
    alerts: rows("alerts"),
  };
}

function truthRow({ record, key, systemTime, arrivedAt, hidden }: Held<RecordKinds[RecordKind]>) {
  const iso = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : null);
  return {
    ...record,
    key,
    systemTime: iso(systemTime),
    displayTime: iso(systemTime + record.displayOffsetMinutes * MINUTE_MS)?.slice(0, -1) ?? null,
    /** Null while a late upload holds the record back. */
    arrivedAt: iso(arrivedAt),
    hidden,
  };
}
