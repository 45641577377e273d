import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import { isUniqueViolation, type Transaction } from "@/lib/db/client";
import { enterUser, inSystemTransaction, inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { isId, newId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { readAccount } from "./data";
import { userKey } from "./keys";
import { holdMember, holdPerson, type Member } from "./member";
import {
  credentialHash,
  type KeptPasskey,
  openPasskey,
  type PasskeySite,
  sealPasskey,
  userHandle,
} from "./passkey";
import { verifyNewPasskey, verifyPasskey } from "./passkey-answer";
import { type NewPasskey, PASSKEYS_MAX, type PasskeyAnswer } from "./schema";
import { mayRemove } from "./status";

/** What was signed, and for whom: the challenge was taken (mutations-passkey-challenge.ts). */
interface Signed<Answer> {
  readonly answer: Answer;
  readonly challenge: string;
  readonly site: PasskeySite;
}

/** A passkey becomes a way in of somebody who is signed in. */
export async function addPasskey(
  {
    answer,
    challenge,
    site,
    member,
    place: { browser, system },
  }: Signed<NewPasskey> & {
    readonly member: Member;
    readonly place: Pick<KeptPasskey, "browser" | "system">;
  },
  options: TransactionOptions = {},
): Promise<void> {
  const { credentialId, publicKey, counter, isBackedUp } = await verifyNewPasskey(answer, {
    challenge,
    site,
  });
  const { transports } = answer.response;
  const { userId } = member;
  const actor = userActor(userId);
  const add = async (tx: Transaction) => {
    if (!(await holdMember(tx, member))) throw refused("signed-out");
    await enterUser(tx, actor);
    if ((await tx.passkey.count({ where: { userId } })) >= PASSKEYS_MAX) throw refused("too-many-passkeys");
    const id = newId();
    const kept = { credentialId, publicKey, transports, browser, system };
    const sealed = sealPasskey(kept, { passkeyId: id, userId }, await userKey(tx, userId));
    const credentialHmac = credentialHash(credentialId);
    await tx.passkey.create({
      data: { id, userId, credentialHmac, sealed, counter: BigInt(counter), isBackedUp },
    });
    await record(tx, { actor, patientId: null }, { action: "way-in.added", detail: { method: "passkey" } });
  };
  try {
    await inSystemTransaction("system:sign-in", add, options);
  } catch (error) {
    // It is somebody's already. Whose is nobody's business: browsers make no second one of those that are one's own.
    if (isUniqueViolation(error)) throw refused("passkey-refused", { cause: error });
    throw error;
  }
}

interface PasskeyRow {
  readonly sealed: Uint8Array;
  readonly counter: bigint;
}

/**
 * Whose passkey it was that signed. One that nobody has, one that is somebody else's when a member confirms that it is
 * them, and one that signed wrongly are refused alike.
 */
export function takePasskey(
  { answer, challenge, site, member }: Signed<PasskeyAnswer> & { readonly member: Member | null },
  options: TransactionOptions = {},
): Promise<{ readonly userId: string }> {
  return inSystemTransaction(
    "system:sign-in",
    async (tx) => {
      const known = await tx.passkey.findUnique({
        where: { credentialHmac: credentialHash(answer.id) },
        select: { id: true, userId: true },
      });
      if (!known || (member !== null && known.userId !== member.userId)) throw refused("passkey-refused");
      const { id, userId } = known;
      await enterUser(tx, userActor(userId));
      // Held, so that two answers with the same counter are one after the other.
      const [row] = await tx.$queryRaw<PasskeyRow[]>`
        SELECT sealed, counter FROM passkey WHERE id = ${id}::uuid FOR UPDATE`;
      if (!row) throw refused("passkey-refused");
      if (!isMadeFor(userId, answer, { isNamed: member !== null }))
        throw refused("passkey-refused", { cause: new Error("It was made for somebody else.") });
      const kept = openPasskey(row.sealed, { passkeyId: id, userId }, await userKey(tx, userId));
      const passkey = { ...kept, counter: Number(row.counter) };
      const { counter, isBackedUp } = await verifyPasskey(answer, { challenge, site, passkey });
      await tx.$executeRaw`
        UPDATE passkey SET counter = ${counter}, is_backed_up = ${isBackedUp}, last_used_at = clock_timestamp()
        WHERE id = ${id}::uuid`;
      return { userId };
    },
    options,
  );
}

/** Whether the device made it for this person (WebAuthn, 7.2, step 6). One that was asked for by its name may not say. */
function isMadeFor(
  userId: string,
  { response: { userHandle: said } }: PasskeyAnswer,
  { isNamed }: { readonly isNamed: boolean },
): boolean {
  return said ? said === userHandle(userId) : isNamed;
}

/** Takes a passkey away; refuses when it is the only way in. */
export async function removePasskey(
  userId: string,
  passkeyId: string,
  options: TransactionOptions = {},
): Promise<void> {
  if (!isId(passkeyId)) throw refused("no-such-entry");
  const actor = userActor(userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      // Two removals at once must not take the last way in from somebody who has two.
      await holdPerson(tx, userId);
      const account = await readAccount(tx, userId);
      const where = { id: passkeyId, userId };
      if (!account || (await tx.passkey.count({ where })) === 0) throw refused("no-such-entry");
      if (!mayRemove(account, "passkey")) throw refused("only-way-in");
      await tx.passkey.deleteMany({ where });
      await record(
        tx,
        { actor, patientId: null },
        { action: "way-in.removed", detail: { method: "passkey" } },
      );
    },
    options,
  );
}
