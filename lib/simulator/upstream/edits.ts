import type { Instant } from "@/lib/clock";
import type { RecordKind, RecordKinds } from "@/lib/simulator/upstream/day-cache";

/** Records of these kinds with `from <= systemTime < to`. */
interface EditedSpan {
  readonly id: string;
  readonly kinds: readonly RecordKind[];
  readonly from: Instant;
  to: Instant;
}

export interface LateUpload extends EditedSpan {
  /** When the span reaches the cloud; `Infinity` until it is released. */
  arrivesAt: Instant;
}

/** A record as it is now, in place of the one that the model makes under the same key. */
export interface EditedRecord<T> {
  readonly record: T;
  /** What it replaced; null for a record that was added here. */
  readonly previous: T | null;
  readonly editedAt: Instant;
}

/** What has happened to a person's records in the cloud since the model made them. */
export class Edits {
  readonly records: { readonly [K in RecordKind]: Map<string, EditedRecord<RecordKinds[K]>> } = {
    egvs: new Map(),
    events: new Map(),
    calibrations: new Map(),
    alerts: new Map(),
  };
  readonly lateUploads: LateUpload[] = [];
  readonly hidden: EditedSpan[] = [];

  isHidden(kind: RecordKind, systemTime: Instant): boolean {
    for (const span of this.hidden) if (covers(span, kind, systemTime)) return true;
    return false;
  }

  /** The later of the ordinary upload and of the late uploads that hold the record back. */
  arrivedAt(kind: RecordKind, systemTime: Instant, uploadedAt: Instant): Instant {
    let arrivedAt = uploadedAt;
    for (const late of this.lateUploads) {
      if (covers(late, kind, systemTime)) arrivedAt = Math.max(arrivedAt, late.arrivesAt);
    }
    return arrivedAt;
  }
}

function covers(span: EditedSpan, kind: RecordKind, systemTime: Instant): boolean {
  return span.kinds.includes(kind) && span.from <= systemTime && systemTime < span.to;
}
