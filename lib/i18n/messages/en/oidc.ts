/** Signing in with a hospital's own sign-in. */
export const oidc = {
  go: "Continue with {name}",
  pending: "Opening {name} …",
} as const;
