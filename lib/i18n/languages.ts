import { LOCALE_DEFAULT } from "@/lib/format/number";

/** The languages of the catalogue, each by its own name. */
export const LANGUAGES = { en: "English", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = ["en", "es"] as const satisfies readonly Language[];

/** Holds the language that somebody chose; without it the browser's own wish decides. */
export const LANGUAGE_COOKIE = "hindsight-language";

/** Where a browser asks for a language but names no region that we can write dates for. */
const REGION_DEFAULT: Readonly<Record<Language, string>> = { en: LOCALE_DEFAULT, es: "es-ES" };

const LOCALE = /^([a-z]{2})(?:-([A-Z]{2}|\d{3}))?$/;

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGE_CODES.some((known) => known === code);
}

/** The language of a locale: `es-MX` speaks Spanish. Locales we have no texts for speak English. */
export function languageOf(locale: string): Language {
  const code = locale.split("-")[0];
  return isLanguage(code) ? code : "en";
}

/**
 * The locale to write for a reader: the language they chose, else the first one of ours that their browser asks for;
 * its region is the first that the browser names for that language. `en-GB` reads 24-hour clocks, `en-US` 12-hour ones.
 */
export function readerLocale(acceptLanguage: string | null, chosen: Language | null = null): string {
  const wanted = (acceptLanguage ?? "").split(",", 20).flatMap((part) => {
    const [, code, region] = LOCALE.exec(part.split(";")[0]?.trim() ?? "") ?? [];
    return isLanguage(code) ? [{ code, region }] : [];
  });
  const language = chosen ?? wanted[0]?.code ?? "en";
  const region = wanted.find((one) => one.code === language && one.region !== undefined)?.region;
  return region === undefined ? REGION_DEFAULT[language] : `${language}-${region}`;
}
