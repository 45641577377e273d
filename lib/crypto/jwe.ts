import type { KeyObject } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import { UnsealError } from "./errors";
import type { KeyRing } from "./key-ring";

/** What a JWE is for and whose it is. Both are authenticated: elsewhere it does not open. */
export interface JweContext {
  readonly purpose:
    | "patient-key"
    | "connection-key"
    | "user-key"
    | "clinic-key"
    | "dexcom-tokens"
    | "sign-in-link"
    | "mail-message"
    | "share-offer"
    | "share-proposal"
    | "clinic-proposal"
    | "clinic-code"
    | "clinic-invitation";
  /** Id of the row that owns the content; ids of several are joined with a slash. */
  readonly owner: string;
}

const ALGORITHM = { alg: "dir", enc: "A256GCM" } as const;

/** Seals `content` as a compact JWE (RFC 7516), direct AES-256-GCM under `key`, with a fresh 96-bit IV. */
export async function sealJwe(
  content: Uint8Array,
  key: { readonly id: string; readonly key: KeyObject },
  { purpose, owner }: JweContext,
): Promise<string> {
  return new CompactEncrypt(content)
    .setProtectedHeader({ ...ALGORITHM, kid: key.id, purpose, owner })
    .encrypt(key.key);
}

/** Opens what `sealJwe` made for the same purpose and owner. Throws `UnsealError` for everything else. */
export async function openJwe(
  token: string,
  findKey: (id: string) => KeyObject | undefined,
  { purpose, owner }: JweContext,
): Promise<Uint8Array> {
  // Unused bits at the end of a base64url part decode to the same bytes; only one spelling is ours.
  const canonical = token
    .split(".")
    .every((part) => Buffer.from(part, "base64url").toString("base64url") === part);
  if (!canonical) throw new UnsealError();
  try {
    const { plaintext } = await compactDecrypt(
      token,
      (header) => {
        const key = typeof header.kid === "string" ? findKey(header.kid) : undefined;
        if (!key || header["purpose"] !== purpose || header["owner"] !== owner) throw new UnsealError();
        return key;
      },
      { keyManagementAlgorithms: [ALGORITHM.alg], contentEncryptionAlgorithms: [ALGORITHM.enc] },
    );
    return plaintext;
  } catch {
    throw new UnsealError();
  }
}

/** The same content under the ring's current key; null when it is already. */
export async function resealJwe(token: string, context: JweContext, ring: KeyRing): Promise<string | null> {
  if (jweKeyId(token) === ring.current.id) return null;
  return sealJwe(await openJwe(token, (id) => ring.find(id)?.key, context), ring.current, context);
}

/** The key id in a JWE's header, unverified: only to tell which ones a rotation has still to rewrap. */
export function jweKeyId(token: string): string | null {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString("utf8"));
    return typeof header === "object" && header !== null && "kid" in header && typeof header.kid === "string"
      ? header.kid
      : null;
  } catch {
    return null;
  }
}
