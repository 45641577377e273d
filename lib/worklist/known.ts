import type { Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import { UnsealError } from "@/lib/crypto/errors";
import { createLogger } from "@/lib/log";
import { knownPatientKey, unwrapPatientKey } from "@/lib/patients/keys";
import type { PatientAggregates } from "@/lib/reports/aggregates-codec";
import { openSummary } from "@/lib/reports/data-summary";
import { openOwnerWords } from "@/lib/sharing/sealed-share";
import type { ListedPatient } from "./listed-patient";
import type { Known } from "./standing";

const log = createLogger({ part: "worklist" });

/** The key that lay wrapped in the very list that the patient stands in. */
export function keyOf({ patientId, wrappedKey }: ListedPatient): Promise<DataKey> {
  return unwrapPatientKey(patientId, wrappedKey);
}

/** The same where it lay there a moment ago: of thousands, nobody waits for those. */
export function knownKeyOf({ patientId, wrappedKey }: ListedPatient): DataKey | null {
  return knownPatientKey(patientId, wrappedKey);
}

/** What is known of a patient by their opened summary; null where there is none. */
export function knownBy(
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
export function aggregatesIn(
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

/** The name that a patient gave this clinic, from the words sealed with their share. */
export function nameIn(words: string, { shareId }: ListedPatient, key: DataKey): string {
  return openOwnerWords(Buffer.from(words, "hex"), shareId, key).patientName;
}
