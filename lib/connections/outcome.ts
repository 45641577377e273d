/** How a sign-in with Dexcom can end other than well. The code stands in the address of the page that explains it. */
export const SIGN_IN_PROBLEMS = [
  "declined",
  "too-late",
  "not-this-browser",
  "code-refused",
  "app-refused",
  "user-cap",
  "dexcom-down",
  "not-understood",
  "wrong-account",
  "signed-out",
  // Of adding a Dexcom account to one's own.
  "dexcom-taken",
  "one-dexcom",
  "unavailable",
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** Why a Dexcom account is not added to whoever is signed in. */
export type JoinProblem = Extract<SignInProblem, "signed-out" | "dexcom-taken" | "one-dexcom">;

export function isSignInProblem(code: string): code is SignInProblem {
  return (SIGN_IN_PROBLEMS as readonly string[]).includes(code);
}
