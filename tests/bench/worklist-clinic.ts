import type { Pool } from "pg";
import { saveName } from "@/lib/accounts/mutations";
import { askForLink, openLink } from "@/lib/accounts/mutations-link";
import { startSession } from "@/lib/auth/adapter";
import { cookieNames } from "@/lib/auth/cookies";
import { accessToClinic } from "@/lib/clinics/access";
import { invitationsTo } from "@/lib/clinics/data-invitations";
import { setUpClinic } from "@/lib/clinics/mutations";
import { acceptInvitation, inviteMember } from "@/lib/clinics/mutations-invitation";
import { addLabel } from "@/lib/clinics/mutations-label";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { systemClock } from "@/lib/clock";
import { inClinicTransaction } from "@/lib/db/context";
import { env } from "@/lib/env";
import { newId, newSecretToken } from "@/lib/ids";

/** A clinic with the labels that its list can be narrowed by. */
export interface BenchClinic {
  readonly name: string;
  /** The clinician's. */
  readonly access: ClinicAccess;
  readonly siteIds: readonly string[];
  readonly tagIds: readonly string[];
}

/** Who works in a clinic. */
export interface BenchMember {
  readonly userId: string;
  readonly address: string;
}

const ROWS_PER_STATEMENT = 1_000;
const REVIEWS_EACH = 2;
const noMessage = () => ({ subject: "Bench", text: "Bench" });

/** Somebody who can be known, as whoever works in a clinic must be: by their address and a name. */
export async function newMember(name: string): Promise<BenchMember> {
  const address = `${name.toLowerCase()}@bench.example`;
  const browserToken = newSecretToken();
  let token = "";
  const compose = (secrets: { readonly token: string }) => {
    token = secrets.token;
    return noMessage();
  };
  await askForLink({ address, purpose: "sign-in", member: null, browserToken, compose });
  const opened = await openLink({ token }, { browserToken, member: null });
  if (!opened.ok) throw new Error(opened.error);
  const { userId } = opened.value;
  await saveName(userId, name);
  return { userId, address };
}

/** The `cookie` header of a session of theirs. */
export async function sessionOf({ userId }: BenchMember): Promise<string> {
  const { token } = await startSession(userId, { method: "email", place: null });
  return `${cookieNames(env()).session}=${token}`;
}

/** Set up by one person, who lets the clinician in. */
export async function newBenchClinic(
  name: string,
  { userId }: BenchMember,
  clinician: BenchMember,
  pool: Pool,
): Promise<BenchClinic> {
  const { clinicId } = await setUpClinic({ userId, name }, { pool });
  const administrator = await accessToClinic({ userId, clinicId });
  const add = async (kind: "site" | "tag", label: string) =>
    (await addLabel(administrator, { kind, label })).labelId;
  const siteIds = [await add("site", "North"), await add("site", "South")];
  const tagIds = [await add("tag", "Pump"), await add("tag", "Pregnancy"), await add("tag", "New")];
  const invited = { address: clinician.address, role: "clinician" } as const;
  await inviteMember(administrator, invited, noMessage, { now: systemClock.now() });
  for (const { id } of await invitationsTo(clinician.userId))
    await acceptInvitation({ userId: clinician.userId, invitationId: id });
  const access = await accessToClinic({ userId: clinician.userId, clinicId });
  return { name, access, siteIds, tagIds };
}

/**
 * Everybody has a site, half of them have tags, some have targets of their own, and two of three were reviewed. In a few
 * statements: each review or placing of the app's own asks anew who shares with the clinic, which for thousands of them
 * takes minutes. When a review was, the database says, and it says "now".
 */
export async function lookAfter(
  { access, siteIds, tagIds }: BenchClinic,
  patientIds: readonly string[],
): Promise<void> {
  const { clinicId, userId } = access;
  const placings = patientIds.map((patientId, i) => ({
    clinicId,
    patientId,
    targets: i % 10 === 0 ? "older" : i % 25 === 1 ? "pregnancy" : null,
    siteId: siteIds[i % siteIds.length] ?? null,
    tagIds: i % 2 === 0 ? tagIds.slice(i % 3) : [],
    revision: 1,
  }));
  const reviews = patientIds
    .filter((_, i) => i % 3 !== 0)
    .flatMap((patientId) =>
      Array.from({ length: REVIEWS_EACH }, () => ({ id: newId(), clinicId, patientId, userId })),
    );
  await inClinicTransaction(access, async (tx) => {
    for (const data of inParts(placings)) await tx.clinicPatient.createMany({ data });
    for (const data of inParts(reviews)) await tx.clinicReview.createMany({ data });
  });
}

function inParts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, i) =>
    rows.slice(i * ROWS_PER_STATEMENT, (i + 1) * ROWS_PER_STATEMENT),
  );
}
