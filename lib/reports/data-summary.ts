import type { Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";
import {
  decodeAggregates,
  encodeAggregates,
  type PatientAggregates,
  SUMMARY_FORMAT,
} from "./aggregates-codec";

/** A row of `glucose_summary`, as far as it takes to open it. */
export interface SummaryRow {
  readonly patientId: string;
  readonly revision: number;
  readonly format: number;
  /** Null before the first time, and where there is no key any more. */
  readonly sealed: Uint8Array | null;
}

type SummaryPlace = Pick<SummaryRow, "patientId" | "revision">;

function contextOf({ patientId, revision }: SummaryPlace, format: number): SealContext {
  return ["glucose-summary", patientId, format, revision];
}

export function sealSummary(place: SummaryPlace, aggregates: PatientAggregates, { key }: DataKey) {
  return seal(encodeAggregates(aggregates), key, contextOf(place, SUMMARY_FORMAT));
}

/**
 * What a row says, for lists of thousands of patients. Null where nothing was computed, by this version of the program at
 * least, and where it says something of a time that may not be shown yet (only after the delay was made longer): the row
 * will be there again soon. Throws `UnsealError` when it was changed or moved: tampering never turns into data.
 */
export function openSummary(
  row: SummaryRow,
  { key }: DataKey,
  { availableUntil }: { readonly availableUntil: Instant },
): PatientAggregates | null {
  const { sealed, format } = row;
  if (sealed === null || format !== SUMMARY_FORMAT) return null;
  const aggregates = decodeAggregates(unseal(sealed, key, contextOf(row, format)));
  return aggregates.countedThrough > availableUntil ? null : aggregates;
}
