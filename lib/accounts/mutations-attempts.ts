import type { Pool } from "pg";
import { lookupValue } from "@/lib/crypto/lookup";
import { type AttemptLimit, returnAttempt, takeAttempt } from "@/lib/db/attempts";
import { refused } from "@/lib/refusals";

/**
 * How often a message with a link may be asked for. The strictest counts address and network together, so that a
 * stranger who asks in somebody's name does not lock them out from where they are.
 */
export const LINK_LIMITS = {
  addressFromNetwork: { name: "link-address-network", max: 5, minutes: 15 },
  address: { name: "link-address", max: 20, minutes: 60 },
  network: { name: "link-network", max: 30, minutes: 15 },
} as const satisfies Readonly<Record<string, AttemptLimit>>;

/** How often a network may ask for a passkey; those that turn out to be right do not count. */
const PASSKEY_LIMIT = { name: "passkey-network", max: 60, minutes: 15 } as const satisfies AttemptLimit;

export interface AttemptOptions {
  readonly pool?: Pool | undefined;
}

/** Counts the wish for a message; refuses with `too-many-tries`, whether the address is known or not. */
export async function countLinkAsked(
  { address, network }: { readonly address: string; readonly network: string },
  options: AttemptOptions = {},
): Promise<void> {
  await takeTry(LINK_LIMITS.network, [network], options);
  await takeTry(LINK_LIMITS.addressFromNetwork, [address, network], options);
  await takeTry(LINK_LIMITS.address, [address], options);
}

/** Counts the wish to use a passkey; refuses with `too-many-tries`. */
export async function countPasskeyAsked(network: string, options: AttemptOptions = {}): Promise<void> {
  await takeTry(PASSKEY_LIMIT, [network], options);
}

export async function uncountPasskeyAsked(network: string, options: AttemptOptions = {}): Promise<void> {
  await giveTryBack(PASSKEY_LIMIT, [network], options);
}

/** Counts a try of whoever it is, by look-up values only; refuses with `too-many-tries` where there is no better word. */
export async function takeTry(
  limit: AttemptLimit,
  who: readonly string[],
  {
    pool,
    refusal = "too-many-tries",
  }: AttemptOptions & { readonly refusal?: "too-many-tries" | "too-many-clinics" },
): Promise<void> {
  if ((await takeAttempt(limit, keyOf(limit, who), pool)) !== null) throw refused(refusal);
}

/** Takes the count of a try back that turned out to be right: only wrong ones use up what there is. */
export async function giveTryBack(
  limit: AttemptLimit,
  who: readonly string[],
  { pool }: AttemptOptions,
): Promise<void> {
  await returnAttempt(limit, keyOf(limit, who), pool);
}

function keyOf({ name }: AttemptLimit, who: readonly string[]): string {
  return lookupValue("attempts", [name, ...who]);
}
