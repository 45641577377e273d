import { LOCALE_DEFAULT, plainSpaces } from "./number";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** Making a formatter takes longer than formatting, and a list writes dozens. */
const formatters = new Map<string, Intl.RelativeTimeFormat>();

function formatterFor(locale: string): Intl.RelativeTimeFormat {
  let formatter = formatters.get(locale);
  if (formatter === undefined) {
    formatter = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
    formatters.set(locale, formatter);
  }
  return formatter;
}

/**
 * How long ago something was, in whole minutes, from an hour on in whole hours: "now", "5 minutes ago", "1 hour ago".
 * Two clocks need not agree to the second: what seems to lie ahead is now.
 */
export function formatAgo(
  agoMs: number,
  { locale = LOCALE_DEFAULT }: { readonly locale?: string } = {},
): string {
  const formatter = formatterFor(locale);
  const minutes = Math.floor(agoMs / MINUTE_MS);
  if (minutes < 1) return plainSpaces(formatter.format(0, "second"));
  if (minutes < HOUR_MINUTES) return plainSpaces(formatter.format(-minutes, "minute"));
  return plainSpaces(formatter.format(-Math.floor(minutes / HOUR_MINUTES), "hour"));
}
