import { type Instant, MINUTE_MS } from "@/lib/clock";

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
  const field = (index: number) => Number(match[index] ?? "0");
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(field) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
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
  return wall(at, style) + (style.zone === "offset" ? "Z" : "");
}

export function formatDisplayTime(at: Instant, displayOffsetMinutes: number, style: TimeStyle): string {
  const local = wall(at + displayOffsetMinutes * MINUTE_MS, style);
  return style.zone === "offset" ? local + offsetText(displayOffsetMinutes, style) : local;
}

function wall(local: Instant, style: TimeStyle): string {
  const iso = new Date(local).toISOString();
  let time = style.milliseconds ? iso.slice(11, 23) : iso.slice(11, 19);
  if (
    style.dropZeroSeconds &&
    iso.startsWith("00", 17) &&
    (!style.milliseconds || iso.startsWith("000", 20))
  ) {
    time = iso.slice(11, 16);
  }
  if (!style.singleDigits) return iso.slice(0, 10) + style.separator + time;
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  return `${year}-${month}-${day}${style.separator}${time.replace(/^0/, "")}`;
}

function offsetText(minutes: number, style: TimeStyle): string {
  const sign = minutes < 0 ? "-" : "+";
  const seconds = Math.abs(minutes) * 60 - (style.offsetSeconds ? 1 : 0);
  if (seconds < 0) return "-00:00:01";
  const part = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const [hours, mins, secs] = [part(seconds / 3600), part((seconds / 60) % 60), part(seconds % 60)];
  if (secs !== "00") return `${sign}${hours}:${mins}:${secs}`;
  if (style.offsetForm === "hour" && mins === "00") return sign + hours;
  if (style.offsetForm === "compact") return sign + hours + mins;
  return `${sign}${hours}:${mins}`;
}
