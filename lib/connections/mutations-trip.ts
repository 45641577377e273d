import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { hashToken, newId, newSecretToken } from "@/lib/ids";
import { err, ok, type Result } from "@/lib/result";

/**
 * What a trip to Dexcom is for: signing in, renewing a connection that was given up, or adding one's own Dexcom account to
 * an account that has no data.
 */
export type ConnectPurpose = "sign-in" | "reconnect" | "join";

/** A trip that reads nothing and stores nothing: somebody who is signed in proves again who they are. */
export type TripPurpose = ConnectPurpose | "confirm";

/** What somebody agreed to on the page before the redirect. */
export interface ConsentGiven {
  readonly version: string;
  readonly grantor: "self" | "guardian";
}

/** To whom and where a trip is bound: it only ends where and with whom it began. */
export interface TripBinding {
  /** The secret in the browser's own cookie. */
  readonly browserToken: string;
  /** The session that the browser had, null when it had none. */
  readonly sessionId: string | null;
  readonly environment: string;
  readonly redirectUri: string;
}

export type Trip =
  | { readonly purpose: ConnectPurpose; readonly consentId: string }
  | { readonly purpose: "confirm" };

/** What a trip is for, with the consent where glucose will be read. */
export type TripWish =
  | { readonly purpose: ConnectPurpose; readonly consent: ConsentGiven }
  | { readonly purpose: "confirm" };

/** Ten minutes (RFC 9700, 4.5), by the database's clock. */
export const TRIP_MINUTES_MAX = 10;

/** Records the consent, if there is one, and opens a trip. The state goes into Dexcom's address and is stored only as a hash. */
export async function beginTrip(
  trip: TripBinding & TripWish,
  options: TransactionOptions = {},
): Promise<{ readonly state: string }> {
  const state = newSecretToken();
  await inSystemTransaction(
    "system:sign-in",
    async (tx) => {
      const consentId = trip.purpose === "confirm" ? null : newId();
      if (trip.purpose !== "confirm") {
        const { version, grantor } = trip.consent;
        await tx.$executeRaw`
          INSERT INTO consent (id, version, grantor, environment, agreed_at)
          VALUES (${consentId}::uuid, ${version}, ${grantor}, ${trip.environment}, clock_timestamp())`;
      }
      await tx.$executeRaw`
        INSERT INTO oauth_transaction
          (state_hash, browser_hash, session_id, purpose, environment, redirect_uri, consent_id, expires_at)
        VALUES (${hashToken(state)}, ${hashToken(trip.browserToken)}, ${trip.sessionId}::uuid, ${trip.purpose},
          ${trip.environment}, ${trip.redirectUri}, ${consentId}::uuid,
          clock_timestamp() + make_interval(mins => ${TRIP_MINUTES_MAX}))`;
    },
    options,
  );
  return { state };
}

interface TripRow {
  readonly browserHash: string;
  readonly sessionId: string | null;
  readonly purpose: TripPurpose;
  readonly environment: string;
  readonly redirectUri: string;
  readonly consentId: string | null;
  readonly live: boolean;
}

/**
 * Ends a trip: whatever comes back, its row is gone before Dexcom is asked for anything, so the same state never works
 * twice, not even at the same moment.
 */
export async function takeTrip(
  { state, ...here }: TripBinding & { readonly state: string },
  options: TransactionOptions = {},
): Promise<Result<Trip, "too-late" | "not-this-browser" | "signed-out">> {
  const [row] = await inSystemTransaction(
    "system:sign-in",
    (tx) => tx.$queryRaw<TripRow[]>`
      DELETE FROM oauth_transaction WHERE state_hash = ${hashToken(state)}
      RETURNING browser_hash AS "browserHash", session_id AS "sessionId", purpose, environment,
        redirect_uri AS "redirectUri", consent_id AS "consentId", expires_at > clock_timestamp() AS "live"`,
    options,
  );
  if (!row?.live) return err("too-late");
  if (
    row.browserHash !== hashToken(here.browserToken) ||
    row.environment !== here.environment ||
    row.redirectUri !== here.redirectUri
  )
    return err("not-this-browser");
  if (row.sessionId !== here.sessionId)
    return err(here.sessionId === null ? "signed-out" : "not-this-browser");
  const { purpose, consentId } = row;
  if (purpose === "confirm") return ok({ purpose });
  if (consentId === null) throw new Error("A trip that reads glucose began without a consent.");
  return ok({ purpose, consentId });
}

/** Sweeps trips that were never finished, and consents that came to nothing within a day. */
export async function sweepTrips(options: TransactionOptions = {}): Promise<void> {
  await inSystemTransaction(
    "system:retention",
    async (tx) => {
      await tx.$executeRaw`DELETE FROM oauth_transaction WHERE expires_at < clock_timestamp()`;
      await tx.$executeRaw`
        DELETE FROM consent WHERE patient_id IS NULL AND agreed_at < clock_timestamp() - interval '1 day'`;
    },
    options,
  );
}
