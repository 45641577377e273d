import { userActor } from "@/lib/audit/schema";
import type { TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { findConnectionPatient, findOwnedPatient } from "./data";
import { PatientAccess } from "./policy";

/** Looked up in place of an id that cannot exist, so that nonsense costs the same query as a stranger's id. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Access to one's own data. `patient` is an id or `me`. Unknown, foreign and malformed ids get the very same
 * `not_found`: the answer tells nobody who exists.
 */
export async function accessAsOwner(
  { userId, patient }: { readonly userId: string; readonly patient: string },
  options: TransactionOptions = {},
): Promise<PatientAccess> {
  const asked = patient === "me" ? null : isId(patient) ? patient : NOBODY;
  const patientId = await findOwnedPatient({ userId, patientId: asked }, options);
  if (patientId === null) throw refused("no-such-person");
  return PatientAccess.mint({ patientId, actor: userActor(userId), capability: "owner" });
}

/** Access for the background import of one connection; null when that connection is gone. */
export async function accessForSync(
  connectionId: string,
  options: TransactionOptions = {},
): Promise<PatientAccess | null> {
  const patientId = await findConnectionPatient(connectionId, options);
  if (patientId === null) return null;
  return PatientAccess.mint({ patientId, actor: "system:sync", capability: "sync" });
}
