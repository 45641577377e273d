import { userActor } from "@/lib/audit/schema";
import { inClinicTransaction, type TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import { listedTerms } from "./data-listed";

/**
 * On what a clinic's list rests, as `WorklistPage.grounds` says it; for whoever does not work there it is that of a clinic
 * with which nobody shares. Nothing of a patient is read, no row is written, and nobody came.
 */
export async function listGroundsOf(
  { userId, clinicId }: { readonly userId: string; readonly clinicId: string },
  options: TransactionOptions = {},
): Promise<string | null> {
  return isId(clinicId)
    ? inClinicTransaction({ clinicId, actor: userActor(userId) }, listedTerms, options)
    : null;
}
