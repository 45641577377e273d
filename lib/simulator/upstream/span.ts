import { DAY_MS, type Instant, SECOND_MS } from "@/lib/clock";
import type { Cloud, Held, Sight } from "@/lib/simulator/upstream/cloud";
import { RECORD_KINDS, type RecordKind, type RecordKinds } from "@/lib/simulator/upstream/day-cache";

export interface RecordSpan<K extends RecordKind> {
  readonly first: Held<RecordKinds[K]>;
  readonly last: Held<RecordKinds[K]>;
}

/**
 * First and last visible record of a kind; null when there is none. With `since`, only records that reached the cloud
 * after it count, so that what arrives late counts with its old time.
 */
export function spanOf<K extends RecordKind>(
  cloud: Cloud,
  kind: K,
  sight: Sight,
  since = Number.NEGATIVE_INFINITY,
): RecordSpan<K> | null {
  const { historyStart, historyEnd } = cloud.person;
  const to = Math.min(sight.now - sight.delayMs, sight.dataEnd, historyEnd) + 1;
  const isAll = since === Number.NEGATIVE_INFINITY;
  const from = isAll ? historyStart : firstArrivalAfter(cloud, kind, { since, to, now: sight.now });
  const seen = (start: Instant, end: Instant) =>
    cloud
      // A second more, because a device that sends milliseconds may lie that far ahead.
      .visible(kind, { from: start + cloud.aheadMs, to: end + cloud.aheadMs + SECOND_MS }, sight)
      .filter((held) => held.arrivedAt > since);
  const first = searchForward(seen, from, to);
  const last = first && searchBackward(seen, from, to);
  return first && last ? { first, last } : null;
}

/** When something last reached the cloud; null for an account without records. */
export function lastUpload(cloud: Cloud, sight: Sight): Instant | null {
  const { lateUploads, records } = cloud.edits;
  const arrivals = [
    ...RECORD_KINDS.map((kind) => spanOf(cloud, kind, sight)?.last.arrivedAt ?? Number.NEGATIVE_INFINITY),
    ...lateUploads.map((late) => late.arrivesAt),
    ...RECORD_KINDS.flatMap((kind) => [...records[kind].values()].map((edit) => edit.editedAt)),
  ];
  const last = Math.max(...arrivals.filter((at) => at <= sight.now));
  return Number.isFinite(last) ? last : null;
}

/**
 * Earliest systemTime whose record can have reached the cloud after `since`. Ordinary uploads never overtake one
 * another, so halving finds it; edits and late uploads are looked at one by one.
 */
function firstArrivalAfter(
  { person, edits }: Cloud,
  kind: RecordKind,
  { since, to, now }: { readonly since: Instant; readonly to: Instant; readonly now: Instant },
): Instant {
  let [low, high] = [person.historyStart, to];
  while (high - low > SECOND_MS) {
    const middle = Math.floor((low + high) / 2);
    if (person.uploadedAt(middle) > since) high = middle;
    else low = middle;
  }
  const landed = edits.lateUploads.filter((late) => late.arrivesAt > since && late.arrivesAt <= now);
  const edited = [...edits.records[kind].values()].filter((edit) => edit.editedAt > since);
  const starts = [low, ...landed.map((late) => late.from), ...edited.map((edit) => edit.record.systemTime)];
  return Math.max(person.historyStart, Math.min(...starts));
}

type Seen<T> = (from: Instant, to: Instant) => readonly T[];

// In doubling steps: the next record is mostly within a day, and an account without any is soon searched.
function searchForward<T>(seen: Seen<T>, from: Instant, to: Instant): T | null {
  for (let start = from, reach = DAY_MS; start < to; start += reach, reach *= 2) {
    const first = seen(start, Math.min(start + reach, to))[0];
    if (first !== undefined) return first;
  }
  return null;
}

function searchBackward<T>(seen: Seen<T>, from: Instant, to: Instant): T | null {
  for (let end = to, reach = DAY_MS; end > from; end -= reach, reach *= 2) {
    const last = seen(Math.max(end - reach, from), end).at(-1);
    if (last !== undefined) return last;
  }
  return null;
}
