import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { NewPasskey, PasskeyAnswer } from "@/lib/accounts/schema";

/** What a test makes wrong about an answer that is right but for that. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly isPresent?: boolean;
  readonly isVerified?: boolean;
  readonly counter?: number;
  /** Null leaves it out. */
  readonly userHandle?: string | null;
  readonly credentialId?: string;
  /** Signs with another key than it says. */
  readonly key?: KeyObject;
  /** The statement about the device, instead of none. */
  readonly statement?: { readonly format: string; readonly fields: ReadonlyMap<string, unknown> };
}

interface Held {
  readonly privateKey: KeyObject;
  readonly userHandle: string;
  counter: number;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const MAY_BE_BACKED_UP = 0x08;
const IS_BACKED_UP = 0x10;
const HAS_KEY = 0x40;

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const bigEndian = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** A device with passkeys, as real as WebAuthn's bytes can tell (6.1, 6.5): ES256 keys, CBOR, no statement about itself. */
export class SoftwareAuthenticator {
  readonly #held = new Map<string, Held>();
  readonly #origin: string;
  readonly #rpId: string;
  readonly #isBackedUp: boolean;

  constructor({ origin, isBackedUp = false }: { readonly origin: string; readonly isBackedUp?: boolean }) {
    this.#origin = origin;
    this.#rpId = new URL(origin).hostname;
    this.#isBackedUp = isBackedUp;
  }

  /** Makes a passkey for what `navigator.credentials.create` was told. */
  create(
    options: { readonly challenge: string; readonly user: { readonly id: string } },
    lies: Lies = {},
  ): NewPasskey {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const credentialId = lies.credentialId ?? base64url(randomBytes(32));
    const held = { privateKey, userHandle: options.user.id, counter: lies.counter ?? 0 };
    this.#held.set(credentialId, held);
    const id = Buffer.from(credentialId, "base64url");
    const authData = Buffer.concat([
      this.#authenticatorData(held, HAS_KEY, lies),
      Buffer.alloc(16),
      bigEndian(id.length, 2),
      id,
      coseKey(publicKey),
    ]);
    const { format, fields } = lies.statement ?? { format: "none", fields: new Map<string, unknown>() };
    const attestation = new Map<string, unknown>([
      ["fmt", format],
      ["attStmt", fields],
      ["authData", new Uint8Array(authData)],
    ]);
    return {
      id: credentialId,
      rawId: credentialId,
      type: "public-key",
      response: {
        clientDataJSON: this.#clientData("webauthn.create", options.challenge, lies),
        attestationObject: base64url(cbor(attestation)),
        transports: ["internal"],
      },
    };
  }

  /** Signs what `navigator.credentials.get` was told, with the only passkey there is or the one that is named. */
  get(options: { readonly challenge: string }, lies: Lies = {}, credentialId = this.only()): PasskeyAnswer {
    const held = this.#held.get(credentialId);
    if (!held) throw new Error("This authenticator does not hold that passkey.");
    held.counter = lies.counter ?? held.counter + 1;
    const clientDataJSON = this.#clientData("webauthn.get", options.challenge, lies);
    const authData = this.#authenticatorData(held, 0, lies);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]);
    const id = lies.credentialId ?? credentialId;
    return {
      id,
      rawId: id,
      type: "public-key",
      response: {
        clientDataJSON,
        authenticatorData: base64url(authData),
        signature: base64url(sign("sha256", signed, lies.key ?? held.privateKey)),
        userHandle: lies.userHandle === undefined ? held.userHandle : lies.userHandle,
      },
    };
  }

  only(): string {
    const [id, ...others] = this.#held.keys();
    if (id === undefined || others.length > 0) throw new Error("Name the passkey.");
    return id;
  }

  #clientData(type: string, challenge: string, lies: Lies): string {
    const data = {
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? this.#origin,
      crossOrigin: false,
    };
    return base64url(Buffer.from(JSON.stringify(data)));
  }

  #authenticatorData({ counter }: Held, more: number, lies: Lies): Buffer {
    const flags =
      (lies.isPresent === false ? 0 : PRESENT) +
      (lies.isVerified === false ? 0 : VERIFIED) +
      (this.#isBackedUp ? MAY_BE_BACKED_UP + IS_BACKED_UP : 0) +
      more;
    return Buffer.concat([sha256(lies.rpId ?? this.#rpId), Uint8Array.of(flags), bigEndian(counter, 4)]);
  }
}

/** RFC 9053, 2.1 and 7.1.1: an elliptic curve key for ES256 on P-256. */
function coseKey(publicKey: KeyObject): Uint8Array {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  return cbor(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]),
  );
}

// The encoder's own type knows no maps of unknown things.
const cbor = (value: ReadonlyMap<unknown, unknown>): Uint8Array =>
  isoCBOR.encode(value as Parameters<typeof isoCBOR.encode>[0]);
