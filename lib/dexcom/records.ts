import type { z } from "zod";
import type { Instant } from "@/lib/clock";
import type { Mapped } from "./map";
import { readInstant } from "./record-times";

/** A record that could not be understood, kept as it came so that nothing is lost while the reason is found. */
export interface Quarantined {
  /** `field:rule`, for logs and counts; never a value. */
  readonly reason: string;
  /** The record as JSON, at most `QUARANTINE_CHARACTERS_MAX` long. Holds health data: seal it before storing. */
  readonly raw: string;
  readonly truncated: boolean;
  /** Its system time, else its display time, where at least that could be read: enough to withhold what is too new. */
  readonly systemTime: Instant | null;
}

export const QUARANTINE_CHARACTERS_MAX = 8_192;

export type Reject = (raw: unknown, reason: string) => void;

/** Reads each record on its own: one that does not fit is quarantined, the others are kept, in the order received. */
export function readRecords<Wire, T>(
  raws: readonly unknown[],
  schema: z.ZodType<Wire>,
  map: (record: Wire, reject: Reject) => Mapped<T>,
): { readonly records: T[]; readonly quarantined: Quarantined[] } {
  const records: T[] = [];
  const quarantined: Quarantined[] = [];
  const reject: Reject = (raw, reason) => quarantined.push(quarantine(raw, reason));
  for (const raw of raws) {
    const parsed = schema.safeParse(raw);
    if (!parsed.success) {
      reject(raw, issueReason(parsed.error));
      continue;
    }
    const mapped = map(parsed.data, reject);
    if (mapped.ok) records.push(mapped.value);
    else reject(raw, mapped.error);
  }
  return { records, quarantined };
}

/** The first broken rule as `path:code`. Paths are our own field names, so nothing of the upstream's text is in it. */
export function issueReason(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue
    ? `${issue.path.length > 0 ? issue.path.join(".") : "record"}:${issue.code}`
    : "record:unknown";
}

function quarantine(raw: unknown, reason: string): Quarantined {
  const text = JSON.stringify(raw);
  return {
    reason,
    raw: text.slice(0, QUARANTINE_CHARACTERS_MAX),
    truncated: text.length > QUARANTINE_CHARACTERS_MAX,
    systemTime: readInstant(field(raw, "systemTime")) ?? readInstant(field(raw, "displayTime")),
  };
}

function field(raw: unknown, name: "systemTime" | "displayTime"): unknown {
  return typeof raw === "object" && raw !== null
    ? Object.getOwnPropertyDescriptor(raw, name)?.value
    : undefined;
}
