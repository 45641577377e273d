import type { Pool } from "pg";
import { userOf } from "@/lib/audit/schema";
import { findClinicByCode } from "@/lib/clinics/data-lookup";
import { codeHash } from "@/lib/clinics/sealed-clinic";
import { type Instant, MINUTE_MS } from "@/lib/clock";
import { UnsealError } from "@/lib/crypto/errors";
import { isUniqueViolation, type Transaction } from "@/lib/db/client";
import { enterClinic, enterPatient, inPatientTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { patientKey } from "@/lib/patients/keys";
import { parseReadAloudCode } from "@/lib/read-aloud-code";
import { refused } from "@/lib/refusals";
import { endLapsed, makeRoom, type OwnerOptions, ownName, recordShare } from "./mutations";
import type { PatientAccess } from "./policy";
import { type ClinicProposal, PROPOSAL_MINUTES, type ShareTerms } from "./schema";
import { openClinicProposal, sealClinicProposal, sealOwnerWords, sealSharedClinic } from "./sealed-share";
import { termsRow, timesRow } from "./share-terms";

/** A clinic as somebody sees it before they share with it. */
interface ProposedClinic {
  readonly name: string;
  readonly administrators: readonly string[];
  /** Confirms this clinic and these terms, by this person, for a while. */
  readonly proposal: string;
}

/**
 * Shows somebody which clinic a code is of, and seals what they saw together with what they are about to share: nobody
 * confirms a clinic, or terms, that they were not shown. Wrong codes count.
 */
export async function proposeClinic(
  access: PatientAccess,
  asked: { readonly typed: string; readonly terms: ShareTerms; readonly network: string },
  { pool, now, ...options }: OwnerOptions & { readonly pool?: Pool },
): Promise<ProposedClinic> {
  access.demand("share");
  const userId = ownerOf(access);
  const { typed, terms, network } = asked;
  const { clinicId, name, administrators } = await findClinicByCode(
    { userId, typed, network },
    { pool, ...options },
  );
  const code = parseReadAloudCode(typed) ?? "";
  const seen = { clinicId, clinicName: name, code, terms, until: now + PROPOSAL_MINUTES * MINUTE_MS };
  return { name, administrators, proposal: await sealClinicProposal(seen, userId) };
}

/**
 * Shares with the clinic that somebody was shown, at once: the owner is the one who confirms. Refuses with `clinic-moved-on`
 * where it has another code or name by now, and with `shared-already`.
 */
export async function shareWithClinic(
  access: PatientAccess,
  proposal: string,
  options: OwnerOptions,
): Promise<{ readonly shareId: string }> {
  access.demand("share");
  const seen = await openedProposal(proposal, ownerOf(access));
  if (seen.until <= options.now) throw refused("clinic-moved-on");
  try {
    return await inPatientTransaction(access, (tx) => letClinicIn(tx, access, seen, options.now), options);
  } catch (error) {
    if (isUniqueViolation(error)) throw refused("shared-already");
    throw error;
  }
}

async function letClinicIn(
  tx: Transaction,
  access: PatientAccess,
  { clinicId, clinicName, code, terms }: ClinicProposal,
  now: Instant,
): Promise<{ readonly shareId: string }> {
  const { patientId } = access;
  await requireUnchanged(tx, { clinicId, clinicName, code });
  await enterPatient(tx, access);
  await makeRoom(tx, patientId);
  const before = await tx.share.findFirst({
    where: { patientId, clinicId, state: "active" },
    select: { id: true, expiresAt: true },
  });
  if (before !== null) {
    if (before.expiresAt === null || before.expiresAt.getTime() > now) throw refused("shared-already");
    await endLapsed(tx, access, before.id, now);
  }
  const shareId = newId();
  const key = await patientKey(tx, patientId);
  const words = { patientName: await ownName(tx, access), note: null, address: null };
  await tx.share.create({
    data: {
      id: shareId,
      patientId,
      kind: "clinic",
      clinicId,
      state: "active",
      activatedAt: new Date(now),
      ...termsRow(terms),
      ...timesRow(terms.lasts, now),
      ownerSealed: sealOwnerWords(words, shareId, key),
      viewerSealed: sealSharedClinic({ clinicName }, shareId, key),
    },
    select: { id: true },
  });
  await recordShare(tx, access, { action: "share.offered", detail: { shareId, by: "clinic" } });
  return { shareId };
}

/** The clinic is there and called as it was shown, and the code still is its own: it renews one that got about. */
async function requireUnchanged(
  tx: Transaction,
  { clinicId, clinicName, code }: Pick<ClinicProposal, "clinicId" | "clinicName" | "code">,
): Promise<void> {
  await enterClinic(tx, { clinicId, actor: "system:clinics" });
  const clinic = await tx.clinic.findUnique({
    where: { id: clinicId },
    select: { name: true, codeHmac: true },
  });
  if (clinic === null || clinic.name !== clinicName || clinic.codeHmac !== codeHash(code))
    throw refused("clinic-moved-on");
}

/** What cannot be opened was made for somebody else, or by nobody. */
async function openedProposal(proposal: string, userId: string): Promise<ClinicProposal> {
  try {
    return await openClinicProposal(proposal, userId);
  } catch (error) {
    if (error instanceof UnsealError) throw refused("clinic-moved-on", { cause: error });
    throw error;
  }
}

function ownerOf({ actor }: PatientAccess): string {
  const userId = userOf(actor);
  if (userId === null) throw new Error("Only people share.");
  return userId;
}
