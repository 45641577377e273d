import type { Transaction } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { type Actor, AUDIT_DETAILS, type AuditEntry } from "./schema";

/**
 * Writes one line of the audit log in the transaction that does the deed: both happen or neither does. `actor` and
 * `patientId` must be those of the transaction (lib/db/context.ts); the database refuses anything else.
 */
export async function record(
  tx: Transaction,
  { actor, patientId }: { readonly actor: Actor; readonly patientId: string | null },
  { action, detail }: AuditEntry,
): Promise<void> {
  await tx.auditEvent.create({
    data: { id: newId(), actor, patientId, action, detail: AUDIT_DETAILS[action].parse(detail) },
  });
}
