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

interface CachedDay {
  readonly records: readonly Uploaded<RecordKinds[RecordKind]>[];
}

/**
 * Generated days, least recently used first out, so that a client that reads a year twice pays for it once.
 * `recordsMax` bounds memory: about 100 bytes each.
 */
export class DayCache {
  readonly #days = new Map<string, CachedDay>();
  readonly #recordsMax: number;
  #records = 0;

  constructor(recordsMax = 600_000) {
    this.#recordsMax = recordsMax;
  }

  /** Every record with `from <= systemTime < to`, ascending, visible or not. */
  read<K extends RecordKind>(
    person: SimulatedPerson,
    kind: K,
    from: Instant,
    to: Instant,
  ): Uploaded<RecordKinds[K]>[] {
    const start = Math.max(from, person.historyStart);
    // `historyEnd` is the last instant that can have a record, so the day that holds it belongs to the window.
    const end = Math.min(to, person.historyEnd + 1);
    const out: Uploaded<RecordKinds[K]>[] = [];
    if (start >= end) return out;
    const firstDay = Math.floor(start / DAY_MS);
    const lastDay = Math.ceil(end / DAY_MS) - 1;
    for (let day = firstDay; day <= lastDay; day++) {
      const records = this.#day(person, kind, day, lastDay);
      if (day > firstDay && day < lastDay) out.push(...records);
      else for (const one of records) if (inWindow(one.record.systemTime, start, end)) out.push(one);
    }
    return out;
  }

  #day<K extends RecordKind>(person: SimulatedPerson, kind: K, day: number, lastWanted: number) {
    const name = dayName(person, kind, day);
    const cached = this.#days.get(name);
    if (cached) {
      this.#days.delete(name);
      this.#days.set(name, cached);
    } else {
      this.#generate(person, kind, day, lastWanted);
    }
    // The cache holds what `generate` put under a name that says its kind.
    return (this.#days.get(name)?.records ?? []) as readonly Uploaded<RecordKinds[K]>[];
  }

  /** Generates the whole run of missing days in one call: a model that warms up does so once. */
  #generate(person: SimulatedPerson, kind: RecordKind, firstDay: number, lastWanted: number): void {
    let lastDay = firstDay;
    while (
      lastDay < lastWanted &&
      lastDay - firstDay < 31 &&
      !this.#days.has(dayName(person, kind, lastDay + 1))
    ) {
      lastDay++;
    }
    const days: Uploaded<RecordKinds[RecordKind]>[][] = Array.from(
      { length: lastDay - firstDay + 1 },
      () => [],
    );
    for (const record of person[kind](firstDay * DAY_MS, (lastDay + 1) * DAY_MS)) {
      const uploadedAt = person.uploadedAt(record.systemTime);
      days[Math.floor(record.systemTime / DAY_MS) - firstDay]?.push({ record, uploadedAt });
    }
    // Newest first, so that the day asked for is the last one that this run could push out.
    for (const [index, records] of [...days.entries()].reverse()) {
      this.#days.set(dayName(person, kind, firstDay + index), { records });
      this.#records += records.length + 1;
    }
    this.#shrink();
  }

  #shrink(): void {
    for (const [name, day] of this.#days) {
      if (this.#records <= this.#recordsMax || this.#days.size === 1) return;
      this.#days.delete(name);
      this.#records -= day.records.length + 1;
    }
  }
}

function dayName(person: SimulatedPerson, kind: RecordKind, day: number): string {
  return `${kind} ${day} ${person.name}`;
}

function inWindow(at: Instant, from: Instant, to: Instant): boolean {
  return from <= at && at < to;
}
