import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

/** What the person's device does with what our server told it; loaded at the press, which few visitors make. */
export type OnDevice = (options: unknown) => Promise<unknown>;

// Our own server wrote the options with the other half of the same library.

/** Lets the person choose a passkey and signs with it. */
export const signOnDevice: OnDevice = async (options) => {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
};

/** Makes a passkey. */
export const makeOnDevice: OnDevice = async (options) => {
  const { startRegistration } = await import("@simplewebauthn/browser");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
};

/** Why the device did not: closed or waited for too long, one of this person's is there already, or anything else. */
export type DeviceProblem = "cancelled" | "held" | "failed";

/** By the names that WebAuthn gives them (Level 3, 5.1.3, 5.1.4.1 and 6.3.2). */
export function deviceProblem(error: unknown): DeviceProblem {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "cancelled";
  return name === "InvalidStateError" ? "held" : "failed";
}
