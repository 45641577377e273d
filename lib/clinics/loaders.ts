import { notFound, redirect } from "next/navigation";
import { ownIdentity } from "@/lib/accounts/data-identity";
import { type AccountPage, loadAccountPage } from "@/lib/accounts/loaders";
import type { ViewerIdentity } from "@/lib/accounts/schema";
import { type Instant, systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { GlucoseUnit } from "@/lib/format/unit";
import { loadOwnPage, type PatientPage } from "@/lib/reports/loaders";
import { clinicPath } from "@/lib/routes";
import { readSettings } from "@/lib/settings/data";
import { accessToClinic } from "./access";
import { clinicsOf, labelsOf, membersOf, readClinic } from "./data";
import { invitationsOf, invitationsTo } from "./data-invitations";
import { type ClinicAccess, mayInClinic } from "./policy";
import type { ClinicView, InvitationToMe, InvitationView, LabelView, MemberView, OwnClinic } from "./status";

export interface ClinicsPage {
  readonly page: AccountPage;
  /** The person's own data; null for somebody who holds none. */
  readonly own: PatientPage | null;
  /** How colleagues and patients would know them; null while that is not enough. */
  readonly identity: ViewerIdentity | null;
  readonly clinics: readonly OwnClinic[];
  readonly invitations: readonly InvitationToMe[];
  readonly now: Instant;
}

/** The clinics of the signed-in person. Whoever has one and nothing to decide is there at once, unless they ask for all. */
export async function loadClinics({ isAll }: { readonly isAll: boolean }): Promise<ClinicsPage> {
  const page = await loadAccountPage();
  const clinics = await clinicsOf(page.userId);
  const invitations = await invitationsTo(page.userId);
  const [only] = clinics;
  if (only && clinics.length === 1 && invitations.length === 0 && !isAll) redirect(clinicPath(only.id));
  return {
    page,
    own: await loadOwnPage(),
    identity: await ownIdentity(page.userId),
    clinics,
    invitations,
    now: systemClock.now(),
  };
}

/** What every page of a clinic needs. Each page loads it anew and so authorises itself. */
export interface ClinicPage {
  readonly page: AccountPage;
  readonly access: ClinicAccess;
  readonly name: string;
  /** All in which the person works, this one among them. */
  readonly clinics: readonly OwnClinic[];
  readonly unit: GlucoseUnit;
  readonly delayMinutes: number;
}

/** Of a clinic in which somebody does not work there is no page, whether it exists or not. */
export async function loadClinicPage(clinicId: string): Promise<ClinicPage> {
  const page = await loadAccountPage();
  const { userId } = page;
  const access = await unlessNotFound(accessToClinic({ userId, clinicId }));
  const clinics = await clinicsOf(userId);
  const here = clinics.find(({ id }) => id === access.clinicId) ?? notFound();
  const { glucoseUnit: unit } = await readSettings(userId);
  return {
    page,
    access,
    name: here.name,
    clinics,
    unit,
    delayMinutes: env().DEXCOM_DATA_DELAY_MINUTES,
  };
}

export interface TeamPage extends ClinicPage {
  readonly clinic: ClinicView;
  readonly members: readonly MemberView[];
  /** For administrators; null for everybody else. */
  readonly managed: {
    readonly invitations: readonly InvitationView[];
    readonly labels: readonly LabelView[];
  } | null;
  readonly now: Instant;
}

export async function loadTeam(clinicId: string): Promise<TeamPage> {
  const page = await loadClinicPage(clinicId);
  const { access } = page;
  return {
    ...page,
    clinic: await unlessNotFound(readClinic(access)),
    members: await unlessNotFound(membersOf(access)),
    managed: mayInClinic(access.role, "manage")
      ? { invitations: await invitationsOf(access), labels: await labelsOf(access) }
      : null,
    now: systemClock.now(),
  };
}

async function unlessNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
