import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import { forgetDataKeys } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { refused } from "@/lib/refusals";
import { readAccount } from "./data";
import { userKey } from "./keys";
import { holdPerson } from "./member";
import { sealName } from "./person-name";
import { personName } from "./schema";
import { mayRemove, type RemovableWay, waysIn } from "./status";

/** Saves the name that others see. */
export async function saveName(
  userId: string,
  name: string,
  options: TransactionOptions = {},
): Promise<void> {
  const actor = userActor(userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      const nameSealed = sealName(personName.parse(name), userId, await userKey(tx, userId));
      const { count } = await tx.user.updateMany({ where: { id: userId }, data: { nameSealed } });
      if (count === 0) throw refused("no-such-person");
      await record(
        tx,
        { actor, patientId: null },
        { action: "settings.changed", detail: { setting: "name" } },
      );
    },
    options,
  );
}

/** Takes a way in away; refuses when it is the only one. Passkeys go one by one (mutations-passkey.ts). */
export async function removeWayIn(
  userId: string,
  way: Exclude<RemovableWay, "passkey">,
  options: TransactionOptions = {},
): Promise<void> {
  const actor = userActor(userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      // Two removals at once must not take the last way in from somebody who has two.
      await holdPerson(tx, userId);
      const account = await readAccount(tx, userId);
      if (!account || !waysIn(account).includes(way)) throw refused("no-such-entry");
      if (!mayRemove(account, way)) throw refused("only-way-in");
      if (way === "email") await tx.emailIdentity.deleteMany({ where: { userId } });
      else await tx.oidcIdentity.deleteMany({ where: { userId } });
      await record(tx, { actor, patientId: null }, { action: "way-in.removed", detail: { method: way } });
    },
    options,
  );
}

/**
 * Deletes somebody who holds no patient's data: their key, their ways in, their sessions and the log about them. Whoever
 * holds data deletes that (lib/patients/mutations-erasure.ts), and goes with it.
 */
export async function deleteAccount(userId: string, options: TransactionOptions = {}): Promise<void> {
  await inUserTransaction(
    userActor(userId),
    async (tx) => {
      // Who connects Dexcom at this moment must not leave data behind that belongs to nobody.
      await holdPerson(tx, userId);
      if ((await tx.patientOwner.count({ where: { userId } })) > 0) throw refused("holds-data");
      await deletePerson(tx, userId);
      await tx.$queryRaw`SELECT forget_audit(NULL::uuid, ${[userId]}::uuid[])`;
    },
    options,
  );
  forgetDataKeys(userId);
}

/** The row of a person and their key, which no foreign key can reach. The transaction acts as that person. */
export async function deletePerson(tx: Transaction, userId: string): Promise<void> {
  await tx.userKey.deleteMany({ where: { userId } });
  await tx.user.deleteMany({ where: { id: userId } });
}
