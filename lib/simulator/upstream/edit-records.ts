import { z } from "zod";
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from "@/lib/clock";
import type { SimulatedEgv, SimulatedEvent } from "@/lib/simulator/person";
import type { Cloud } from "@/lib/simulator/upstream/cloud";
import { RECORD_KINDS } from "@/lib/simulator/upstream/day-cache";
import { parseWireInstant } from "@/lib/simulator/wire-time";

/** A time in a control call: the forms that clients send, or epoch milliseconds. */
export const instantSchema = z.union([z.number().int(), z.string()]).transform((value, context) => {
  const at = typeof value === "number" ? value : parseWireInstant(value);
  if (at !== null) return at;
  context.addIssue({ code: "custom", message: "is not a date of the form YYYY-MM-DDTHH:mm:ssZ" });
  return z.NEVER;
});

const eventFields = {
  systemTime: instantSchema,
  eventType: z.enum(["insulin", "carbs", "exercise", "health", "bloodGlucose", "notes"]),
  eventSubType: z.string().nullable(),
  value: z.union([z.number(), z.string()]).nullable(),
  unit: z.string().nullable(),
};

export const newEventSchema = z.strictObject({
  ...eventFields,
  eventSubType: eventFields.eventSubType.default(null),
  value: eventFields.value.default(null),
  unit: eventFields.unit.default(null),
});

export const eventChangesSchema = z.strictObject(eventFields).partial();

export const egvChangeSchema = z.strictObject({
  systemTime: instantSchema,
  /** Whole mg/dL: 39 is low, 401 is high. */
  value: z.number().int().min(39).max(401),
});

const spanFields = {
  from: instantSchema,
  to: instantSchema,
  kinds: z.array(z.enum(RECORD_KINDS)).default([...RECORD_KINDS]),
};

export const hiddenSpanSchema = z.strictObject(spanFields);
export const lateUploadSchema = z.strictObject({ ...spanFields, arrivesAt: instantSchema.optional() });

/** Adds an event that the model does not know. Returns the key from which its recordId is made. */
export function addEvent(cloud: Cloud, input: z.output<typeof newEventSchema>, now: Instant): string {
  const { person, edits } = cloud;
  const key = `added ${edits.records.events.size + 1} ${input.systemTime}`;
  const near = cloud.all("egvs", { from: input.systemTime - HOUR_MS, to: input.systemTime + 1 }).at(-1);
  const event: SimulatedEvent = {
    ...input,
    key,
    displayOffsetMinutes: person.displayOffsetMinutes(input.systemTime),
    eventStatus: "created",
    transmitterId: near?.record.transmitterId ?? "",
  };
  edits.records.events.set(key, { record: event, previous: null, editedAt: now });
  return key;
}

/** Replaces what is known of an event; an update and a deletion are the same thing with another `eventStatus`. */
export function changeEvent(
  cloud: Cloud,
  current: SimulatedEvent,
  changes: z.output<typeof eventChangesSchema> & { readonly eventStatus: "updated" | "deleted" },
  now: Instant,
): void {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const systemTime = changes.systemTime ?? current.systemTime;
  const displayOffsetMinutes = cloud.person.displayOffsetMinutes(systemTime);
  const record: SimulatedEvent = { ...current, ...given, systemTime, displayOffsetMinutes };
  cloud.edits.records.events.set(current.key, { record, previous: current, editedAt: now });
}

/** The event, as edited so far, whose key is the wanted one. Looks through everything up to tomorrow. */
export function findEvent(
  cloud: Cloud,
  isWanted: (key: string) => boolean,
  now: Instant,
): SimulatedEvent | null {
  for (const [key, { record }] of cloud.edits.records.events) if (isWanted(key)) return record;
  const window = { from: cloud.person.historyStart, to: now + DAY_MS };
  return cloud.all("events", window).find((held) => isWanted(held.key))?.record ?? null;
}

/** Changes the value of the reading whose device time lies in this second; false when there is none. */
export function changeEgv(cloud: Cloud, input: z.output<typeof egvChangeSchema>, now: Instant): boolean {
  const from = Math.floor(input.systemTime / SECOND_MS) * SECOND_MS;
  const [held] = cloud.all("egvs", { from, to: from + SECOND_MS });
  if (!held) return false;
  const { value } = input;
  const status = value < 40 ? "low" : value > 400 ? "high" : null;
  const record: SimulatedEgv = { ...held.record, value, status };
  cloud.edits.records.egvs.set(held.key, { record, previous: held.record, editedAt: now });
  return true;
}
