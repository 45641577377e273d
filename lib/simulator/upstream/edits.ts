import type { Instant } from "@/lib/clock";
import type { SimulatedEvent } from "@/lib/simulator/person";
import type { RecordKind } from "@/lib/simulator/upstream/day-cache";

/** Records of these kinds with `from <= systemTime < to`. */
export interface EditedSpan {
  readonly id: string;
  readonly kinds: readonly RecordKind[];
  readonly from: Instant;
  readonly to: Instant;
}

export interface LateUpload extends Omit<EditedSpan, "to"> {
  to: Instant;
  /** When the span reaches the cloud; `Infinity` until it is released. */
  arrivesAt: Instant;
}

export interface EditedEvent {
  readonly event: SimulatedEvent;
  readonly editedAt: Instant;
  /** The row this one replaced, kept for `updateAddsRow`; null for an event that was added here. */
  readonly previous: SimulatedEvent | null;
}

export interface ChangedEgv {
  readonly value: number;
  readonly editedAt: Instant;
}

/** What has happened to a person's records in the cloud since the model made them. */
export class Edits {
  readonly events = new Map<string, EditedEvent>();
  /** By true `systemTime`. */
  readonly egvs = new Map<Instant, ChangedEgv>();
  readonly lateUploads: LateUpload[] = [];
  readonly hidden: EditedSpan[] = [];

  isHidden(kind: RecordKind, systemTime: Instant): boolean {
    return this.hidden.some((span) => covers(span, kind, systemTime));
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
