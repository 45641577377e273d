import { isDeepStrictEqual } from "node:util";
import type { Pool } from "pg";
import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import { lookupValue } from "@/lib/crypto/lookup";
import { takeAttempt } from "@/lib/db/attempts";
import { isUniqueViolation, type Transaction } from "@/lib/db/client";
import { enterUser, inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { userKey } from "./keys";
import { type OidcAccount, type OidcClaims, oidcSubjectHash, openClaims, sealClaims } from "./oidc-identity";
import { sealName } from "./person-name";
import { personName } from "./schema";

/** Whom the provider sent, once everything that it signed was verified. */
export interface OidcPerson extends OidcAccount {
  readonly claims: OidcClaims;
}

/**
 * The person behind an account at the provider, made at their first sign-in: person, key and identity in one transaction,
 * or none of them. Issuer and subject decide, never an address, and never who is signed in at that moment.
 */
export async function signInWithOidc(
  person: OidcPerson,
  options: TransactionOptions = {},
): Promise<{ readonly userId: string }> {
  const signIn = () => inSystemTransaction("system:sign-in", (tx) => signInWithin(tx, person), options);
  try {
    return await signIn();
  } catch (error) {
    // Two first sign-ins of the same account at once: the other one was faster, so now it is a known person.
    if (!isUniqueViolation(error)) throw error;
    return signIn();
  }
}

async function signInWithin(tx: Transaction, person: OidcPerson): Promise<{ readonly userId: string }> {
  const account = { issuer: person.issuer, subjectHmac: oidcSubjectHash(person) };
  const known = await tx.oidcIdentity.findUnique({
    where: { issuer_subjectHmac: account },
    select: { id: true, userId: true, sealed: true },
  });
  const userId = known?.userId ?? newId();
  await enterUser(tx, userActor(userId));
  if (known) await refreshClaims(tx, known, person.claims);
  else await createPerson(tx, { userId, ...account, claims: person.claims });
  return { userId };
}

interface NewAccount {
  readonly userId: string;
  readonly issuer: string;
  readonly subjectHmac: string;
  readonly claims: OidcClaims;
}

async function createPerson(tx: Transaction, account: NewAccount): Promise<void> {
  const { userId, claims } = account;
  const actor = userActor(userId);
  await tx.user.create({ data: { id: userId } });
  // What others see until they give another; who vouches for which name is decided in lib/accounts/data-identity.ts.
  const name = personName.safeParse(claims.name);
  if (name.success) {
    const nameSealed = sealName(name.data, userId, await userKey(tx, userId));
    await tx.user.update({ where: { id: userId }, data: { nameSealed } });
  }
  await keepOidcAccount(tx, account);
  await record(tx, { actor, patientId: null }, { action: "account.created", detail: { method: "oidc" } });
}

/** An account at the provider becomes a way in of the person as whom the transaction acts. */
export async function keepOidcAccount(
  tx: Transaction,
  { userId, issuer, subjectHmac, claims }: NewAccount,
): Promise<void> {
  const id = newId();
  const sealed = sealClaims(claims, { identityId: id, userId }, await userKey(tx, userId));
  await tx.oidcIdentity.create({ data: { id, userId, issuer, subjectHmac, sealed } });
}

/** People marry and change departments: what the provider says today replaces what it said before. */
async function refreshClaims(
  tx: Transaction,
  { id, userId, sealed }: { readonly id: string; readonly userId: string; readonly sealed: Uint8Array },
  claims: OidcClaims,
): Promise<void> {
  const key = await userKey(tx, userId);
  const place = { identityId: id, userId };
  if (isDeepStrictEqual(openClaims(sealed, place, key), claims)) return;
  await tx.oidcIdentity.update({ where: { id }, data: { sealed: sealClaims(claims, place, key) } });
}

/** Once, for longer than the cookies of a sign-in live. */
const ANSWER_LIMIT = { name: "oidc-answer", max: 1, minutes: 20 } as const;

/**
 * Takes the provider's answer to one sign-in by its `state`: true the first time only. The library keeps the state in a
 * cookie alone, which can be copied and sent again.
 */
export async function takeOidcAnswer(
  state: string,
  { pool }: { readonly pool?: Pool } = {},
): Promise<boolean> {
  return (
    (await takeAttempt(ANSWER_LIMIT, lookupValue("attempts", [ANSWER_LIMIT.name, state]), pool)) === null
  );
}
