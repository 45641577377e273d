import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { EgvColumns } from "@/lib/glucose/egv-columns";
import { readHandExclusions } from "@/lib/journal/data";
import type { HandExclusion } from "@/lib/journal/schema";
import { readEgvColumns, type Span } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";

/** What every figure rests on, as it is stored. */
export interface StoredReadings {
  /** Of the spans, and of whole days around them. */
  readonly columns: EgvColumns;
  /** What the person left out, whenever. */
  readonly marked: readonly HandExclusion[];
}

/** Readings and what was left out of them, in one transaction. */
export function readStoredReadings(
  access: PatientAccess,
  spans: readonly Span[],
  options: TransactionOptions = {},
): Promise<StoredReadings> {
  return inPatientTransaction(
    access,
    async (tx) => ({
      columns: await readEgvColumns(access, spans, { tx }),
      marked: await readHandExclusions(access, { tx }),
    }),
    options,
  );
}
