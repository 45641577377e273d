/** Where no locale is given. Texts are in English, so numbers are too unless a reader's locale is known. */
export const LOCALE_DEFAULT = "en-US";

const formatters = new Map<string, Intl.NumberFormat>();

/** A number with exactly so many decimals, rounded half away from zero, grouped as the locale does. */
export function formatNumber(value: number, decimals: number, locale: string = LOCALE_DEFAULT): string {
  const key = `${locale} ${decimals}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      // -0.04 with one decimal is 0, not "-0.0".
      signDisplay: "negative",
    });
    formatters.set(key, formatter);
  }
  return plainSpaces(formatter.format(value));
}

/**
 * Intl's spaces differ between Node and browsers, and between their versions (U+202F, U+00A0, U+2009): one kind makes
 * the text of server and browser the same.
 */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00A0\u2009\u202F]/g, " ");
}
