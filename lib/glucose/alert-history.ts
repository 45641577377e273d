import type { LocalDate } from "./local-time";
import type { AlertSchedule, AlertSetting, DeviceSnapshot } from "./reading";

/** The devices of the account as they were at the last look on a day (UTC). */
export interface DeviceDay {
  readonly day: LocalDate;
  readonly devices: readonly DeviceSnapshot[];
}

/** One alert that was set differently than at the look before. */
export interface AlertChange {
  /** The day (UTC) of the first look that saw it: the change itself lies between that look and the one before. */
  readonly day: LocalDate;
  readonly device: DeviceSnapshot;
  readonly schedule: AlertSchedule;
  readonly name: string;
  /** Null where the alert, or its schedule, is new or gone. */
  readonly before: AlertSetting | null;
  readonly after: AlertSetting | null;
}

/** What makes a device the same at two looks: an account has one app or receiver of each kind. */
export function deviceKey({ displayDevice, displayApp, transmitterGeneration }: DeviceSnapshot): string {
  return [displayDevice, displayApp, transmitterGeneration].join("/");
}

/**
 * Every change of an alert between two looks, newest first. Sounds are left aside. A device seen for the first time
 * changes nothing, and one that is missing for a while is compared with how it was last seen.
 */
export function alertChanges(history: readonly DeviceDay[]): AlertChange[] {
  const known = new Map<string, DeviceSnapshot>();
  const changes: AlertChange[] = [];
  for (const { day, devices } of history.toSorted((a, b) => a.day.localeCompare(b.day))) {
    for (const device of devices) {
      const before = known.get(deviceKey(device));
      if (before !== undefined) changes.push(...changesBetween(before, device, day));
      known.set(deviceKey(device), device);
    }
  }
  return changes.reverse();
}

function changesBetween(before: DeviceSnapshot, after: DeviceSnapshot, day: LocalDate): AlertChange[] {
  const earlier = rowsOf(before);
  const later = rowsOf(after);
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key): AlertChange[] => {
    const [from, to] = [earlier.get(key), later.get(key)];
    const row = to ?? from;
    if (row === undefined || (from && to && isSame(from.setting, to.setting))) return [];
    const { schedule, setting } = row;
    return [
      {
        day,
        device: after,
        schedule,
        name: setting.name,
        before: from?.setting ?? null,
        after: to?.setting ?? null,
      },
    ];
  });
}

interface Row {
  readonly schedule: AlertSchedule;
  readonly setting: AlertSetting;
}

function rowsOf({ schedules }: DeviceSnapshot): Map<string, Row> {
  return new Map(
    schedules.flatMap((schedule) =>
      schedule.settings.map((setting): [string, Row] => [
        JSON.stringify([schedule.isDefault ? null : schedule.name, setting.name]),
        { schedule, setting },
      ]),
    ),
  );
}

function isSame(a: AlertSetting, b: AlertSetting): boolean {
  return (
    a.enabled === b.enabled &&
    a.value === b.value &&
    a.unit === b.unit &&
    a.snoozeMinutes === b.snoozeMinutes &&
    a.delayMinutes === b.delayMinutes
  );
}
