import { describe, expect, it } from "vitest";
import { LANGUAGES, languageOf, readerLocale } from "./languages";

describe("the reader's locale", () => {
  it.each([
    ["en-GB,en;q=0.9", "en-GB"],
    ["de-DE,de;q=0.9,en-IE;q=0.8", "en-IE"],
    ["de-DE,de;q=0.9", "en-US"],
    ["en", "en-US"],
    ["", "en-US"],
    [null, "en-US"],
    ["en-XX'; DROP", "en-US"],
    ["es-MX,es;q=0.9,en;q=0.8", "es-MX"],
    ["es,es-AR;q=0.8", "es-AR"],
    ["es-419", "es-419"],
    ["fr-FR,es;q=0.7", "es-ES"],
  ])("reads %s as %s", (header, locale) => {
    expect(readerLocale(header)).toBe(locale);
  });

  it("is in the language that was chosen, with the region that the browser names for it", () => {
    expect(readerLocale("en-GB,es-CO;q=0.5", "es")).toBe("es-CO");
    expect(readerLocale("en-GB", "es")).toBe("es-ES");
    expect(readerLocale("es-MX", "en")).toBe("en-US");
  });
});

it("a locale without texts of its own speaks English", () => {
  expect(languageOf("es-MX")).toBe("es");
  expect(languageOf("en")).toBe("en");
  expect(languageOf("de-AT")).toBe("en");
});

it("each language is called by its own name", () => {
  expect(LANGUAGES).toEqual(
    expect.arrayContaining([
      { code: "en", name: "English" },
      { code: "es", name: "Español" },
    ]),
  );
});
