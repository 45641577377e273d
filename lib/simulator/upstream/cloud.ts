import { DAY_MS, type Instant, SECOND_MS } from "@/lib/clock";
import type { SimulatedEgv, SimulatedPerson } from "@/lib/simulator/person";
import type { Quirks } from "@/lib/simulator/quirks";
import {
  type DayCache,
  RECORD_KINDS,
  type RecordKind,
  type RecordKinds,
} from "@/lib/simulator/upstream/day-cache";
import { Edits } from "@/lib/simulator/upstream/edits";
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
  /** Changes whenever an answer that was remembered may be wrong. */
  revision = 0;
  readonly #days: DayCache;

  constructor(person: SimulatedPerson, quirks: Quirks, days: DayCache) {
    this.person = person;
    this.quirks = quirks;
    this.#days = days;
  }

  /** Every record whose device time lies in the window, ascending, visible or not: the truth. */
  all<K extends RecordKind>(kind: K, window: Window): Held<RecordKinds[K]>[] {
    const aheadMs = this.quirks.deviceClockAheadSeconds * SECOND_MS;
    const from = window.from - aheadMs;
    const to = window.to - aheadMs;
    const held: Held<RecordKinds[K]>[] = [];
    for (const { record, uploadedAt } of this.#days.read(this.person, kind, from, to)) {
      const at = record.systemTime;
      const key = recordKey(kind, record);
      if (kind === "events" && this.edits.events.has(key)) continue;
      const changed = kind === "egvs" ? this.edits.egvs.get(at) : undefined;
      const arrivedAt = this.edits.arrivedAt(kind, at, uploadedAt);
      held.push({
        record: changed ? withValue(record, changed.value) : record,
        key,
        systemTime: at + aheadMs,
        arrivedAt: changed ? Math.max(arrivedAt, changed.editedAt) : arrivedAt,
        hidden: this.edits.isHidden(kind, at),
      });
    }
    if (kind === "events" && this.edits.events.size > 0) {
      // Within this branch K is "events", which the compiler cannot see.
      held.push(
        ...(this.#editedEvents(from, to, aheadMs) as Held<RecordKinds[RecordKind]>[] as Held<
          RecordKinds[K]
        >[]),
      );
      held.sort((a, b) => a.systemTime - b.systemTime);
    }
    return held;
  }

  /** The records of the window that a client can see now. */
  visible<K extends RecordKind>(kind: K, window: Window, sight: Sight): Held<RecordKinds[K]>[] {
    return this.all(kind, window).filter((held) => isVisible(held, sight));
  }

  #editedEvents(from: Instant, to: Instant, aheadMs: number): Held<RecordKinds["events"]>[] {
    const held: Held<RecordKinds["events"]>[] = [];
    for (const [key, { event, editedAt, previous }] of this.edits.events) {
      const rows = previous && this.quirks.updateAddsRow ? [previous, event] : [event];
      for (const row of rows) {
        if (row.systemTime < from || row.systemTime >= to) continue;
        const hidden = this.edits.isHidden("events", row.systemTime);
        held.push({ record: row, key, systemTime: row.systemTime + aheadMs, arrivedAt: editedAt, hidden });
      }
    }
    return held;
  }

  /**
   * First and last visible record of a kind, looked for in doubling steps from either end. With `since`, only records
   * that reached the cloud after it count.
   */
  span<K extends RecordKind>(kind: K, sight: Sight, since = Number.NEGATIVE_INFINITY) {
    const end = Math.min(sight.now - sight.delayMs, sight.dataEnd, this.person.historyEnd) + 1;
    const start =
      since === Number.NEGATIVE_INFINITY
        ? this.person.historyStart
        : this.#firstArrivalAfter(since, end, sight.now);
    const isNew = (held: Held<RecordKinds[K]>) => held.arrivedAt > since;
    const first = this.#search(kind, sight, isNew, start, end, "forward");
    return first ? { first, last: this.#search(kind, sight, isNew, start, end, "backward") ?? first } : null;
  }

  /** Uploads never overtake one another, so the first time whose upload is newer than `since` is found by halving. */
  #firstArrivalAfter(since: Instant, end: Instant, now: Instant): Instant {
    let [low, high] = [this.person.historyStart, end];
    while (high - low > SECOND_MS) {
      const middle = Math.floor((low + high) / 2);
      if (this.person.uploadedAt(middle) > since) high = middle;
      else low = middle;
    }
    const landed = this.edits.lateUploads.filter((late) => late.arrivesAt > since && late.arrivesAt <= now);
    const edited = [
      ...landed.map((late) => late.from),
      ...[...this.edits.events.values()].filter((e) => e.editedAt > since).map((e) => e.event.systemTime),
      ...[...this.edits.egvs].filter(([, changed]) => changed.editedAt > since).map(([at]) => at),
    ];
    return Math.max(this.person.historyStart, Math.min(low, ...edited));
  }

  #search<K extends RecordKind>(
    kind: K,
    sight: Sight,
    isNew: (held: Held<RecordKinds[K]>) => boolean,
    start: Instant,
    end: Instant,
    direction: "forward" | "backward",
  ): Held<RecordKinds[K]> | null {
    const aheadMs = this.quirks.deviceClockAheadSeconds * SECOND_MS;
    let reach = DAY_MS;
    for (let done = 0; done < end - start; done += reach, reach *= 2) {
      const [from, to] =
        direction === "forward"
          ? [start + done, Math.min(start + done + reach, end)]
          : [Math.max(end - done - reach, start), end - done];
      const seen = this.visible(kind, { from: from + aheadMs, to: to + aheadMs }, sight).filter(isNew);
      const found = direction === "forward" ? seen[0] : seen.at(-1);
      if (found) return found;
    }
    return null;
  }

  /** When the newest visible record of any kind reached the cloud; null for an account without records. */
  lastUpload(sight: Sight): Instant | null {
    const arrivals = RECORD_KINDS.map((kind) => this.span(kind, sight)?.last.arrivedAt).filter(
      (at) => at !== undefined,
    );
    return arrivals.length === 0 ? null : Math.max(...arrivals);
  }
}

export function isVisible(held: Held<RecordKinds[RecordKind]>, sight: Sight): boolean {
  const at = held.record.systemTime;
  return (
    !held.hidden && at <= sight.now - sight.delayMs && held.arrivedAt <= sight.now && at <= sight.dataEnd
  );
}

function recordKey<K extends RecordKind>(kind: K, record: RecordKinds[K]): string {
  if ("key" in record) return record.key;
  return `${kind} ${record.systemTime} ${record.transmitterTicks}`;
}

function withValue<T>(record: T, value: number): T {
  const status: SimulatedEgv["status"] = value < 40 ? "low" : value > 400 ? "high" : null;
  return { ...record, value, status };
}
