import { LOCALE_DEFAULT } from "./number";

// The texts are English; how dates and clocks are written follows the reader's own English.
const ENGLISH = /^en-[A-Z]{2}$/;

/** The first English locale that the browser asks for: `en-GB` reads 24-hour clocks, `en-US` 12-hour ones. */
export function readerLocale(acceptLanguage: string | null): string {
  const wanted = (acceptLanguage ?? "").split(",", 20).map((part) => part.split(";")[0]?.trim() ?? "");
  return wanted.find((tag) => ENGLISH.test(tag)) ?? LOCALE_DEFAULT;
}
