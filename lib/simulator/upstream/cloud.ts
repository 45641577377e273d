import { type Instant, SECOND_MS } from "@/lib/clock";
import { shareOf } from "@/lib/simulator/identifiers";
import type { SimulatedPerson } from "@/lib/simulator/person";
import type { Quirks } from "@/lib/simulator/quirks";
import type { DayCaches, RecordKind, RecordKinds } from "@/lib/simulator/upstream/day-cache";
import { type EditedRecord, Edits } from "@/lib/simulator/upstream/edits";
import type { Window } from "@/lib/simulator/window";

/** One record as the cloud holds it. */
export interface Held<T> {
  readonly record: T;
  /** Stable name from which the recordId is made. */
  readonly key: string;
  /** What the device says; differs from the record's own time when the device's clock is wrong. */
  readonly systemTime: Instant;
  /** When this state of the record reached the cloud, edits included. */
  readonly arrivedAt: Instant;
  readonly hidden: boolean;
}

/** How far the cloud lets a client see at one moment. */
export interface Sight {
  readonly now: Instant;
  readonly delayMs: number;
  /** After this instant there are no records at all: the fixed end of a frozen sandbox. */
  readonly dataEnd: Instant;
}

/** What Dexcom's cloud holds of one person: the model's records, as edited. */
export class Cloud {
  readonly person: SimulatedPerson;
  quirks: Quirks;
  edits = new Edits();
  readonly #days: DayCaches;

  constructor(person: SimulatedPerson, quirks: Quirks, days: DayCaches) {
    this.person = person;
    this.quirks = quirks;
    this.#days = days;
  }

  /** How far the device's clock runs ahead. */
  get aheadMs(): number {
    return this.quirks.deviceClockAheadSeconds * SECOND_MS;
  }

  /** Every record whose device time lies in the window, ascending, visible or not: the truth. */
  all<K extends RecordKind>(kind: K, window: Window): Held<RecordKinds[K]>[] {
    return this.#held(kind, window, EVERYTHING);
  }

  /** The records of the window that a client can see now: past the delay, uploaded, and not hidden. */
  visible<K extends RecordKind>(kind: K, window: Window, sight: Sight): Held<RecordKinds[K]>[] {
    return this.#held(kind, window, sight);
  }

  #held<K extends RecordKind>(kind: K, window: Window, sight: Sight | null): Held<RecordKinds[K]>[] {
    const { aheadMs, edits } = this;
    // A second more at the start: with milliseconds a record of the second before can lie in the window.
    const [from, to] = [window.from - aheadMs - SECOND_MS, window.to - aheadMs];
    const edited = edits.records[kind];
    const latest = sight === null ? to : Math.min(sight.now - sight.delayMs, sight.dataEnd);
    const list: Held<RecordKinds[K]>[] = [];
    const add = (record: RecordKinds[K], key: string, uploadedAt: Instant) => {
      const at = record.systemTime;
      const systemTime = at + aheadMs + this.#milliseconds(at, key);
      if (systemTime < window.from || systemTime >= window.to) return;
      const arrivedAt = edits.arrivedAt(kind, at, uploadedAt);
      const hidden = edits.isHidden(kind, at);
      if (sight !== null && (hidden || at > latest || arrivedAt > sight.now)) return;
      list.push({ record, key, systemTime, arrivedAt, hidden });
    };
    for (const { record, uploadedAt } of this.#days[kind].read(this.person, from, Math.min(to, latest + 1))) {
      const key = recordKey(kind, record);
      if (edited.size === 0 || !edited.has(key)) add(record, key, uploadedAt);
    }
    if (edited.size === 0) return list;
    for (const [key, edit] of edited) {
      for (const record of this.#rowsOf(edit)) add(record, key, edit.editedAt);
    }
    return list.sort((a, b) => a.systemTime - b.systemTime);
  }

  /** What a device that sends milliseconds adds to a whole second: the same every time. */
  #milliseconds(at: Instant, key: string): number {
    if (!this.quirks.milliseconds || at % SECOND_MS !== 0) return 0;
    return Math.floor(shareOf(`milliseconds ${key}`) * SECOND_MS);
  }

  /** Whether an update replaces the row or adds one under the same id is not known: a quirk decides. */
  #rowsOf<T>({ record, previous }: EditedRecord<T>): T[] {
    return previous !== null && this.quirks.updateAddsRow ? [previous, record] : [record];
  }
}

const EVERYTHING = null;

function recordKey<K extends RecordKind>(kind: K, record: RecordKinds[K]): string {
  return "key" in record ? record.key : `${kind} ${record.systemTime} ${record.transmitterTicks}`;
}
