import { describe, expect, test } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { helpPath, PATHS } from "@/lib/routes";
import { consentWords } from "./consent-words";

const SITE = { environment: "us", delayMinutes: 180, keyBackupDays: 7 } as const;

function saidOf(site: Parameters<typeof consentWords>[1], locale = "en-US"): string {
  return consentWords(wordsFor(locale), site)
    .terms.map(({ term, text }) => `${term}: ${textOf(<p>{text}</p>)}`)
    .join("\n");
}

describe("what is agreed to before anybody goes to Dexcom", () => {
  test("names what is read, how old it is, how long it is kept and for whom the site is", () => {
    const said = saidOf(SITE);
    expect(said).toContain("Past glucose readings, the events you entered");
    expect(said).toContain("At least three hours, by design.");
    expect(said).toContain(
      "Deleting destroys your key at once; backups of keys are gone after 7 days at most.",
    );
    expect(said).toContain("For whom: For accounts in the United States.");
  });

  test("claims no delay and no backups where there are none", () => {
    const said = saidOf({ ...SITE, delayMinutes: 0, keyBackupDays: 0 });
    expect(said).toContain("As Dexcom shares it.");
    expect(said).toContain("Deleting destroys your key at once.");
  });

  test("says the same in Spanish", () => {
    const said = saidOf({ ...SITE, keyBackupDays: 1 }, "es-MX");
    expect(said).toContain("Al menos tres horas, por diseño.");
    expect(said).toContain("desaparecen en 1 día como máximo.");
  });

  test("asks where else Hindsight is available, and what ends where", () => {
    const { terms } = consentWords(wordsFor("en-US"), SITE);
    const links = terms.flatMap(({ text }) => [...htmlOf(<p>{text}</p>).matchAll(/href="([^"]+)"/g)]);
    expect(links.map(([, href]) => href)).toEqual([helpPath("ending"), helpPath("regions")]);
  });

  test("leads to the terms and to the privacy page", () => {
    const html = htmlOf(<p>{consentWords(wordsFor("en-US"), SITE).agree}</p>);
    expect(html).toMatch(new RegExp(`href="${PATHS.terms}"[^>]*>terms</a>`));
    expect(html).toMatch(new RegExp(`href="${PATHS.privacy}"[^>]*>privacy page</a>`));
  });
});
