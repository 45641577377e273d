import { type Clock, type Instant, MINUTE_MS } from "@/lib/clock";
import type { DeviceList } from "@/lib/dexcom/client";
import type { RecordPage } from "@/lib/dexcom/page";
import { availableUntil } from "@/lib/glucose/delay";
import type { DeviceSnapshot } from "@/lib/glucose/reading";
import { err, ok } from "@/lib/result";
import { nameBasedUuid } from "@/lib/simulator/identifiers";
import type { SimulatedPerson } from "@/lib/simulator/person";
import type { WindowPage, WindowTask } from "@/lib/sync/read-upstream";
import type { Upstream } from "@/lib/sync/upstream";

/** What answers for Dexcom. */
export interface DemoDexcom {
  readonly clock: Clock;
  readonly delayMinutes: number;
}

/**
 * The Dexcom of one patient of the demo's clinic, without a wire: what the simulated person has measured, as sync would have
 * read it from the answers. Hundreds of people over HTTP would keep a laptop busy for minutes.
 */
export function demoUpstream(person: SimulatedPerson, { clock, delayMinutes }: DemoDexcom): Upstream {
  const until = () => Math.min(availableUntil(clock, delayMinutes), person.historyEnd);
  return {
    async dataRange(lastSyncTime) {
      const span = { start: Math.max(person.historyStart, lastSyncTime ?? -Infinity), end: until() };
      const range = span.start < span.end ? span : null;
      return ok({ userId: person.name, egvs: range, events: range, calibrations: range });
    },
    async read(tasks, { devices }) {
      return ok({
        pages: tasks.map((task) => pageOf(person, task)),
        devices: devices ? devicesOf(person, until()) : null,
        failures: new Map(),
      });
    },
  };
}

/** Dexcom once somebody has taken their permission back there. */
export const REVOKED: Upstream = {
  dataRange: async () => err({ kind: "refresh-refused", provenRevoked: true }),
  read: async () => err({ kind: "refresh-refused", provenRevoked: true }),
};

function pageOf(person: SimulatedPerson, { kind, planned, window: { from, to } }: WindowTask): WindowPage {
  const { displayDevice, transmitterGeneration, displayApp } = person.device;
  const device = { displayDevice, transmitterGeneration };
  const recordId = (key: string) => nameBasedUuid(`${person.name} ${kind} ${key}`);
  switch (kind) {
    case "egv": {
      const records = person.egvs(from, to).map((egv) => ({ ...egv, ...device }));
      return { kind, planned, page: page(person, records) };
    }
    case "event": {
      const records = person
        .events(from, to)
        .map(({ key, eventType: type, eventSubType: subType, eventStatus: status, ...event }) => {
          const { systemTime, displayOffsetMinutes, value, unit } = event;
          return {
            recordId: recordId(key),
            type,
            subType,
            status,
            systemTime,
            displayOffsetMinutes,
            value,
            unit,
          };
        });
      return { kind, planned, page: page(person, records) };
    }
    case "calibration": {
      const records = person.calibrations(from, to).map(({ key, ...record }) => ({
        recordId: recordId(key),
        unit: "mg/dL" as const,
        ...record,
        ...device,
      }));
      return { kind, planned, page: page(person, records) };
    }
    default: {
      const records = person
        .alerts(from, to)
        .map(({ key, alertName: name, alertState: state, ...record }) => ({
          recordId: recordId(key),
          name,
          state,
          ...record,
          ...device,
          displayApp,
        }));
      return { kind, planned, page: page(person, records) };
    }
  }
}

function page<T extends { readonly systemTime: Instant }>(
  { name: userId }: SimulatedPerson,
  records: readonly T[],
): RecordPage<T> {
  const dataThrough = records.at(-1)?.systemTime ?? null;
  return { userId, records, quarantined: [], withheld: 0, outside: 0, dataThrough };
}

const EVERY_DAY = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function devicesOf(person: SimulatedPerson, until: Instant): DeviceList {
  const { displayDevice, displayApp, transmitterGeneration, transmitterGenerationVariant } = person.device;
  const settings = person.device.alertSettings.map(
    ({ alertName: name, snooze: snoozeMinutes, ...setting }) => ({
      name,
      snoozeMinutes,
      delayMinutes: null,
      soundTheme: null,
      soundOutputMode: null,
      ...setting,
    }),
  );
  const device: DeviceSnapshot = {
    lastUploadAt: until,
    transmitterId: person.egvs(until - 30 * MINUTE_MS, until).at(-1)?.transmitterId ?? null,
    transmitterGeneration,
    transmitterGenerationVariant,
    displayDevice,
    displayApp,
    schedules: [
      {
        name: "",
        enabled: true,
        isDefault: true,
        startMinute: 0,
        endMinute: 0,
        daysOfWeek: EVERY_DAY,
        settings,
      },
    ],
  };
  return { userId: person.name, devices: [device], quarantined: [] };
}
