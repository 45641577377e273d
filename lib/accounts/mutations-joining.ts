import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import { isUniqueViolation, type Transaction } from "@/lib/db/client";
import { enterUser, inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { hashToken } from "@/lib/ids";
import { err, ok, type Result } from "@/lib/result";
import { holdMember, type Member } from "./member";
import { keepOidcAccount, type OidcPerson } from "./mutations-oidc";
import { oidcSubjectHash } from "./oidc-identity";
import type { JoiningProblem, UntakenProblem } from "./outcome";

/** Ten minutes, as long as the cookie lives that holds the state. */
const JOINING_MINUTES_MAX = 10;
/** How much longer its state is remembered: while that could still come back, it must not pass for a sign-in's. */
const REMEMBERED_MINUTES = 10;

/**
 * Whoever is signed in wants to add an account at the provider: what comes back with this state joins it to them, and
 * nothing else does. The browser is bound by the cookie in which next-auth sealed that state (lib/auth/oidc-return.ts).
 */
export async function beginJoining(
  { state, sessionId }: { readonly state: string; readonly sessionId: string },
  options: TransactionOptions = {},
): Promise<void> {
  await inSystemTransaction(
    "system:sign-in",
    (tx) => tx.$executeRaw`
      INSERT INTO oidc_joining (state_hash, session_id, expires_at)
      VALUES (${hashToken(state)}, ${sessionId}::uuid,
        clock_timestamp() + make_interval(mins => ${JOINING_MINUTES_MAX}))`,
    options,
  );
}

interface JoiningRow {
  readonly sessionId: string;
  readonly live: boolean;
}

/**
 * Whom an answer with this state joins; null when it is that of a sign-in. Taken before the provider is asked for
 * anything, so that it serves once, in time and in the session that it began in.
 */
export async function takeJoining(
  { state, member }: { readonly state: string; readonly member: Member | null },
  options: TransactionOptions = {},
): Promise<Result<Member | null, UntakenProblem>> {
  const stateHash = hashToken(state);
  return inSystemTransaction(
    "system:sign-in",
    async (tx) => {
      const [taken] = await tx.$queryRaw<JoiningRow[]>`
        UPDATE oidc_joining SET taken_at = clock_timestamp() WHERE state_hash = ${stateHash} AND taken_at IS NULL
        RETURNING session_id AS "sessionId", expires_at > clock_timestamp() AS "live"`;
      if (!taken) {
        const isSpent = (await tx.oidcJoining.count({ where: { stateHash } })) > 0;
        return isSpent ? err("oidc-too-late") : ok(null);
      }
      if (!taken.live) return err("oidc-not-this-browser");
      return member?.sessionId === taken.sessionId ? ok(member) : err("oidc-signed-out");
    },
    options,
  );
}

/** Sweeps joinings whose answer cannot come any more. */
export async function sweepJoinings(options: TransactionOptions = {}): Promise<void> {
  await inSystemTransaction(
    "system:retention",
    (tx) => tx.$executeRaw`
      DELETE FROM oidc_joining
      WHERE expires_at < clock_timestamp() - make_interval(mins => ${REMEMBERED_MINUTES})`,
    options,
  );
}

/** Adds an account at the provider to somebody who is signed in: they have none there, and it is nobody else's. */
export async function joinOidc(
  person: OidcPerson,
  member: Member,
  options: TransactionOptions = {},
): Promise<Result<Member, JoiningProblem>> {
  const join = () => inSystemTransaction("system:sign-in", (tx) => joinWithin(tx, person, member), options);
  try {
    return await join();
  } catch (error) {
    // Somebody else came with the same account at the same moment and was faster, so now it is theirs.
    if (!isUniqueViolation(error)) throw error;
    return join();
  }
}

async function joinWithin(
  tx: Transaction,
  { issuer, subject, claims }: OidcPerson,
  member: Member,
): Promise<Result<Member, JoiningProblem>> {
  const { userId } = member;
  if (!(await holdMember(tx, member))) return err("oidc-signed-out");
  const account = { issuer, subjectHmac: oidcSubjectHash({ issuer, subject }) };
  const known = await tx.oidcIdentity.findUnique({
    where: { issuer_subjectHmac: account },
    select: { userId: true },
  });
  if (known) return known.userId === userId ? ok(member) : err("oidc-taken");
  const actor = userActor(userId);
  await enterUser(tx, actor);
  if ((await tx.oidcIdentity.count({ where: { userId, issuer } })) > 0) return err("oidc-second");
  await keepOidcAccount(tx, { userId, ...account, claims });
  await record(tx, { actor, patientId: null }, { action: "way-in.added", detail: { method: "oidc" } });
  return ok(member);
}
