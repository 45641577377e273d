import { accessToClinic } from "@/lib/clinics/access";
import { readClinic } from "@/lib/clinics/data";
import { invitationsTo } from "@/lib/clinics/data-invitations";
import { setUpClinic } from "@/lib/clinics/mutations";
import { acceptInvitation, inviteMember } from "@/lib/clinics/mutations-invitation";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { ClinicRole } from "@/lib/clinics/schema";
import { proposeClinic, shareWithClinic } from "@/lib/sharing/mutations-clinic";
import type { ShareTerms } from "@/lib/sharing/schema";
import {
  FULL_TERMS,
  newViewer,
  noMessage,
  type Sharer,
  type SharingTools,
} from "@/tests/integration/sharing-support";

/** Somebody who can be known: they signed in with an address, and gave a name. */
export interface Colleague {
  readonly userId: string;
  readonly address: string;
  readonly name: string;
}

export async function newColleague(
  { db }: Pick<SharingTools, "db">,
  { address, name = `Dr ${address}` }: { readonly address: string; readonly name?: string },
): Promise<Colleague> {
  return { userId: await newViewer(db, address, name), address, name };
}

/** A clinic, and whoever set it up, as its administrator. */
export async function newClinic(
  tools: SharingTools,
  { userId }: Colleague,
  name = "Clinic",
): Promise<ClinicAccess> {
  const { clinicId } = await setUpClinic({ userId, name }, tools);
  return accessToClinic({ userId, clinicId }, tools);
}

/** From the invitation to the first time they come in. */
export async function joins(
  { db }: Pick<SharingTools, "db">,
  administrator: ClinicAccess,
  { userId, address }: Colleague,
  role: ClinicRole = "clinician",
): Promise<ClinicAccess> {
  await inviteMember(administrator, { address, role }, noMessage, { db, now: Date.now() });
  const [invitation] = await invitationsTo(userId, { db });
  await acceptInvitation({ userId, invitationId: invitation?.id ?? "" }, { db });
  return accessToClinic({ userId, clinicId: administrator.clinicId }, { db });
}

/** From the clinic's code to the confirmation; gives the share. */
export async function sharesWith(
  { db, pool }: SharingTools,
  { access, userId }: Sharer,
  clinic: ClinicAccess,
  terms: Partial<ShareTerms> = {},
): Promise<string> {
  const options = { db, now: Date.now() };
  const { code: typed } = await readClinic(clinic, { db });
  const asked = { typed, terms: { ...FULL_TERMS, ...terms }, network: `network of ${userId}` };
  const { proposal } = await proposeClinic(access, asked, { ...options, pool });
  return (await shareWithClinic(access, proposal, options)).shareId;
}
