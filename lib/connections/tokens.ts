import { z } from "zod";
import type { Instant } from "@/lib/clock";
import { createDataKey, type DataKey, unwrapDataKey } from "@/lib/crypto/data-key";
import { openJwe, sealJwe } from "@/lib/crypto/jwe";
import type { Transaction } from "@/lib/db/client";
import type { TokenSet } from "@/lib/dexcom/oauth";
import { newId } from "@/lib/ids";
import { Secret } from "@/lib/secret";
import type { SealedTokens, TokenVersion } from "./token-lease";

/** The one file that seals and opens Dexcom tokens. */

interface Owner {
  readonly connectionId: string;
  readonly patientId: string;
}

/** Tokens of one stored version, opened. */
export interface OpenTokens extends TokenVersion {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  readonly accessExpiresAt: Instant;
  /** The connection's key, to seal what a refresh brings without asking the database again. */
  readonly key: DataKey;
}

const content = z.strictObject({ accessToken: z.string().min(1), refreshToken: z.string().min(1) });

const keyOwner = (connectionId: string) => ({ purpose: "connection-key", owner: connectionId }) as const;
// Bound to grant and version too: an older token put back into the row does not open.
const tokenOwner = (connectionId: string, { grantId, version }: TokenVersion) =>
  ({ purpose: "dexcom-tokens", owner: `${connectionId}/${grantId}/${version}` }) as const;

export async function openTokens(connectionId: string, stored: SealedTokens): Promise<OpenTokens> {
  const { grantId, version, accessExpiresAt } = stored;
  const key = await unwrapDataKey(stored.wrappedKey, keyOwner(connectionId));
  const plain = await openJwe(
    stored.sealed,
    (id) => (id === key.id ? key.key : undefined),
    tokenOwner(connectionId, stored),
  );
  const { accessToken, refreshToken } = content.parse(JSON.parse(Buffer.from(plain).toString("utf8")));
  return {
    grantId,
    version,
    accessExpiresAt,
    accessToken: new Secret(accessToken),
    refreshToken: new Secret(refreshToken),
    key,
  };
}

/** Seals what a refresh brought, ready to be swapped in for the version it was made from. */
export async function sealNextVersion(
  connectionId: string,
  from: OpenTokens,
  tokens: TokenSet,
): Promise<{ readonly sealed: string; readonly accessExpiresAt: Instant }> {
  const next = { grantId: from.grantId, version: from.version + 1 };
  const sealed = await sealTokens(connectionId, next, tokens, from.key);
  return { sealed, accessExpiresAt: tokens.expiresAt };
}

/** Stores the tokens of a new consent at Dexcom under a new key. Whatever the connection held before is gone. */
export async function storeGrant(tx: Transaction, owner: Owner, tokens: TokenSet): Promise<void> {
  const { connectionId, patientId } = owner;
  await destroyTokens(tx, { connectionId });
  const { dataKey, wrapped } = await createDataKey(keyOwner(connectionId));
  await tx.connectionKey.create({ data: { connectionId, patientId, wrapped } });
  const first = { grantId: newId(), version: 1 };
  await tx.connectionToken.create({
    data: {
      connectionId,
      patientId,
      ...first,
      sealed: await sealTokens(connectionId, first, tokens, dataKey),
      accessExpiresAt: new Date(tokens.expiresAt),
    },
  });
}

/** Deletes sealed tokens and destroys the keys that open every copy of them. */
export async function destroyTokens(
  tx: Transaction,
  which: { readonly connectionId: string } | { readonly patientId: string },
): Promise<void> {
  await tx.connectionToken.deleteMany({ where: which });
  await tx.connectionKey.deleteMany({ where: which });
}

function sealTokens(
  connectionId: string,
  version: TokenVersion,
  tokens: TokenSet,
  key: DataKey,
): Promise<string> {
  const plain = {
    accessToken: tokens.accessToken.reveal(),
    refreshToken: tokens.refreshToken.reveal(),
  } satisfies z.input<typeof content>;
  return sealJwe(Buffer.from(JSON.stringify(plain), "utf8"), key, tokenOwner(connectionId, version));
}
