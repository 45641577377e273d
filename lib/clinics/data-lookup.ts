import type { Pool } from "pg";
import { giveTryBack, takeTry } from "@/lib/accounts/mutations-attempts";
import { enterClinic, inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { parseReadAloudCode } from "@/lib/read-aloud-code";
import { refused } from "@/lib/refusals";
import { clinicKey } from "./keys";
import { codeHash, openMember } from "./sealed-clinic";

/** Wrong codes that an account, and a network, may try in an hour. */
export const CLINIC_CODE_TRIES = { name: "clinic-code", max: 5, minutes: 60 } as const;

/** Which clinic a code is of: enough to know whether it is the right one. */
export interface FoundClinic {
  readonly clinicId: string;
  readonly name: string;
  /** The names of those who administer it, the longest first. No addresses: those are for colleagues. */
  readonly administrators: readonly string[];
}

/** The clinic whose code somebody typed. A code is for everybody to whom it is given, so only wrong ones use tries up. */
export async function findClinicByCode(
  { userId, typed, network }: { readonly userId: string; readonly typed: string; readonly network: string },
  { pool, ...options }: TransactionOptions & { readonly pool?: Pool | undefined } = {},
): Promise<FoundClinic> {
  const who = [[`user:${userId}`], [`network:${network}`]];
  for (const one of who) await takeTry(CLINIC_CODE_TRIES, one, { pool });
  const code = parseReadAloudCode(typed);
  const found = code === null ? null : await clinicOfCode(code, options);
  if (found === null) throw refused("no-such-clinic-code");
  for (const one of who) await giveTryBack(CLINIC_CODE_TRIES, one, { pool });
  return found;
}

function clinicOfCode(code: string, options: TransactionOptions): Promise<FoundClinic | null> {
  const actor = "system:clinics";
  return inSystemTransaction(
    actor,
    async (tx) => {
      const clinic = await tx.clinic.findUnique({
        where: { codeHmac: codeHash(code) },
        select: { id: true, name: true },
      });
      if (clinic === null) return null;
      const { id: clinicId, name } = clinic;
      await enterClinic(tx, { clinicId, actor });
      const rows = await tx.$queryRaw<{ userId: string; sealed: Uint8Array }[]>`
        SELECT user_id AS "userId", sealed FROM clinic_member
        WHERE clinic_id = ${clinicId}::uuid AND role_in(clinic_id, user_id) = 'administrator'
        ORDER BY joined_at, user_id`;
      const key = await clinicKey(tx, clinicId);
      const administrators = rows.map(
        ({ userId, sealed }) => openMember(sealed, { clinicId, rowId: userId }, key).name,
      );
      return { clinicId, name, administrators } satisfies FoundClinic;
    },
    options,
  );
}
