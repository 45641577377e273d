import { type DataKeyOwner, rewrapDataKey } from "@/lib/crypto/data-key";
import { resealJwe } from "@/lib/crypto/jwe";
import { type KeyRing, keyRing } from "@/lib/crypto/key-ring";
import type { Transaction } from "@/lib/db/client";
import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";

const BATCH = 200;

/** Something wrapped, a key but for a clinic's code, and whose it is. */
interface WrappedKey {
  readonly owner: string;
  readonly wrapped: string;
}

/** One kind of keys: how to page through them, and how to put a new wrapping in the place of the one that was read. */
interface KeyKind {
  readonly purpose: DataKeyOwner["purpose"] | "clinic-code";
  readonly after: (tx: Transaction, owner: string | null) => Promise<readonly WrappedKey[]>;
  readonly replace: (tx: Transaction, key: WrappedKey, again: string) => Promise<number>;
}

const page = { take: BATCH } as const;

const PATIENTS: KeyKind = {
  purpose: "patient-key",
  after: async (tx, owner) =>
    (
      await tx.patientKey.findMany({
        ...page,
        where: owner === null ? {} : { patientId: { gt: owner } },
        orderBy: { patientId: "asc" },
        select: { patientId: true, wrapped: true },
      })
    ).map(({ patientId, wrapped }) => ({ owner: patientId, wrapped })),
  replace: async (tx, { owner: patientId, wrapped }, again) =>
    (await tx.patientKey.updateMany({ where: { patientId, wrapped }, data: { wrapped: again } })).count,
};

const CONNECTIONS: KeyKind = {
  purpose: "connection-key",
  after: async (tx, owner) =>
    (
      await tx.connectionKey.findMany({
        ...page,
        where: owner === null ? {} : { connectionId: { gt: owner } },
        orderBy: { connectionId: "asc" },
        select: { connectionId: true, wrapped: true },
      })
    ).map(({ connectionId, wrapped }) => ({ owner: connectionId, wrapped })),
  replace: async (tx, { owner: connectionId, wrapped }, again) =>
    (await tx.connectionKey.updateMany({ where: { connectionId, wrapped }, data: { wrapped: again } })).count,
};

const USERS: KeyKind = {
  purpose: "user-key",
  after: async (tx, owner) =>
    (
      await tx.userKey.findMany({
        ...page,
        where: owner === null ? {} : { userId: { gt: owner } },
        orderBy: { userId: "asc" },
        select: { userId: true, wrapped: true },
      })
    ).map(({ userId, wrapped }) => ({ owner: userId, wrapped })),
  replace: async (tx, { owner: userId, wrapped }, again) =>
    (await tx.userKey.updateMany({ where: { userId, wrapped }, data: { wrapped: again } })).count,
};

const CLINICS: KeyKind = {
  purpose: "clinic-key",
  after: async (tx, owner) =>
    (
      await tx.clinicKey.findMany({
        ...page,
        where: owner === null ? {} : { clinicId: { gt: owner } },
        orderBy: { clinicId: "asc" },
        select: { clinicId: true, wrapped: true },
      })
    ).map(({ clinicId, wrapped }) => ({ owner: clinicId, wrapped })),
  replace: async (tx, { owner: clinicId, wrapped }, again) =>
    (await tx.clinicKey.updateMany({ where: { clinicId, wrapped }, data: { wrapped: again } })).count,
};

/** What clinics are shared with by is sealed under the wrapping key itself, and lasts. */
const CLINIC_CODES: KeyKind = {
  purpose: "clinic-code",
  after: async (tx, owner) =>
    (
      await tx.clinic.findMany({
        ...page,
        where: owner === null ? {} : { id: { gt: owner } },
        orderBy: { id: "asc" },
        select: { id: true, codeSealed: true },
      })
    ).map(({ id, codeSealed }) => ({ owner: id, wrapped: codeSealed })),
  replace: async (tx, { owner: id, wrapped }, again) =>
    (await tx.clinic.updateMany({ where: { id, codeSealed: wrapped }, data: { codeSealed: again } })).count,
};

/**
 * Wraps every patient's, connection's, person's and clinic's key anew under the first key of ENCRYPTION_KEYS. Sealed data stay as
 * they are, and the app may run meanwhile: each row changes only if nobody else changed it. Returns how many were rewrapped.
 */
export async function rotateKeys(options: TransactionOptions & { readonly ring?: KeyRing } = {}): Promise<{
  readonly patients: number;
  readonly connections: number;
  readonly users: number;
  readonly clinics: number;
}> {
  const ring = options.ring ?? keyRing();
  await rotate(CLINIC_CODES, ring, options);
  return {
    patients: await rotate(PATIENTS, ring, options),
    connections: await rotate(CONNECTIONS, ring, options),
    users: await rotate(USERS, ring, options),
    clinics: await rotate(CLINICS, ring, options),
  };
}

async function rotate(
  { purpose, after, replace }: KeyKind,
  ring: KeyRing,
  options: TransactionOptions,
): Promise<number> {
  let total = 0;
  let last: string | null = null;
  do {
    const from: string | null = last;
    const batch = await inSystemTransaction(
      "system:key-rotation",
      async (tx) => {
        const keys = await after(tx, from);
        let changed = 0;
        for (const key of keys) {
          const again = await rewrapped(key, purpose, ring);
          if (again !== null) changed += await replace(tx, key, again);
        }
        return { changed, last: keys.at(-1)?.owner ?? null };
      },
      options,
    );
    total += batch.changed;
    last = batch.last;
  } while (last !== null);
  return total;
}

/** The same under the ring's current wrapping key; null when it is already. */
async function rewrapped(
  { owner, wrapped }: WrappedKey,
  purpose: KeyKind["purpose"],
  ring: KeyRing,
): Promise<string | null> {
  if (purpose === "clinic-code") return resealJwe(wrapped, { purpose, owner }, ring);
  return rewrapDataKey(wrapped, { purpose, owner }, ring);
}
