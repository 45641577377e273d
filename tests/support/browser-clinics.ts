import { type APIRequestContext, expect } from "@playwright/test";
import type { ClinicRole } from "@/lib/clinics/schema";
import { API_PATHS } from "@/lib/routes";
import type { ShareTerms } from "@/lib/sharing/schema";
import { sql } from "@/tests/support/browser-database";
import { OWN_ORIGIN } from "@/tests/support/browser-sign-in";
import { ALL_REPORTS } from "@/tests/support/browser-viewers";

/** A clinic without a page drawn: what its administrator gives to patients. */
export interface MadeClinic {
  readonly clinicId: string;
  readonly code: string;
}

async function post<Answer>(request: APIRequestContext, path: string, data: object): Promise<Answer> {
  const answer = await request.post(path, { headers: OWN_ORIGIN, data });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** Sets a clinic up; whoever asks administers it. */
export async function setUpClinic(administrator: APIRequestContext, name: string): Promise<MadeClinic> {
  await sql("DELETE FROM rate_limit");
  const { clinicId } = await post<{ clinicId: string }>(administrator, API_PATHS.clinics, { name });
  return { clinicId, code: await newClinicCode(administrator, clinicId) };
}

/** Makes a new code; the one before finds nothing any more. */
export async function newClinicCode(administrator: APIRequestContext, clinicId: string): Promise<string> {
  return (await post<{ code: string }>(administrator, API_PATHS.clinicCode(clinicId), {})).code;
}

/** From the invitation to its acceptance; gives the member's id. */
export async function joinClinic(
  administrator: APIRequestContext,
  member: APIRequestContext,
  { clinicId, address, role = "clinician" }: { clinicId: string; address: string; role?: ClinicRole },
): Promise<string> {
  await sql("DELETE FROM rate_limit");
  const { invitationId } = await post<{ invitationId: string }>(
    administrator,
    API_PATHS.clinicInvitations(clinicId),
    { address, role },
  );
  await post(member, API_PATHS.clinicInvitationAnswer(invitationId), { action: "accept" });
  const [newest] = await sql<{ id: string }>(
    "SELECT user_id AS id FROM clinic_member WHERE clinic_id = $1 ORDER BY joined_at DESC LIMIT 1",
    [clinicId],
  );
  return newest?.id ?? "";
}

export async function removeFromClinic(
  administrator: APIRequestContext,
  clinicId: string,
  userId: string,
): Promise<void> {
  await post(administrator, API_PATHS.clinicMember(clinicId, userId), { action: "remove" });
}

/** From the clinic's code to the owner's confirmation; gives the share. */
export async function letClinicIn(
  owner: APIRequestContext,
  { code }: Pick<MadeClinic, "code">,
  terms: Partial<ShareTerms> = {},
): Promise<string> {
  await sql("DELETE FROM rate_limit");
  const { proposal } = await post<{ proposal: string }>(owner, API_PATHS.findClinic, {
    code,
    terms: { ...ALL_REPORTS, ...terms },
  });
  return (await post<{ shareId: string }>(owner, API_PATHS.shares, { by: "clinic", proposal })).shareId;
}
