import { createDataKey, type DataKey, unwrapDataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";

const ownedBy = (clinicId: string) => ({ purpose: "clinic-key", owner: clinicId }) as const;

/**
 * The key under which a clinic's names are sealed: of members, invitations and labels. The transaction must be about that
 * clinic and act as one of its members: row-level security shows the key to nobody else.
 */
export async function clinicKey(tx: Transaction, clinicId: string): Promise<DataKey> {
  const { wrapped } = await tx.clinicKey.findUniqueOrThrow({
    where: { clinicId },
    select: { wrapped: true },
  });
  return unwrapDataKey(wrapped, ownedBy(clinicId));
}

/** Makes the key of a clinic that is being set up. */
export async function makeClinicKey(tx: Transaction, clinicId: string): Promise<DataKey> {
  const { dataKey, wrapped } = await createDataKey(ownedBy(clinicId));
  // Not `create`, which reads back what it wrote: before the first member there is nobody who may.
  await tx.clinicKey.createMany({ data: { clinicId, wrapped } });
  return dataKey;
}
