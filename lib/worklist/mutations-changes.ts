import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";

/** Several times as long as a list is kept (list-memory.ts), whose reader asks for what was written since. */
const KEPT_MINUTES = 60;

/** Removes notes about what changed in clinics' lists: whoever could ask for them has read the list anew. */
export async function sweepListedChanges(options: TransactionOptions = {}): Promise<void> {
  await inSystemTransaction(
    "system:clinics",
    (tx) => tx.$executeRaw`
      DELETE FROM listed_change WHERE at < clock_timestamp() - make_interval(mins => ${KEPT_MINUTES})`,
    options,
  );
}
