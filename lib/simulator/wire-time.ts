import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";

const WIRE_INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+ -]\d{2}:?\d{2})?$/;

/**
 * Reads a date as clients send it in a query: UTC without an offset (the documented form), with `Z`, with up to nine
 * fraction digits, with an offset (a `+` that the query string turned into a space included), or a bare date.
 * @returns null when it is not a real date and time.
 */
export function parseWireInstant(text: string): Instant | null {
  const match = WIRE_INSTANT.exec(text.trim());
  if (!match) return null;
  const fields = match.slice(1, 7).map((digits) => Number(digits ?? "0"));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
  const ms = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const local = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  if (new Date(local).getUTCDate() !== day || year < 1000) return null;
  return local - offsetMinutes(match[8]) * MINUTE_MS;
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  const size = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith("-") ? -size : size;
}

/** How a device writes its times (dexcom-api.md 5.2). */
export interface TimeStyle {
  /** `offset` for phones; `bare` for receivers, the sandbox and v2. */
  readonly zone: "offset" | "bare";
  readonly milliseconds: boolean;
  /** Java's short form: seconds are left out when they are zero. */
  readonly dropZeroSeconds: boolean;
  /** The device's clock drift leaks into the offset: `-06:59:59`. */
  readonly offsetSeconds: boolean;
  readonly offsetForm: "colon" | "compact" | "hour";
  readonly separator: "T" | " ";
  readonly singleDigits: boolean;
}

export const PHONE_STYLE: TimeStyle = {
  zone: "offset",
  milliseconds: false,
  dropZeroSeconds: false,
  offsetSeconds: false,
  offsetForm: "colon",
  separator: "T",
  singleDigits: false,
};

export const BARE_STYLE: TimeStyle = { ...PHONE_STYLE, zone: "bare" };

export function formatSystemTime(at: Instant, style: TimeStyle): string {
  const wall = wallTime(at, style);
  return style.zone === "offset" ? `${wall}Z` : wall;
}

export function formatDisplayTime(at: Instant, displayOffsetMinutes: number, style: TimeStyle): string {
  const wall = wallTime(at + displayOffsetMinutes * MINUTE_MS, style);
  return style.zone === "offset" ? wall + offsetText(displayOffsetMinutes, style) : wall;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

function wallTime(local: Instant, style: TimeStyle): string {
  const day = Math.floor(local / DAY_MS);
  const ms = local - day * DAY_MS;
  const seconds = Math.floor(ms / SECOND_MS);
  let time = `${TWO_DIGITS[Math.floor(seconds / 3_600)]}:${TWO_DIGITS[Math.floor(seconds / 60) % 60]}`;
  const isShort =
    style.dropZeroSeconds && seconds % 60 === 0 && (!style.milliseconds || ms % SECOND_MS === 0);
  if (!isShort) time += `:${TWO_DIGITS[seconds % 60]}`;
  if (style.milliseconds && !isShort) time += `.${String(Math.floor(ms) % SECOND_MS).padStart(3, "0")}`;
  if (style.singleDigits) return withSingleDigits(dateText(day), style.separator, time);
  return dateText(day) + style.separator + time;
}

const recentDates: { readonly day: number; readonly text: string }[] = [];

// Records come in the order of their days, and their two times lie on neighbouring ones: remembering one even and one
// odd day spares nearly all conversions.
function dateText(day: number): string {
  const slot = day & 1;
  const recent = recentDates[slot];
  if (recent?.day === day) return recent.text;
  const text = new Date(day * DAY_MS).toISOString().slice(0, -14);
  recentDates[slot] = { day, text };
  return text;
}

function withSingleDigits(date: string, separator: string, time: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}-${month}-${day}${separator}${time.replace(/^0/, "")}`;
}

function offsetText(minutes: number, style: TimeStyle): string {
  const sign = minutes < 0 ? "-" : "+";
  const seconds = Math.abs(minutes) * 60 - (style.offsetSeconds ? 1 : 0);
  if (seconds < 0) return "-00:00:01";
  const [hours, mins] = [TWO_DIGITS[Math.floor(seconds / 3_600)], TWO_DIGITS[Math.floor(seconds / 60) % 60]];
  if (seconds % 60 !== 0) return `${sign}${hours}:${mins}:${TWO_DIGITS[seconds % 60]}`;
  if (style.offsetForm === "hour" && mins === "00") return `${sign}${hours}`;
  return style.offsetForm === "compact" ? `${sign}${hours}${mins}` : `${sign}${hours}:${mins}`;
}
