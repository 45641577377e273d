import { recordHash, sealSignature } from "@/lib/audit/record-seal";
import type { Instant } from "@/lib/clock";
import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { headsAfter, sealedUpTo } from "./data-record";

const HEADS_MAX = 500;

/**
 * Seals, once for each UTC day, where every record of who looked stands that has grown since it was sealed last. A seal lies
 * beside the keys, which are backed up apart from the data: it tells of rows that somebody cuts off the end later. Returns
 * how many were sealed.
 */
export async function sealRecords(options: TransactionOptions & { readonly now: Instant }): Promise<number> {
  const day = new Date(options.now).toISOString().slice(0, 10);
  let sealed = 0;
  let last: string | null = null;
  do {
    const heads = await headsAfter(last, HEADS_MAX, options);
    const named = heads.map((head) => ({ ...head, patientHash: recordHash(head.patientId) }));
    const before = await sealedUpTo(
      named.map(({ patientHash }) => patientHash),
      options,
    );
    const grown = named.filter(({ patientHash, seq }) => seq > (before.get(patientHash) ?? 0));
    const seals = grown.map(({ patientHash, seq, mac }) => ({
      day: new Date(day),
      patientHash,
      seq,
      mac,
      signature: sealSignature(day, patientHash, { seq, mac }),
    }));
    if (seals.length > 0)
      sealed += await inSystemTransaction(
        "system:verifier",
        // A record that was sealed today already, or by another worker a moment ago, keeps that seal until tomorrow.
        async (tx) => (await tx.recordSeal.createMany({ data: seals, skipDuplicates: true })).count,
        options,
      );
    last = heads.at(-1)?.patientId ?? null;
  } while (last !== null);
  return sealed;
}
