import type { Instant } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { newId } from "@/lib/ids";

/**
 * The rows of `connection_token`, sealed. Whoever wants to refresh takes the lease; what counts is that a new set of
 * tokens replaces only the very version it came from. All times here are the database's.
 */

/** One version of one grant's tokens. */
export interface TokenVersion {
  readonly grantId: string;
  readonly version: number;
}

export interface SealedTokens extends TokenVersion {
  readonly sealed: string;
  readonly wrappedKey: string;
  readonly accessExpiresAt: Instant;
}

export interface TokenLease extends TokenVersion {
  readonly owner: string;
  /** Refreshes of this version whose fate is unknown: cut off by a crash, or never answered. */
  readonly unanswered: number;
}

export type LeaseAnswer =
  | { readonly kind: "leased"; readonly lease: TokenLease }
  /** Someone else is refreshing right now. */
  | { readonly kind: "busy" }
  /** Someone has just tried in vain. */
  | { readonly kind: "cooling-down"; readonly until: Instant }
  /** Someone has refreshed meanwhile, or the person disconnected: look again. */
  | { readonly kind: "changed" };

/** Twice the time that a token request may take (lib/dexcom/oauth.ts). */
export const LEASE_SECONDS = 30;

interface TokenRow {
  readonly grantId: string;
  readonly version: number;
  readonly sealed: string;
  readonly wrappedKey: string;
  readonly accessExpiresAt: Date;
}

/** The stored tokens of an active connection; null when it has none or waits for the person. */
export async function peekTokens(
  tx: Transaction,
  connectionId: string,
  of: "active" | "any status" = "active",
): Promise<SealedTokens | null> {
  const [row] = await tx.$queryRaw<TokenRow[]>`
    SELECT t.grant_id AS "grantId", t.version, t.sealed, k.wrapped AS "wrappedKey",
      t.access_expires_at AS "accessExpiresAt"
    FROM connection_token t
    JOIN connection c ON c.id = t.connection_id
    JOIN keys.connection_key k ON k.connection_id = t.connection_id
    WHERE t.connection_id = ${connectionId}::uuid AND (c.status = 'active' OR ${of} = 'any status')`;
  return row ? { ...row, accessExpiresAt: row.accessExpiresAt.getTime() } : null;
}

interface LeaseRow {
  readonly busy: boolean;
  readonly abandoned: boolean;
  readonly retryAt: Date | null;
  readonly unanswered: number;
}

/** Takes the right to refresh this version, if it is still the stored one and nobody else holds it. */
export async function takeLease(
  tx: Transaction,
  connectionId: string,
  { grantId, version }: TokenVersion,
): Promise<LeaseAnswer> {
  const [row] = await tx.$queryRaw<LeaseRow[]>`
    SELECT COALESCE(lease_until > clock_timestamp(), false) AS "busy",
      lease_owner IS NOT NULL AS "abandoned",
      CASE WHEN retry_at > clock_timestamp() THEN retry_at END AS "retryAt",
      unanswered_refreshes AS "unanswered"
    FROM connection_token
    WHERE connection_id = ${connectionId}::uuid AND grant_id = ${grantId}::uuid AND version = ${version}
    FOR UPDATE`;
  if (!row) return { kind: "changed" };
  if (row.busy) return { kind: "busy" };
  if (row.retryAt) return { kind: "cooling-down", until: row.retryAt.getTime() };
  // A holder that neither saved nor let go died or froze: Dexcom may have spent the refresh token.
  const unanswered = row.unanswered + (row.abandoned ? 1 : 0);
  const owner = newId();
  await tx.$executeRaw`
    UPDATE connection_token SET lease_owner = ${owner}::uuid, unanswered_refreshes = ${unanswered}, retry_at = NULL,
      lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE connection_id = ${connectionId}::uuid`;
  return { kind: "leased", lease: { grantId, version, owner, unanswered } };
}

/** Gives the lease back after a refresh that brought no tokens. Nobody tries again within `coolDownMs`. */
export async function releaseLease(
  tx: Transaction,
  connectionId: string,
  lease: TokenLease,
  after: { readonly coolDownMs: number; readonly unanswered: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE connection_token SET lease_owner = NULL, lease_until = NULL, unanswered_refreshes = ${after.unanswered},
      retry_at = clock_timestamp() + make_interval(secs => ${after.coolDownMs / 1_000})
    WHERE connection_id = ${connectionId}::uuid AND lease_owner = ${lease.owner}::uuid`;
}

/**
 * Puts new tokens in the place of exactly the version they were made from; false when that is no longer the stored one.
 * The lease is not asked for: a holder who woke up too late but has the only good tokens must not lose them.
 */
export async function swapTokens(
  tx: Transaction,
  connectionId: string,
  from: TokenVersion,
  next: { readonly sealed: string; readonly accessExpiresAt: Instant },
): Promise<boolean> {
  const swapped = await tx.$executeRaw`
    UPDATE connection_token SET sealed = ${next.sealed}, version = version + 1,
      access_expires_at = ${new Date(next.accessExpiresAt)}, lease_owner = NULL, lease_until = NULL,
      retry_at = NULL, unanswered_refreshes = 0
    WHERE connection_id = ${connectionId}::uuid AND grant_id = ${from.grantId}::uuid AND version = ${from.version}`;
  if (swapped === 0) return false;
  // Whoever took over meanwhile was refused and gave the connection up: these tokens prove that it lives.
  await tx.$executeRaw`
    UPDATE connection SET status = 'active', status_reason = NULL, next_sync_at = clock_timestamp()
    WHERE id = ${connectionId}::uuid AND status = 'reconnect_needed' AND status_reason = 'interrupted'`;
  return true;
}
