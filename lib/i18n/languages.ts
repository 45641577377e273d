import { LOCALE_DEFAULT } from "@/lib/format/number";
import { CATALOGUES } from "./catalogues";

/** A two-letter code of a language that has a catalogue. */
export type Language = string;

/** A language by its own name, as in "Español". */
export interface NamedLanguage {
  readonly code: Language;
  readonly name: string;
}

/** The languages of the catalogue. */
export const LANGUAGES: readonly NamedLanguage[] = [...CATALOGUES.keys()].map((code) => ({
  code,
  name: ownName(code),
}));

/** Holds the language that somebody chose; without it the browser's own wish decides. */
export const LANGUAGE_COOKIE = "hindsight-language";

const LOCALE = /^([a-z]{2})(?:-([A-Z]{2}|\d{3}))?$/;

export function isLanguage(code: string | null | undefined): code is Language {
  return code !== null && code !== undefined && CATALOGUES.has(code);
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
  const language = chosen ?? wanted[0]?.code ?? languageOf(LOCALE_DEFAULT);
  const region =
    wanted.find((one) => one.code === language && one.region !== undefined)?.region ?? usualRegion(language);
  return `${language}-${region}`;
}

/** Where most of its speakers read it, as Unicode counts them: for a browser that names no region. */
function usualRegion(language: Language): string {
  return new Intl.Locale(language).maximize().region ?? "001";
}

function ownName(code: Language): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
