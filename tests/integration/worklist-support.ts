import { readClinic } from "@/lib/clinics/data";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { DAY_MS, fixedClock, MINUTE_MS } from "@/lib/clock";
import { inPatientTransaction } from "@/lib/db/context";
import { type LocalDate, midnight } from "@/lib/glucose/local-time";
import { stream } from "@/lib/glucose/testing/readings";
import { newSecretToken } from "@/lib/ids";
import { upsertRecords } from "@/lib/readings/mutations";
import { type RefreshOutcome, refreshSummary } from "@/lib/reports/mutations-summary";
import { accessForSync } from "@/lib/sharing/access";
import { proposeClinic, shareWithClinic } from "@/lib/sharing/mutations-clinic";
import type { ShareTerms } from "@/lib/sharing/schema";
import { readWorklist, type WorklistWish } from "@/lib/worklist/data";
import { WORKLIST_DEFAULT, type WorklistQuery } from "@/lib/worklist/query";
import type { WorklistPage } from "@/lib/worklist/row";
import {
  FULL_TERMS,
  newSharer,
  type Sharer,
  type SharingDatabase,
} from "@/tests/integration/sharing-support";

/** A wall clock 5:45 ahead of UTC, on which the last date that may be shown is all but over. */
export const OFFSET = 345;
export const LAST: LocalDate = "2026-03-20";
export const END = midnight("2026-03-21", OFFSET);
export const AT_END = { clock: fixedClock(END + 179 * MINUTE_MS), delayMinutes: 180 } as const;

const SLOTS_PER_DAY = 288;

/** How many of a day's 288 readings lie where; the others are 100. Each band's come one after the other. */
export interface DayShape {
  readonly veryLow?: number;
  readonly low?: number;
  readonly high?: number;
  readonly veryHigh?: number;
}

function valueIn({ veryLow = 0, low = 0, high = 0, veryHigh = 0 }: DayShape, slot: number): number {
  if (slot < veryLow) return 50;
  if (slot < veryLow + low) return 66;
  if (slot < veryLow + low + high) return 200;
  return slot < veryLow + low + high + veryHigh ? 300 : 100;
}

/** Which shape each date has: of the newest so many days, or all others. */
export interface DaysOfReadings {
  readonly newest?: DayShape;
  readonly newestDays?: number;
  readonly before?: DayShape;
  /** How many days there are readings of, 60 unless given, and how many ago they end. */
  readonly days?: number;
  readonly daysAgo?: number;
  /** How many hours of each day have readings. */
  readonly hoursPerDay?: number;
}

/** Somebody who wore a sensor, with everything counted; named after `subject` like every sharer. */
export async function newPatient(
  world: SharingDatabase,
  subject: string,
  {
    newest = {},
    newestDays = 14,
    before = {},
    days = 60,
    daysAgo = 0,
    hoursPerDay = 24,
  }: DaysOfReadings = {},
): Promise<Sharer> {
  const sharer = await newSharer(world.db, subject);
  const slotOf = (at: number) => Math.floor((at + OFFSET * MINUTE_MS) / (5 * MINUTE_MS)) % SLOTS_PER_DAY;
  const records = stream(
    END - (days + daysAgo) * DAY_MS,
    END - daysAgo * DAY_MS,
    (at) => valueIn(at >= END - newestDays * DAY_MS ? newest : before, slotOf(at)),
    { offset: OFFSET },
  ).filter(({ systemTime }) => slotOf(systemTime) < hoursPerDay * 12);
  await inPatientTransaction(
    sharer.access,
    async (tx) => {
      await upsertRecords(sharer.access, tx, { kind: "egv", records });
    },
    { db: world.db },
  );
  const newestAt = records.at(-1)?.systemTime;
  await world.owner.query(
    `UPDATE connection SET checked_through = $2, data_through = $3, newest_offset_minutes = $4, history_from = $5
     WHERE patient_id = $1`,
    [
      sharer.patientId,
      new Date(AT_END.clock.now() - 180 * MINUTE_MS),
      newestAt === undefined ? null : new Date(newestAt),
      OFFSET,
      new Date(END - (days + daysAgo) * DAY_MS),
    ],
  );
  await world.owner.query(
    `INSERT INTO sync_cursor (connection_id, patient_id, kind, backfill_from, backfilled_to)
     SELECT id, patient_id, 'egv', now(), now() FROM connection WHERE patient_id = $1`,
    [sharer.patientId],
  );
  await counted(world, sharer);
  return sharer;
}

/** What the worker does soon after something changed. */
export async function counted(
  { db, owner }: SharingDatabase,
  { patientId }: Sharer,
): Promise<RefreshOutcome> {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM connection WHERE patient_id = $1", [
    patientId,
  ]);
  const access = await accessForSync(rows[0]?.id ?? "", { db });
  if (access === null) throw new Error("There is no connection to count for.");
  return refreshSummary(access, { db, ...AT_END });
}

/** From the clinic's code to a share that goes on. */
export async function sharesWith(
  { db, tools }: SharingDatabase,
  { access }: Sharer,
  clinic: ClinicAccess,
  terms: Partial<ShareTerms> = {},
): Promise<string> {
  const now = Date.now();
  const { code } = await readClinic(clinic, { db });
  const asked = { typed: code, terms: { ...FULL_TERMS, ...terms }, network: newSecretToken() };
  const { proposal } = await proposeClinic(access, asked, { ...tools, now });
  const { shareId } = await shareWithClinic(access, proposal, { db, now });
  return shareId;
}

export function worklistOf(
  { db }: SharingDatabase,
  access: ClinicAccess,
  { search = "", ...query }: Partial<WorklistQuery> & { readonly search?: string } = {},
): Promise<WorklistPage> {
  const wish: WorklistWish = {
    query: { ...WORKLIST_DEFAULT, ...query },
    search,
    locale: "en",
    network: "192.0.2.0/24",
  };
  return readWorklist(access, wish, { db, ...AT_END });
}
