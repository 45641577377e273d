import { settingsOf } from "@/lib/clinics/clinic-row";
import type { Targets } from "@/lib/clinics/schema";
import type { Transaction } from "@/lib/db/client";
import { refused } from "@/lib/refusals";

/** The clinic whose list it is. */
export interface ListClinic {
  readonly id: string;
  readonly name: string;
  readonly defaultTargets: Targets;
  /** The tags and sites that it has now: what a patient was tagged with before stays in their row. */
  readonly labelIds: ReadonlySet<string>;
}

/** Asked in the transaction that reads, so that whoever was sent away a moment ago reads nothing. */
export async function listClinic(tx: Transaction, clinicId: string): Promise<ListClinic> {
  const [row] = await tx.$queryRaw<ClinicRow[]>`
    SELECT name, default_targets AS "defaultTargets", inactive_days AS "inactiveDays", actor_role_in(id) AS role,
      ARRAY(SELECT l.id::text FROM clinic_label AS l WHERE l.clinic_id = c.id) AS "labelIds"
    FROM clinic AS c WHERE id = ${clinicId}::uuid`;
  if (!row || row.role === null) throw refused("no-such-clinic");
  const { name, defaultTargets } = settingsOf(row);
  return { id: clinicId, name, defaultTargets, labelIds: new Set(row.labelIds) };
}

interface ClinicRow {
  readonly name: string;
  readonly defaultTargets: string;
  readonly inactiveDays: number | null;
  readonly role: string | null;
  readonly labelIds: readonly string[];
}
