import type { Words } from "@/lib/i18n/translate";
import type { OidcWords } from "./oidc-button";

/** What the button says, finished: `name` is what the operator calls the hospital's sign-in. */
export function oidcWords({ t }: Words, { name }: { readonly name: string }): OidcWords {
  return { go: t("oidc.go", { name }), pending: t("oidc.pending", { name }) };
}

/** The same for adding an account there to one's own. */
export function ownOidcWords({ t }: Words, { name }: { readonly name: string }): OidcWords {
  return { go: t("accounts.ways.oidcGo", { name }), pending: t("oidc.pending", { name }) };
}
