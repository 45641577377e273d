import { HOUR_MS } from "@/lib/clock";
import { type ConnectOutcome, connectFromDexcom, type DexcomReturn } from "@/lib/connections/mutations";
import { beginTrip, takeTrip } from "@/lib/connections/mutations-trip";
import type { Database } from "@/lib/db/client";
import { DexcomError } from "@/lib/dexcom/errors";
import type { TokenSet } from "@/lib/dexcom/oauth";
import { newSecretToken } from "@/lib/ids";
import { err, ok, type Result } from "@/lib/result";
import { Secret } from "@/lib/secret";
import { accessAsOwner } from "@/lib/sharing/access";
import type { PatientAccess } from "@/lib/sharing/policy";

const REDIRECT = "http://localhost:3000/api/connect/callback/simulator";
const ENVIRONMENT = "simulator";

/** A consent given and a trip finished: its id, ready to come back from Dexcom with. */
export async function consent(db: Database, grantor: "self" | "guardian" = "self"): Promise<string> {
  const trip = {
    browserToken: newSecretToken(),
    sessionId: null,
    environment: ENVIRONMENT,
    redirectUri: REDIRECT,
  };
  const { state } = await beginTrip(
    { ...trip, purpose: "sign-in", consent: { version: "2026-11", grantor } },
    { db },
  );
  const taken = await takeTrip({ ...trip, state }, { db });
  if (!taken.ok) throw new Error(taken.error);
  if (taken.value.purpose === "confirm") throw new Error("This trip was to read glucose.");
  return taken.value.consentId;
}

export const someTokens = (name = "first"): TokenSet => ({
  accessToken: new Secret(`CANARY_access_${name}`),
  refreshToken: new Secret(`CANARY_refresh_${name}`),
  expiresAt: Date.now() + 2 * HOUR_MS,
});

/** Comes back from Dexcom as `subject`. */
export async function comeBack(
  db: Database,
  subject: string,
  more: Partial<DexcomReturn> = {},
): Promise<ConnectOutcome> {
  return connectFromDexcom(
    {
      environment: ENVIRONMENT,
      clientId: "client",
      subject,
      tokens: someTokens(),
      consentId: more.consentId ?? (await consent(db)),
      purpose: "sign-in",
      sessionUserId: null,
      sessionId: null,
      ...more,
    },
    { db },
  );
}

export interface Person {
  readonly userId: string;
  readonly patientId: string;
  readonly connectionId: string;
  readonly access: PatientAccess;
}

/** Somebody who has just connected. */
export async function connectedPerson(db: Database, subject: string, tokens?: TokenSet): Promise<Person> {
  const outcome = await comeBack(db, subject, tokens ? { tokens } : {});
  if (outcome.kind !== "connected") throw new Error(outcome.kind);
  const { userId, patientId, connectionId } = outcome;
  return {
    userId,
    patientId,
    connectionId,
    access: await accessAsOwner({ userId, patient: "me" }, { db }),
  };
}

/** A token endpoint as strict as Dexcom's: each refresh token works once. It counts, so that tests can. */
export class RotatingServer {
  calls = 0;
  refusals = 0;
  /** Held back this long, then answered or not. */
  delayMs = 0;
  failWith: DexcomError | null = null;
  /** Spends the token and answers nothing, once. */
  loseNextAnswer = false;
  lifetimeMs = 2 * HOUR_MS;
  #valid: string;
  #round = 0;

  constructor(first: TokenSet) {
    this.#valid = first.refreshToken.reveal();
  }

  refresh = async (refreshToken: Secret): Promise<Result<TokenSet, DexcomError>> => {
    this.calls += 1;
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.failWith) return err(this.failWith);
    if (refreshToken.reveal() !== this.#valid) {
      this.refusals += 1;
      return err(new DexcomError("invalid_grant", { status: 400 }));
    }
    this.#round += 1;
    const next = {
      ...someTokens(`round_${this.#round}`),
      expiresAt: Date.now() + this.lifetimeMs,
    };
    this.#valid = next.refreshToken.reveal();
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false;
      return err(new DexcomError("interrupted"));
    }
    return ok(next);
  };

  revoke(): void {
    this.#valid = "revoked";
  }
}
