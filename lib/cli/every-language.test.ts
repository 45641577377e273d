import { expect, it } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { wordsFor } from "@/lib/i18n/words";
import { everyLanguage } from "./every-language";

it("speaks the languages of the app, with the same words", async () => {
  const said = (await everyLanguage()).map(({ t }) => t("sharing.reminderMessage.subject"));
  expect(said).toEqual(LANGUAGES.map(({ code }) => wordsFor(code).t("sharing.reminderMessage.subject")));
  expect(new Set(said).size).toBe(LANGUAGES.length);
});
