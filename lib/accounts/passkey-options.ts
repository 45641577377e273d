import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { MINUTE_MS } from "@/lib/clock";
import { type KeptPasskey, type PasskeySite, userHandle } from "./passkey";
import { PASSKEY_ALGORITHMS } from "./passkey-answer";
import { PASSKEY_MINUTES_MAX } from "./schema";

const TIMEOUT_MS = PASSKEY_MINUTES_MAX * MINUTE_MS;

/** What a browser is told to make a passkey. */
export function creationOptions({
  challenge,
  site,
  userId,
  name,
  known,
}: {
  readonly challenge: string;
  readonly site: PasskeySite;
  readonly userId: string;
  /** By which the person recognises it on their device. */
  readonly name: string;
  /** Those that they have: no device makes a second one. */
  readonly known: readonly KeptPasskey[];
}) {
  return generateRegistrationOptions({
    rpName: "Hindsight",
    rpID: site.rpId,
    userName: name,
    userDisplayName: name,
    userID: bytesOf(userHandle(userId)),
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    // Nobody has to say which device they own.
    attestationType: "none",
    excludeCredentials: known.map(asDescriptor),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
  });
}

/** What a browser is told to use one: any that the person chooses, or one of these. */
export function requestOptions({
  challenge,
  site,
  known,
}: {
  readonly challenge: string;
  readonly site: PasskeySite;
  readonly known: readonly KeptPasskey[];
}) {
  return generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: bytesOf(challenge),
    timeout: TIMEOUT_MS,
    userVerification: "required",
    allowCredentials: known.map(asDescriptor),
  });
}

function asDescriptor({ credentialId, transports }: KeptPasskey) {
  return { id: credentialId, transports: [...transports] };
}

/** As bytes: the library would take a text for one that it has to encode. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, "base64url"));
}
