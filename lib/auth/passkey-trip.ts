import { cookies, headers } from "next/headers";
import { countPasskeyAsked, uncountPasskeyAsked } from "@/lib/accounts/mutations-attempts";
import { type Asked, newChallenge, takeChallenge } from "@/lib/accounts/mutations-passkey-challenge";
import type { PasskeySite } from "@/lib/accounts/passkey";
import { challengeIn } from "@/lib/accounts/passkey-answer";
import { PASSKEY_MINUTES_MAX, type PasskeyPurpose } from "@/lib/accounts/schema";
import { env } from "@/lib/env";
import { newSecretToken } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { cookieNames, cookieOptions } from "./cookies";
import { currentSession } from "./index";
import { passkeySite } from "./passkey-settings";
import { placeOf } from "./place-of-request";

/** A challenge and the site at which it is to be signed. */
interface Trip {
  readonly challenge: string;
  readonly site: PasskeySite;
}

/** Where passkeys are used, for API routes; refuses where they cannot be. */
function requirePasskeySite(): PasskeySite {
  const site = passkeySite(env());
  if (site === null) throw refused("no-passkeys");
  return site;
}

const networkHere = async () => placeOf(await headers()).network ?? "unknown";

/** Asks the asking browser for a passkey: it gets a cookie, without which what was signed is worth nothing. */
export async function beginPasskey(asked: Asked): Promise<Trip> {
  const site = requirePasskeySite();
  await countPasskeyAsked(await networkHere());
  const { passkey: name, https } = cookieNames(env());
  const jar = await cookies();
  // One secret for all that this browser asks for, so that it can do so in two tabs.
  const browserToken = jar.get(name)?.value ?? newSecretToken();
  const challenge = await newChallenge({ ...asked, browserToken });
  jar.set(name, browserToken, cookieOptions(https, PASSKEY_MINUTES_MAX * 60));
  return { challenge, site };
}

/** Takes back what a browser was asked for: once, in time, and in the browser and the session that asked. */
export async function endPasskey(
  clientDataJSON: string,
  purposes: readonly PasskeyPurpose[],
): Promise<Trip & { readonly asked: Asked }> {
  const site = requirePasskeySite();
  const challenge = challengeIn(clientDataJSON);
  if (challenge === null) throw refused("passkey-refused");
  const browserToken = (await cookies()).get(cookieNames(env()).passkey)?.value ?? null;
  const taken = await takeChallenge({ challenge, purposes, browserToken, member: await currentSession() });
  if (!taken.ok) throw refused(taken.error);
  return { challenge, site, asked: taken.value };
}

/** What was signed was right: it costs its network no try. */
export async function passkeyWasRight(): Promise<void> {
  await uncountPasskeyAsked(await networkHere());
}
