import { rewrapDataKey } from "@/lib/crypto/data-key";
import { type KeyRing, keyRing } from "@/lib/crypto/key-ring";
import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";

const BATCH = 200;

/**
 * Wraps every patient's and connection's key anew under the first key of ENCRYPTION_KEYS. Sealed data stay as they are,
 * and the app may run meanwhile: each row changes only if nobody else changed it. Returns how many were rewrapped.
 */
export async function rotateKeys(
  options: TransactionOptions & { readonly ring?: KeyRing } = {},
): Promise<{ readonly patients: number; readonly connections: number }> {
  const ring = options.ring ?? keyRing();
  const patients = await inBatches((after) =>
    inSystemTransaction(
      "system:key-rotation",
      async (tx) => {
        const rows = await tx.patientKey.findMany({
          where: after === null ? {} : { patientId: { gt: after } },
          orderBy: { patientId: "asc" },
          take: BATCH,
          select: { patientId: true, wrapped: true },
        });
        let changed = 0;
        for (const { patientId, wrapped } of rows) {
          const again = await rewrapDataKey(wrapped, { purpose: "patient-key", owner: patientId }, ring);
          if (again === null) continue;
          changed += (
            await tx.patientKey.updateMany({ where: { patientId, wrapped }, data: { wrapped: again } })
          ).count;
        }
        return { changed, last: rows.at(-1)?.patientId ?? null };
      },
      options,
    ),
  );
  const connections = await inBatches((after) =>
    inSystemTransaction(
      "system:key-rotation",
      async (tx) => {
        const rows = await tx.connectionKey.findMany({
          where: after === null ? {} : { connectionId: { gt: after } },
          orderBy: { connectionId: "asc" },
          take: BATCH,
          select: { connectionId: true, wrapped: true },
        });
        let changed = 0;
        for (const { connectionId, wrapped } of rows) {
          const again = await rewrapDataKey(
            wrapped,
            { purpose: "connection-key", owner: connectionId },
            ring,
          );
          if (again === null) continue;
          changed += (
            await tx.connectionKey.updateMany({ where: { connectionId, wrapped }, data: { wrapped: again } })
          ).count;
        }
        return { changed, last: rows.at(-1)?.connectionId ?? null };
      },
      options,
    ),
  );
  return { patients, connections };
}

async function inBatches(
  step: (after: string | null) => Promise<{ readonly changed: number; readonly last: string | null }>,
): Promise<number> {
  let total = 0;
  let after: string | null = null;
  do {
    const { changed, last }: { changed: number; last: string | null } = await step(after);
    total += changed;
    after = last;
  } while (after !== null);
  return total;
}
