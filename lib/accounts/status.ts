import type { SignInMethod } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";

/** What somebody has told about themselves, and their ways in. */
export interface Account {
  /** Null until it is given. */
  readonly name: string | null;
  readonly email: { readonly address: string; readonly confirmedAt: Instant } | null;
  readonly hasDexcom: boolean;
  readonly hasOidc: boolean;
  /** How many there are. */
  readonly passkeys: number;
}

/** How this person can sign in, and therefore prove again who they are. */
export function waysIn({ email, hasDexcom, hasOidc, passkeys }: Account): SignInMethod[] {
  return [
    ...(hasDexcom ? (["dexcom"] as const) : []),
    ...(email ? (["email"] as const) : []),
    ...(hasOidc ? (["oidc"] as const) : []),
    ...(passkeys > 0 ? (["passkey"] as const) : []),
  ];
}

/** The ways in that can go by themselves: Dexcom's goes with the data that came by it. */
export type RemovableWay = Exclude<SignInMethod, "dexcom">;

/** A way in can go when another is left to come back with; of passkeys, one at a time. */
export function mayRemove(account: Account, way: RemovableWay): boolean {
  const ways = waysIn(account);
  return ways.includes(way) && (ways.length > 1 || (way === "passkey" && account.passkeys > 1));
}

/** A passkey as its owner may recognise it. What is null nobody knows. */
export interface PasskeyView {
  readonly passkeyId: string;
  /** Where it was made. */
  readonly browser: string | null;
  readonly system: string | null;
  /** Whether it is kept beyond the device that made it. */
  readonly isBackedUp: boolean;
  readonly createdAt: Instant;
  /** Null until it is used for the first time. */
  readonly lastUsedAt: Instant | null;
}
