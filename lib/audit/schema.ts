import { z } from "zod";

/** The jobs that act without a person. Each sees only what its policies in prisma/migrations allow. */
export const SYSTEM_ACTORS = [
  "system:sign-in",
  "system:sync",
  "system:scheduler",
  "system:retention",
  "system:erasure",
  "system:key-rotation",
] as const;
export type SystemActor = (typeof SYSTEM_ACTORS)[number];
export type UserActor = `user:${string}`;

/** Who does something: every transaction and every line of the audit log names one. */
export type Actor = SystemActor | UserActor;

export function userActor(userId: string): UserActor {
  return `user:${userId}`;
}

const id = z.uuid();
const environment = z.string().max(32);
const empty = z.strictObject({});
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
  "session.started": z.strictObject({ sessionId: id }),
  "session.ended": z.strictObject({
    sessionId: id,
    reason: z.enum(["signed-out", "ended-elsewhere", "erased"]),
  }),
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
