/** How opening a message's link or code can end other than well: the refusals of that name (lib/refusals.ts). */
export type LinkProblem =
  | "link-too-late"
  | "link-other-browser"
  | "wrong-code"
  | "session-ended"
  | "address-taken"
  | "address-changed";

/** Why what a passkey signed is not looked at: the refusals of that name. */
export type ChallengeProblem = "passkey-too-late" | "passkey-other-browser" | "signed-out";

/** Why an answer of the provider does not add an account to whoever began it; each has a page (lib/auth/outcome.ts). */
export type UntakenProblem = "oidc-too-late" | "oidc-not-this-browser" | "oidc-signed-out";
/** Why the account that it verified is not added. */
export type JoiningProblem = "oidc-signed-out" | "oidc-taken" | "oidc-second";
