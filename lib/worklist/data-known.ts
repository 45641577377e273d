import type { Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import { UnsealError } from "@/lib/crypto/errors";
import type { Transaction } from "@/lib/db/client";
import { createLogger } from "@/lib/log";
import type { PatientAggregates } from "@/lib/reports/aggregates-codec";
import { openSummary } from "@/lib/reports/data-summary";
import { sealedSummaries } from "./data-sealed";
import type { ListedPatient } from "./listed-patient";
import { keyOf } from "./patient-key";
import type { Known } from "./standing";

const log = createLogger({ part: "worklist" });

/** A patient whose summary lies open. */
export interface OpenedPatient {
  readonly patient: ListedPatient;
  readonly key: DataKey;
  readonly known: Known;
  /** Nothing later is in any figure; null while nothing was counted. */
  readonly countedThrough: Instant | null;
}

/** What is known of these patients, in their order. Thousands need not lie open at a time: callers ask in parts. */
export async function openedPatients(
  tx: Transaction,
  patients: readonly ListedPatient[],
  {
    defaultTargets,
    now,
  }: { readonly defaultTargets: Targets; readonly now: { readonly availableUntil: Instant } },
): Promise<OpenedPatient[]> {
  const sealed = await sealedSummaries(
    tx,
    patients.flatMap(({ summary }) => summary ?? []),
  );
  return Promise.all(
    patients.map(async (patient) => {
      const key = await keyOf(patient);
      const aggregates = aggregatesIn(sealed.get(patient.patientId), patient, key, now);
      const known = knownBy(aggregates, patient, defaultTargets);
      return { patient, key, known, countedThrough: aggregates?.countedThrough ?? null };
    }),
  );
}

/** What is known of a patient by their opened summary; null where there is none. */
function knownBy(
  aggregates: PatientAggregates | null,
  { patientId, chosenTargets, displayOffsetMinutes, connection }: ListedPatient,
  defaultTargets: Targets,
): Known {
  return {
    patientId,
    targets: chosenTargets ?? defaultTargets,
    days: aggregates?.days ?? null,
    newestReadingAt: aggregates?.newestReadingAt ?? null,
    displayOffsetMinutes,
    connection,
  };
}

/**
 * What was counted for a patient; null while nothing was. A summary that somebody changed is none, and the log says so: one
 * patient's row must not keep a clinic from all others.
 */
function aggregatesIn(
  sealed: Uint8Array | undefined,
  { patientId, summary }: ListedPatient,
  key: DataKey,
  now: { readonly availableUntil: Instant },
): PatientAggregates | null {
  if (sealed === undefined || summary === null) return null;
  try {
    return openSummary({ ...summary, sealed }, key, now);
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error;
    log.error("summary.does-not-open", { patientId });
    return null;
  }
}
