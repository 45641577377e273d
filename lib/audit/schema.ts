import { z } from "zod";
import { CLINIC_ROLES, LABEL_KINDS } from "@/lib/clinics/schema";

/** The jobs that act without a person. Each sees only what its policies in prisma/migrations allow. */
export const SYSTEM_ACTORS = [
  "system:sign-in",
  "system:sync",
  "system:scheduler",
  "system:retention",
  "system:erasure",
  "system:key-rotation",
  "system:mail",
  "system:sharing",
  "system:verifier",
  "system:clinics",
] as const;
export type SystemActor = (typeof SYSTEM_ACTORS)[number];
export type UserActor = `user:${string}`;
/** Whoever opened a link, as that one opening. */
export type VisitActor = `link:${string}`;

/** The ways in: how somebody proves who they are. */
export const SIGN_IN_METHODS = ["dexcom", "email", "oidc", "passkey"] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Who does something: every transaction and every line of the audit log names one. */
export type Actor = SystemActor | UserActor | VisitActor;

export function userActor(userId: string): UserActor {
  return `user:${userId}`;
}

/** The person who acts; null for a job and for a visit by a link. */
export function userOf(actor: Actor): string | null {
  return /^user:(.+)$/.exec(actor)?.[1] ?? null;
}

export function visitActor(visitId: string): VisitActor {
  return `link:${visitId}`;
}

const id = z.uuid();
const environment = z.string().max(32);
const method = z.enum(SIGN_IN_METHODS);
const empty = z.strictObject({});
const share = z.strictObject({ shareId: id });
const clinic = z.strictObject({ clinicId: id });
const invitation = z.strictObject({ clinicId: id, invitationId: id });
const label = z.strictObject({ clinicId: id, labelId: id, kind: z.enum(LABEL_KINDS) });
const review = z.strictObject({ clinicId: id, reviewId: id });
const journalEntry = z.strictObject({ entryId: id, kind: z.enum(["note", "lab-result", "exclusion"]) });

/** Everything the audit log can say. Codes, counts and ids: no glucose, no names, no secrets. */
export const AUDIT_DETAILS = {
  "consent.recorded": z.strictObject({
    consentId: id,
    version: z.string().max(64),
    grantor: z.enum(["self", "guardian"]),
    agreedAt: z.iso.datetime(),
  }),
  "consent.withdrawn": z.strictObject({ consents: z.int().min(0) }),
  "patient.created": z.strictObject({ role: z.enum(["self", "guardian"]) }),
  "connection.created": z.strictObject({ connectionId: id, environment }),
  "connection.reconnected": z.strictObject({ connectionId: id, environment }),
  "connection.stopped": z.strictObject({ connectionId: id, reason: z.string().max(64) }),
  "connection.disconnected": z.strictObject({ connectionId: id, keptData: z.boolean() }),
  "data.deleted": z.strictObject({ dayBlocks: z.int().min(0) }),
  "patient.erased": z.strictObject({ erasureId: id }),
  "session.started": z.strictObject({ sessionId: id, method: method.optional() }),
  "session.confirmed": z.strictObject({ sessionId: id, method }),
  "account.created": z.strictObject({ method }),
  "way-in.added": z.strictObject({ method }),
  "way-in.removed": z.strictObject({ method }),
  "session.ended": z.strictObject({
    sessionId: id,
    reason: z.enum(["signed-out", "ended-elsewhere", "erased"]),
  }),
  "share.offered": z.strictObject({ shareId: id, by: z.enum(["code", "email", "clinic", "link"]) }),
  "share.renewed": share,
  "share.redeemed": share,
  "share.activated": share,
  "share.changed": share,
  "share.opened": z.strictObject({ shareId: id, visitId: id }),
  "share.ended": z.strictObject({
    shareId: id,
    reason: z.enum(["withdrawn", "declined", "revoked", "left", "expired"]),
  }),
  "clinic.created": clinic,
  "clinic.changed": clinic,
  "clinic.code-renewed": clinic,
  "clinic.closed": clinic,
  "member.invited": z.strictObject({ clinicId: id, invitationId: id, role: z.enum(CLINIC_ROLES) }),
  "member.invited-again": invitation,
  "member.invitation-ended": z.strictObject({
    clinicId: id,
    invitationId: id,
    reason: z.enum(["withdrawn", "declined"]),
  }),
  "member.joined": z.strictObject({ clinicId: id, role: z.enum(CLINIC_ROLES) }),
  "member.role-changed": z.strictObject({ clinicId: id, userId: id, role: z.enum(CLINIC_ROLES) }),
  "member.removed": z.strictObject({
    clinicId: id,
    userId: id,
    reason: z.enum(["removed", "left", "inactive"]),
  }),
  "label.added": label,
  "label.renamed": label,
  "label.removed": label,
  "review.marked": review,
  "review.undone": review,
  "patient.placed": clinic,
  "clinic-note.written": clinic,
  "settings.changed": z.strictObject({ setting: z.string().max(64) }),
  "sync.requested": empty,
  "journal.added": journalEntry,
  "journal.changed": journalEntry,
  "journal.removed": journalEntry,
} as const;

export type AuditAction = keyof typeof AUDIT_DETAILS;

/** One event, its detail as the action demands it. */
export type AuditEntry = {
  [Action in AuditAction]: {
    readonly action: Action;
    readonly detail: z.input<(typeof AUDIT_DETAILS)[Action]>;
  };
}[AuditAction];
