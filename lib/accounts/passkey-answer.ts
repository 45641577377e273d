import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { COSEALG, decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { z } from "zod";
import { refused } from "@/lib/refusals";
import type { KeptPasskey, PasskeySite } from "./passkey";
import type { NewPasskey, PasskeyAnswer } from "./schema";

/** What every device speaks and every runtime can verify. */
export const PASSKEY_ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

const clientData = z.object({ challenge: z.string().max(100) });

/** Which challenge was signed, as far as the browser says; null for what no browser writes. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    return clientData.parse(JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"))).challenge;
  } catch {
    return null;
  }
}

interface Expected {
  readonly challenge: string;
  readonly site: PasskeySite;
}

/** What the authenticator says of itself with each answer. */
export interface PasskeyState {
  readonly counter: number;
  readonly isBackedUp: boolean;
}

/** Verifies that a passkey was made for this challenge at this site, by somebody whom their device knows. */
export function verifyNewPasskey(
  answer: NewPasskey,
  { challenge, site }: Expected,
): Promise<PasskeyState & Pick<KeptPasskey, "credentialId" | "publicKey">> {
  return orRefused(async () => {
    refuseCertificates(answer.response.attestationObject);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    });
    if (!verified) throw new Error("The statement about the device does not hold.");
    const { credential, credentialBackedUp } = registrationInfo;
    // The row is found by what the browser says, so that has to be what the authenticator says.
    if (credential.id !== answer.id) throw new Error("The browser calls the key by another name.");
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString("base64url"),
      counter: credential.counter,
      isBackedUp: credentialBackedUp,
    };
  });
}

/**
 * None were asked for. Of some makers' the library would ask the network whether they were revoked, at an address that
 * stands in them, by a fetch without our limits: signing in calls nobody.
 */
function refuseCertificates(attestationObject: string): void {
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, "base64url")));
  const format = decoded.get("fmt");
  // A device may vouch for itself with the key that it has just made, which names nobody ("self attestation").
  const isPlain =
    format === "none" || (format === "packed" && decoded.get("attStmt").get("x5c") === undefined);
  if (!isPlain) throw new Error("A statement with certificates came back.");
}

/** Verifies that this passkey signed this challenge at this site, for somebody whom their device knows. */
export function verifyPasskey(
  answer: PasskeyAnswer,
  {
    challenge,
    site,
    passkey: { credentialId, publicKey, counter },
  }: Expected & {
    readonly passkey: Pick<KeptPasskey, "credentialId" | "publicKey"> & Pick<PasskeyState, "counter">;
  },
): Promise<PasskeyState> {
  return orRefused(async () => {
    const { userHandle, ...response } = answer.response;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...answer,
        response: { ...response, ...(userHandle ? { userHandle } : {}) },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      credential: {
        id: credentialId,
        publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
        counter,
      },
      requireUserVerification: true,
    });
    if (!verified) throw new Error("The signature is not that of this passkey.");
    return { counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp };
  });
}

/** Whatever is wrong is one refusal: only the tests and a debugger see its cause. */
async function orRefused<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (cause) {
    throw refused("passkey-refused", { cause });
  }
}
