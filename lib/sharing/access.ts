import { userActor } from "@/lib/audit/schema";
import type { TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { findConnectionPatient, findOwnedPatient, type OwnedPatient, withOwnedPatient } from "./data";
import { PatientAccess } from "./policy";

/** Looked up in place of an id that cannot exist, so that nonsense costs the same query as a stranger's id. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** A person who asks for a patient's data. */
interface Asking {
  readonly userId: string;
  /** An id, or `me`. */
  readonly patient: string;
}

/**
 * Access to one's own data. Unknown, foreign and malformed ids get the very same `not_found`: the answer tells nobody
 * who exists.
 */
export async function accessAsOwner(
  asking: Asking,
  options: TransactionOptions = {},
): Promise<PatientAccess> {
  const patientId = await findOwnedPatient(ownedBy(asking), options);
  if (patientId === null) throw refused("no-such-person");
  return ownAccess(asking, patientId);
}

/** A read of one patient's data; handed on, the options keep it in the transaction that is running. */
export type PatientRead<T> = (access: PatientAccess, options: TransactionOptions) => Promise<T>;

/** What `read` finds in the very transaction in which the right to read it was looked up. Refuses like `accessAsOwner`. */
export async function readAsOwner<T extends object>(
  asking: Asking,
  read: PatientRead<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const found = await withOwnedPatient(
    ownedBy(asking),
    (patientId, running) => read(ownAccess(asking, patientId), running),
    options,
  );
  if (found === null) throw refused("no-such-person");
  return found;
}

function ownedBy({ userId, patient }: Asking): OwnedPatient {
  return { userId, patientId: patient === "me" ? null : isId(patient) ? patient : NOBODY };
}

function ownAccess({ userId }: Asking, patientId: string): PatientAccess {
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
