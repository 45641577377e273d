import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";
import { UnsealError } from "./errors";

const VERSION = 1;
const IV_BYTES = 12; // NIST SP 800-38D, 8.2.2: random IVs; 2^32 per key is far beyond one patient's blocks
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + IV_BYTES;

/** Where a sealed value belongs, most general part first. It opens in exactly this place and nowhere else. */
export type SealContext = readonly [purpose: string, ...parts: (string | number)[]];

/** `version | iv | ciphertext | tag`, AES-256-GCM with the context as additional data. */
export function seal(plain: Uint8Array, key: KeyObject, context: SealContext): Buffer<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(context));
  return Buffer.concat([
    Uint8Array.of(VERSION),
    iv,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Throws `UnsealError` unless `sealed` is, to the bit, what was sealed with this key for this context. */
export function unseal(sealed: Uint8Array, key: KeyObject, context: SealContext): Buffer {
  if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new UnsealError();
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, HEADER_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additionalData(context));
  decipher.setAuthTag(sealed.subarray(tagAt));
  const plain = decipher.update(sealed.subarray(HEADER_BYTES, tagAt));
  try {
    // GCM has given all of it already: this checks the tag, and adds nothing.
    decipher.final();
  } catch {
    throw new UnsealError();
  }
  return plain;
}

/** JSON keeps the parts apart: ["a", "bc"] and ["ab", "c"] are two contexts. */
function additionalData(context: SealContext): Buffer {
  return Buffer.from(JSON.stringify(["hindsight", VERSION, ...context]), "utf8");
}
