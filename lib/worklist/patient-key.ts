import type { DataKey, KnownKey } from "@/lib/crypto/data-key";
import { knownPatientKey, unwrapPatientKey } from "@/lib/patients/keys";
import type { ListedPatient } from "./listed-patient";

/** The key that lay wrapped in the very list that the patient stands in. */
export function keyOf({ patientId, wrappedKey }: ListedPatient): Promise<DataKey> {
  return unwrapPatientKey(patientId, wrappedKey);
}

/** The same where it lay there a moment ago: of thousands, nobody waits for those. */
export function knownKeyOf({ patientId, wrappedKey }: ListedPatient): KnownKey | null {
  return knownPatientKey(patientId, wrappedKey);
}
