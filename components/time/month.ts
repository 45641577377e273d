import { type Instant, MINUTE_MS } from "@/lib/clock";

/** "March 2026": the month that the person's wall clock showed at an instant. */
export function monthOf(instant: Instant, displayOffsetMinutes: number, locale: string): string {
  const words = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return words.format(instant + displayOffsetMinutes * MINUTE_MS);
}
