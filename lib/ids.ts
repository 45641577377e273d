import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { readAloudCode } from "./read-aloud-code";

/** A row's identity. UUIDs name things; they are never secrets (ASVS 11.5.1). */
export function newId(): string {
  return randomUUID();
}

/** 256 bits from the operating system, base64url. For session ids, state and everything else that must not be guessed. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A code that a person reads aloud or types, from the operating system's randomness. */
export function newReadAloudCode(): string {
  return readAloudCode(randomInt);
}

/** What is stored of a secret token: a stolen table is not a set of live sessions. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("base64url");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID.test(value);
}
