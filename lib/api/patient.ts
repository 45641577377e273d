import { requireUser } from "@/lib/auth";
import { placeOf } from "@/lib/auth/place-of-request";
import { type Standing, standingOf } from "@/lib/reports/freshness";
import { patientParam } from "@/lib/reports/schema";
import { accessAsOwner, readPatient } from "@/lib/sharing/access";
import type { LookedAtDays } from "@/lib/sharing/mutations-disclosure";
import type { Disclosed, PatientAccess } from "@/lib/sharing/policy";

interface Named {
  readonly id: string;
}

/** Who asks and what they may. */
export interface Asker {
  readonly userId: string;
  readonly access: PatientAccess;
}

/**
 * For what only owners do: 401 without a session, one and the same 404 for unknown, foreign and malformed ids, 403 for
 * whoever may look, 410 for whoever no longer may.
 */
export async function ownPatientOf(params: Named): Promise<Asker> {
  const { userId } = await requireUser();
  return { userId, access: await accessAsOwner({ userId, patient: patientIn(params) }) };
}

/** Who reads, and how old the data is that they read. */
export interface Reader extends Asker, Standing {}

/** What a request asks for, with the days that it shows; null for an answer without days. */
export interface Asked {
  readonly days: LookedAtDays | null;
}

/**
 * For reads: whoever a share lets in may ask as well, each time with a row in the patient's record. `asked` says what the
 * request is about, of which only what is shown is left; it may refuse.
 */
export async function patientOf<T extends Asked>(
  request: Request,
  params: Named,
  what: Disclosed,
  asked: (reader: Reader) => T,
): Promise<Reader & T> {
  const { userId } = await requireUser();
  const { network } = placeOf(request.headers);
  return readPatient(
    {
      userId,
      patient: patientIn(params),
      what,
      network,
      daysOf: ({ days }: Reader & T) => days,
    },
    async (access, options) => {
      const reader = { userId, access, ...(await standingOf(access, options)) };
      return { ...reader, ...asked(reader) };
    },
  );
}

/** For an answer that is not about certain days. */
export const withoutDays = (): Asked => ({ days: null });

/** An id that cannot be one is looked up all the same, so that its answer takes as long as any other. */
function patientIn({ id }: Named): string {
  const known = patientParam.safeParse(id);
  return known.success ? known.data : "unknown";
}
