import type { Instant } from "@/lib/clock";

/**
 * Why readings may be left out. `sensor-start`: a new sensor's first hours. `compression-low`: a suspicion that
 * somebody lay on the sensor, never more than that. `by-hand`: a person marked it.
 */
export type ExclusionKind = "sensor-start" | "compression-low" | "by-hand";

/**
 * A span of time whose readings a figure may leave out. Nothing is deleted by it: readings are kept as they came, and
 * every figure can be computed with them and without.
 */
export interface Exclusion {
  readonly kind: ExclusionKind;
  /** Half-open: a reading at `from` is left out, one at `to` is not. */
  readonly from: Instant;
  readonly to: Instant;
  /** Only this sensor's readings: another one worn beside it still speaks. Null: every reading of the span. */
  readonly transmitterId: string | null;
  /** Plain text for people. */
  readonly reason: string;
  /** Whoever marked it, opaque here; null where a rule found it. */
  readonly markedBy: string | null;
}
