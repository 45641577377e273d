import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { hashToken, newSecretToken } from "@/lib/ids";
import { err, ok, type Result } from "@/lib/result";
import type { Member } from "./member";
import type { ChallengeProblem } from "./outcome";
import { PASSKEY_MINUTES_MAX, type PasskeyPurpose } from "./schema";

/** What a passkey is to sign, by whom it was asked for and what for. */
export type Asked =
  | { readonly purpose: "sign-in"; readonly member: null }
  | { readonly purpose: "confirm" | "add"; readonly member: Member };

/** A challenge for one passkey to sign, kept as a hash. */
export async function newChallenge(
  { purpose, member, browserToken }: Asked & { readonly browserToken: string },
  options: TransactionOptions = {},
): Promise<string> {
  const challenge = newSecretToken();
  await inSystemTransaction(
    "system:sign-in",
    (tx) => tx.$executeRaw`
      INSERT INTO passkey_challenge (challenge_hash, browser_hash, purpose, session_id, expires_at)
      VALUES (${hashToken(challenge)}, ${hashToken(browserToken)}, ${purpose}, ${member?.sessionId ?? null}::uuid,
        clock_timestamp() + make_interval(mins => ${PASSKEY_MINUTES_MAX}))`,
    options,
  );
  return challenge;
}

interface ChallengeRow {
  readonly browserHash: string;
  readonly purpose: PasskeyPurpose;
  readonly sessionId: string | null;
  readonly live: boolean;
}

/**
 * Takes a challenge back, before anything that was signed is looked at: whatever becomes of it, it served once. It has
 * to return in time, to the browser and the session that asked, and to the address for its purpose.
 */
export function takeChallenge(
  {
    challenge,
    purposes,
    browserToken,
    member,
  }: {
    readonly challenge: string;
    readonly purposes: readonly PasskeyPurpose[];
    /** Null when the browser has no cookie of ours. */
    readonly browserToken: string | null;
    readonly member: Member | null;
  },
  options: TransactionOptions = {},
): Promise<Result<Asked, ChallengeProblem>> {
  return inSystemTransaction(
    "system:sign-in",
    async (tx): Promise<Result<Asked, ChallengeProblem>> => {
      const [taken] = await tx.$queryRaw<ChallengeRow[]>`
        DELETE FROM passkey_challenge WHERE challenge_hash = ${hashToken(challenge)}
        RETURNING browser_hash AS "browserHash", purpose, session_id AS "sessionId",
          expires_at > clock_timestamp() AS "live"`;
      if (!taken?.live || !purposes.includes(taken.purpose)) return err("passkey-too-late");
      if (browserToken === null || taken.browserHash !== hashToken(browserToken))
        return err("passkey-other-browser");
      const { purpose } = taken;
      if (purpose === "sign-in") return ok({ purpose, member: null });
      return member?.sessionId === taken.sessionId ? ok({ purpose, member }) : err("signed-out");
    },
    options,
  );
}

/** Sweeps what was asked for and never signed. */
export async function sweepChallenges(options: TransactionOptions = {}): Promise<void> {
  await inSystemTransaction(
    "system:retention",
    (tx) => tx.$executeRaw`DELETE FROM passkey_challenge WHERE expires_at < clock_timestamp()`,
    options,
  );
}
