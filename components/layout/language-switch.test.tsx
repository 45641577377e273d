import { expect, test, vi } from "vitest";
import { htmlOf } from "@/components/testing/markup";
import { LANGUAGES } from "@/lib/i18n/languages";
import { LanguageSwitch } from "./language-switch";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

test("each language stands under its own name, is spoken in its own voice, and the one in use is marked", () => {
  const html = htmlOf(
    <LanguageSwitch languages={LANGUAGES} current="es" action="/api/language" label="Idioma" />,
  );
  expect(html).toContain('role="group" aria-label="Idioma"');
  const buttons = [...html.matchAll(/<button([^>]*)>([^<]*)<\/button>/g)];
  expect(buttons.map(([, , name]) => name)).toEqual(["English", "Español"]);
  expect(buttons[0]?.[1]).toContain('lang="en" aria-pressed="false"');
  expect(buttons[1]?.[1]).toContain('lang="es" aria-pressed="true"');
});
