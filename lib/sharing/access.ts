import { type Clock, systemClock } from "@/lib/clock";
import type { TransactionOptions } from "@/lib/db/context";
import { env } from "@/lib/env";
import type { AppError } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { isPatient } from "@/lib/patients/data";
import { refused } from "@/lib/refusals";
import { findConnectionPatient } from "./data";
import {
  type AskedPatient,
  type Asker,
  NOBODY,
  type Reach,
  type ReachOptions,
  withReach,
} from "./data-reach";
import { type LookedAtDays, recordDisclosures } from "./mutations-disclosure";
import { type Disclosed, isExport, PatientAccess, shows } from "./policy";

/** A person who asks for a patient's data. */
interface Asking {
  readonly userId: string;
  /** An id, or `me`. */
  readonly patient: string;
}

/**
 * Somebody who asks, signed in or by a link, and what they want to see: whoever is not the owner leaves a row in the
 * patient's record, and so does the owner who takes a file away.
 */
export interface Looking<T> extends Pick<Asker, "userId"> {
  /** Left out where a link is of no use. */
  readonly visitToken?: string | null;
  /** On behalf of this clinic and in no other way, but for what is their own; left out for whichever way there is. */
  readonly clinicId?: string | null;
  /** An id, or `me`. */
  readonly patient: string;
  readonly what: Disclosed;
  /** Which days what was found is about; left out for a view without days. */
  readonly daysOf?: ((found: T) => LookedAtDays | null) | undefined;
  /** From where; null where it is not known. */
  readonly network: string | null;
}

export interface AccessOptions extends TransactionOptions {
  readonly clock?: Clock;
  readonly delayMinutes?: number;
}

/**
 * Access to one's own data, for what only owners do. Unknown, foreign and malformed ids get the very same `not_found`:
 * the answer tells nobody who exists.
 */
export function accessAsOwner(asking: Asking, options: AccessOptions = {}): Promise<PatientAccess> {
  return withReach(
    askedBy({ ...asking, visitToken: null, clinicId: null }),
    async (reach) => {
      if (reach.kind !== "owner") throw refusalOf(reach, "read-only");
      return ownAccess(reach);
    },
    reachOptions(options),
  );
}

/** A read of one patient's data; handed on, the options keep it in the transaction that is running. */
export type PatientRead<T> = (access: PatientAccess, options: TransactionOptions) => Promise<T>;

/**
 * What `read` finds in the very transaction in which the right to read it was looked up: as the owner, or on a share that
 * reaches that far, and then with its row in the record. Without either it refuses like `accessAsOwner`; somebody whose
 * share has ended is told so.
 */
export function readPatient<T>(
  looking: Looking<T>,
  read: PatientRead<T>,
  options: AccessOptions = {},
): Promise<T> {
  const { what, daysOf, network } = looking;
  return withReach(
    askedBy({ visitToken: null, clinicId: null, ...looking }),
    async (reach, { tx }) => {
      if (reach.kind === "owner") {
        const { patientId, actor } = reach;
        const found = await read(ownAccess(reach), { tx });
        if (!isExport(what)) return found;
        const own = { patientId, shareId: null, what, days: daysOf?.(found) ?? null };
        await recordDisclosures(tx, { actor, name: "", clinic: null, network }, [own]);
        return found;
      }
      if (reach.kind !== "viewer" || !shows(reach.limits, what)) throw refusalOf(reach, "not-shared");
      const { patientId, actor, shareId, identity, clinic } = reach;
      const access = viewerAccess(reach);
      const found = await read(access, { tx });
      const looker = { actor, name: identity?.name ?? "", clinic, network };
      await recordDisclosures(tx, looker, [{ patientId, shareId, what, days: daysOf?.(found) ?? null }]);
      return found;
    },
    reachOptions(options),
  );
}

/**
 * On what somebody rests who reaches a patient, as `PatientAccess.grounds` says it; null for whoever does not. Nothing of the
 * patient is read, and no row is written.
 */
export function groundsOf(
  { visitToken, ...asking }: Asker & Pick<Asking, "patient">,
  options: AccessOptions = {},
): Promise<string | null> {
  return withReach(
    askedBy({ ...asking, visitToken, clinicId: null }),
    async (reach) => {
      if (reach.kind === "owner") return ownAccess(reach).grounds;
      return reach.kind === "viewer" ? viewerAccess(reach).grounds : null;
    },
    reachOptions(options),
  );
}

/** What somebody is told who may not: whoever was never let in learns nothing at all. */
function refusalOf({ kind }: Reach, asViewer: "read-only" | "not-shared"): AppError {
  if (kind === "viewer") return refused(asViewer);
  return refused(kind === "former" ? "share-ended" : "no-such-person");
}

function reachOptions({
  clock = systemClock,
  delayMinutes = env().DEXCOM_DATA_DELAY_MINUTES,
  ...options
}: AccessOptions): ReachOptions {
  return { ...options, clock, delayMinutes };
}

function askedBy({
  userId,
  visitToken,
  clinicId,
  patient,
}: Omit<AskedPatient, "patientId"> & Pick<Asking, "patient">): AskedPatient {
  return {
    userId,
    visitToken,
    clinicId,
    patientId: patient === "me" ? null : isId(patient) ? patient : NOBODY,
  };
}

function ownAccess({ patientId, actor }: Extract<Reach, { readonly kind: "owner" }>): PatientAccess {
  return PatientAccess.mint({ patientId, actor, capability: "owner" });
}

function viewerAccess({
  patientId,
  actor,
  shareId,
  limits,
  clinic,
}: Extract<Reach, { readonly kind: "viewer" }>): PatientAccess {
  return PatientAccess.mint({
    patientId,
    actor,
    capability: "viewer",
    share: { id: shareId, limits, clinic },
  });
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

/** Access for counting anew what is kept about a patient's newest days; null when there is no such patient any more. */
export async function accessForSummary(
  patientId: string,
  options: TransactionOptions = {},
): Promise<PatientAccess | null> {
  if (!(await isPatient(patientId, options))) return null;
  return PatientAccess.mint({ patientId, actor: "system:sync", capability: "sync" });
}
