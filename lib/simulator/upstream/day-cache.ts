import { DAY_MS, type Instant } from "@/lib/clock";
import type {
  SimulatedAlert,
  SimulatedCalibration,
  SimulatedEgv,
  SimulatedEvent,
  SimulatedPerson,
} from "@/lib/simulator/person";

/** The kinds of record that have a time, by the name the person's functions bear. */
export interface RecordKinds {
  readonly egvs: SimulatedEgv;
  readonly events: SimulatedEvent;
  readonly calibrations: SimulatedCalibration;
  readonly alerts: SimulatedAlert;
}

export type RecordKind = keyof RecordKinds;

export const RECORD_KINDS = ["egvs", "events", "calibrations", "alerts"] as const satisfies RecordKind[];

export interface Uploaded<T> {
  readonly record: T;
  readonly uploadedAt: Instant;
}

type Generate<T> = (person: SimulatedPerson, from: Instant, to: Instant) => readonly T[];

/** At 100 to 150 bytes each: bounds the memory that one kind of record can take. */
const RECORDS_MAX = 600_000;

/** Missing days are generated in runs, so that a model that warms up does so once a month and not once a day. */
const RUN_DAYS_MAX = 31;

/**
 * Generated days of one kind of record, least recently used first out, so that a client that reads a year twice pays
 * for it once.
 */
export class DayCache<T extends { readonly systemTime: Instant }> {
  readonly #generate: Generate<T>;
  readonly #recordsMax: number;
  readonly #days = new Map<string, readonly Uploaded<T>[]>();
  #records = 0;

  constructor(generate: Generate<T>, recordsMax = RECORDS_MAX) {
    this.#generate = generate;
    this.#recordsMax = recordsMax;
  }

  /** Every record with `from <= systemTime < to`, ascending, visible or not. */
  read(person: SimulatedPerson, from: Instant, to: Instant): Uploaded<T>[] {
    const start = Math.max(from, person.historyStart);
    // A record at `historyEnd` itself still counts.
    const end = Math.min(to, person.historyEnd + 1);
    const list: Uploaded<T>[] = [];
    if (start >= end) return list;
    const firstDay = Math.floor(start / DAY_MS);
    const lastDay = Math.ceil(end / DAY_MS) - 1;
    for (let day = firstDay; day <= lastDay; day++) {
      for (const one of this.#day(person, day, lastDay)) {
        if (start <= one.record.systemTime && one.record.systemTime < end) list.push(one);
      }
    }
    return list;
  }

  #day(person: SimulatedPerson, day: number, lastWanted: number): readonly Uploaded<T>[] {
    const name = dayName(person, day);
    const cached = this.#days.get(name);
    if (!cached) return this.#fill(person, day, lastWanted);
    // A map keeps the order of insertion: what was used last goes to the end.
    this.#days.delete(name);
    this.#days.set(name, cached);
    return cached;
  }

  /** Generates the run of missing days that starts here; returns the first of them. */
  #fill(person: SimulatedPerson, firstDay: number, lastWanted: number): readonly Uploaded<T>[] {
    let lastDay = firstDay;
    const isWanted = (day: number) => day <= lastWanted && day - firstDay < RUN_DAYS_MAX;
    while (isWanted(lastDay + 1) && !this.#days.has(dayName(person, lastDay + 1))) lastDay++;
    const days: Uploaded<T>[][] = Array.from({ length: lastDay - firstDay + 1 }, () => []);
    for (const record of this.#generate(person, firstDay * DAY_MS, (lastDay + 1) * DAY_MS)) {
      const day = days[Math.floor(record.systemTime / DAY_MS) - firstDay];
      day?.push({ record, uploadedAt: person.uploadedAt(record.systemTime) });
    }
    for (const [index, records] of days.entries()) {
      this.#days.set(dayName(person, firstDay + index), records);
      this.#records += records.length + 1;
    }
    this.#shrink();
    return days[0] ?? [];
  }

  #shrink(): void {
    for (const [name, records] of this.#days) {
      if (this.#records <= this.#recordsMax) return;
      this.#days.delete(name);
      this.#records -= records.length + 1;
    }
  }
}

function dayName(person: SimulatedPerson, day: number): string {
  return `${day} ${person.name}`;
}

export type DayCaches = { readonly [K in RecordKind]: DayCache<RecordKinds[K]> };

export function dayCaches(): DayCaches {
  return {
    egvs: new DayCache((person, from, to) => person.egvs(from, to)),
    events: new DayCache((person, from, to) => person.events(from, to)),
    calibrations: new DayCache((person, from, to) => person.calibrations(from, to)),
    alerts: new DayCache((person, from, to) => person.alerts(from, to)),
  };
}
