/** How a sign-in with a hospital's provider can end other than well. The code stands in the address of its page. */
export const OIDC_PROBLEMS = [
  "oidc-declined",
  "oidc-not-this-browser",
  "oidc-too-late",
  "oidc-down",
  "oidc-refused",
  // Of adding an account there to one's own.
  "oidc-signed-out",
  "oidc-taken",
  "oidc-second",
] as const;
/** The last one is shared with Dexcom's way in: it is about our own database. */
export type OidcProblem = (typeof OIDC_PROBLEMS)[number] | "unavailable";

export function isOidcProblem(code: string): code is (typeof OIDC_PROBLEMS)[number] {
  return (OIDC_PROBLEMS as readonly string[]).includes(code);
}
