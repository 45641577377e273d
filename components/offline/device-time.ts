import { formatDateTime } from "@/lib/format/date";

/** "Tue, Nov 24, 9:05 PM" by this device's own clock: the copy was kept here, whatever zone the readings are from. */
export function deviceTime(instant: number, locale: string): string {
  return formatDateTime(instant, -new Date(instant).getTimezoneOffset(), { locale });
}
