import { createHash, hash } from "node:crypto";

/** Where randomness comes from: the operating system, or a seeded source in a test. */
export type RandomBytes = (size: number) => Uint8Array;

// Any fixed UUID serves as the namespace of name-based UUIDs. The 16 bytes of this one are text, so that namespace and
// name can be hashed as one string.
const NAMESPACE = "dexcom-simulator";

/**
 * A version-5 UUID of a name: the same name always gives the same id, as Dexcom's record ids appear to do
 * (`recordId`, dexcom-api.md 5.3).
 */
export function nameBasedUuid(name: string): string {
  // The one-shot hash takes a third of the time of a Hash object, and a month of EGVs needs 8,640 of them.
  const hex = hash("sha1", NAMESPACE + name, "hex");
  const variant = (Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8;
  return dashed(`${hex.slice(0, 12)}5${hex.slice(13, 16)}${variant.toString(16)}${hex.slice(17, 32)}`);
}

export function randomHex(random: RandomBytes, bytes: number): string {
  return Buffer.from(random(bytes)).toString("hex");
}

export function randomUuid(random: RandomBytes): string {
  const bytes = Buffer.from(random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(bytes.toString("hex"));
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** 64 hex digits, one for each pair of Dexcom account and client: two apps of one developer see different ones. */
export function userIdFor(personName: string, clientId: string): string {
  return createHash("sha256").update(`user ${clientId.length} ${clientId} ${personName}`).digest("hex");
}

/** The `sub` of access tokens: a UUID that must not be joined with `userId` (dexcom-api.md 2.6). */
export function subjectFor(personName: string): string {
  return nameBasedUuid(`subject ${personName}`);
}

/** A number in [0, 1) that depends on the text alone. Decides which records a partial quirk touches. */
export function shareOf(text: string): number {
  let mixed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  // Mixes the last characters into the high bits, which FNV alone does poorly.
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
}
