import { expect, test, vi } from "vitest";
import { MutationMessage } from "@/components/forms/mutation-message";
import { htmlOf, textOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { PATHS } from "@/lib/routes";
import { Landing } from "./landing";
import { PublicShell } from "./public-shell";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const SITE = { environment: "us", operator: null, delayMinutes: 180 } as const;

function page(locale: string, site: { readonly operator: string | null } = SITE) {
  const words = wordsFor(locale);
  return (
    <PublicShell site={{ ...SITE, ...site }} words={words}>
      <Landing hasOtherWays hasPasskeys site={SITE} words={words} />
    </PublicShell>
  );
}

test("every public page leads to help, figures, privacy and terms", () => {
  const footer = htmlOf(page("en-US")).split("<footer")[1] ?? "";
  const links = [...footer.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links).toEqual([PATHS.help, PATHS.metrics, PATHS.privacy, PATHS.terms]);
});

test("says for whom the site is, who runs it, how old the data is and what it is not for", () => {
  const text = textOf(page("en-US", { operator: "Example Clinic" }));
  expect(text).toContain(
    "not for treatment decisions. For accounts in the United States. Run by Example Clinic.",
  );
  expect(text).toContain("Readings are at least three hours old by design");
  expect(textOf(page("en-US"))).not.toContain("Run by");
});

test("says the same in Spanish", () => {
  const text = textOf(page("es-MX", { operator: "Clínica Ejemplo" }));
  expect(text).toContain("Para cuentas de Estados Unidos. A cargo de Clínica Ejemplo.");
  expect(text).toContain("al menos tres horas de antigüedad");
});

test("what was refused before sign-in is said in the reader's language", () => {
  const words = wordsFor("es-MX");
  const refused = { reached: true, code: "foreign-site", detail: "English" } as const;
  const html = htmlOf(
    <PublicShell site={SITE} words={words}>
      <MutationMessage state={{ status: "failed", refusal: refused }} />
    </PublicShell>,
  );
  expect(html).toContain("Esto solo se puede hacer desde las páginas de Hindsight.");
});
