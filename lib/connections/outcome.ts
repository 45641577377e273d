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
  "unavailable",
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

export function isSignInProblem(code: string): code is SignInProblem {
  return (SIGN_IN_PROBLEMS as readonly string[]).includes(code);
}
