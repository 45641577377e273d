import { setTimeout as sleep } from "node:timers/promises";
import { userActor } from "@/lib/audit/schema";
import { DAY_MS, type Instant, systemClock } from "@/lib/clock";
import { subjectHash } from "@/lib/connections/mutations";
import type { DataKey } from "@/lib/crypto/data-key";
import { openAttemptsPool } from "@/lib/db/attempts";
import { database, type Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { env } from "@/lib/env";
import { availableUntil } from "@/lib/glucose/delay";
import { newId } from "@/lib/ids";
import { patientKey } from "@/lib/patients/keys";
import { createPatient } from "@/lib/patients/mutations";
import { SUMMARY_FORMAT } from "@/lib/reports/aggregates-codec";
import { sealSummary } from "@/lib/reports/data-summary";
import { sealOwnerWords, sealSharedClinic } from "@/lib/sharing/sealed-share";
import { termsRow, timesRow } from "@/lib/sharing/share-terms";
import {
  type BenchClinic,
  lookAfter,
  newBenchClinic,
  newMember,
  sessionOf,
} from "@/tests/bench/worklist-clinic";
import { type BenchPatient, benchPatient } from "@/tests/bench/worklist-patient";
import type { BenchWorld } from "@/tests/bench/world";

/** A clinic whose patients are there, in the order in which they came. */
export interface FilledClinic extends BenchClinic {
  readonly patientIds: readonly string[];
}

export interface WorklistWorld {
  /** The `cookie` header of a clinician of both clinics. */
  readonly cookie: string;
  readonly large: FilledClinic;
  /** The first patients of the large one, once more. */
  readonly small: FilledClinic;
}

/** Patients who are written at the same time. */
const LANES = 4;

/**
 * Two clinics with their patients. Members and labels come as the app makes them. For one of thousands of patients, coming
 * back from Dexcom, giving a name and confirming a clinic would take sixty statements, of all of them minutes: the same rows
 * are written in one transaction. Whatever a list opens is sealed by the functions that always do it.
 */
export async function seedWorklist(
  world: BenchWorld,
  counts: { readonly ofLarge: number; readonly ofSmall: number },
  say: (line: string) => void,
): Promise<WorklistWorld> {
  const began = performance.now();
  const [administrator, clinician] = [await newMember("Administrator"), await newMember("Clinician")];
  const pool = openAttemptsPool(world.databaseUrl);
  const large = await newBenchClinic("Large", administrator, clinician, pool);
  const small = await newBenchClinic("Small", administrator, clinician, pool);
  await pool.end();
  const until = availableUntil(systemClock, env().DEXCOM_DATA_DELAY_MINUTES);
  const patientIds = Array.from({ length: counts.ofLarge }, newId);
  const idsOfSmall = patientIds.slice(0, counts.ofSmall);
  const left = patientIds.entries();
  const lane = async () => {
    for (const [index, patientId] of left) {
      const patient = benchPatient(world.seed, index, until);
      await addPatient(patientId, patient, index < idsOfSmall.length ? [large, small] : [large]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await lookAfter(large, patientIds);
  await lookAfter(small, idsOfSmall);
  say(`they are there after ${Math.round((performance.now() - began) / 1_000)} seconds`);
  await untilAnalyzed(say);
  return {
    cookie: await sessionOf(clinician),
    large: { ...large, patientIds },
    small: { ...small, patientIds: idsOfSmall },
  };
}

/**
 * As somebody is who connected, whose readings were counted and who shares with these clinics, but without a way in, tokens
 * and the readings themselves.
 */
async function addPatient(
  patientId: string,
  patient: BenchPatient,
  clinics: readonly BenchClinic[],
): Promise<void> {
  const userId = newId();
  const actor = userActor(userId);
  await inPatientTransaction({ patientId, actor }, async (tx) => {
    await tx.user.createMany({ data: { id: userId } });
    await createPatient(tx, { patientId, userId, role: "self", actor });
    await connect(tx, patientId, patient);
    const key = await patientKey(tx, patientId);
    // The connection made it due: it has been counted before the worker can see that.
    const sealed = sealSummary({ patientId, revision: 1 }, patient.aggregates, key);
    await tx.glucoseSummary.updateMany({
      where: { patientId },
      data: { revision: 1, format: SUMMARY_FORMAT, sealed, computedAt: new Date(), staleSince: null },
    });
    const data = clinics.map((clinic) => shareRow(clinic, { patientId, patient, key }));
    await tx.share.createMany({ data });
  });
}

async function connect(
  tx: Transaction,
  patientId: string,
  { status, aggregates }: BenchPatient,
): Promise<void> {
  const { newestReadingAt, checkedThrough, displayOffsetMinutes } = aggregates;
  const now = systemClock.now();
  const at = (instant: Instant | null) => (instant === null ? null : new Date(instant));
  // Of a client that is not this installation's, so that the worker leaves them alone: they have no tokens.
  const account = { environment: "simulator", clientId: "bench" };
  await tx.connection.createMany({
    data: {
      ...account,
      id: newId(),
      patientId,
      subjectHmac: subjectHash({ ...account, subject: patientId }),
      status,
      connectedAt: new Date(now - 90 * DAY_MS),
      historyFrom: new Date(now - 90 * DAY_MS),
      checkedThrough: at(checkedThrough),
      dataThrough: at(newestReadingAt),
      newestOffsetMinutes: newestReadingAt === null ? null : displayOffsetMinutes,
      nextSyncAt: status === "active" ? new Date(now + DAY_MS) : null,
    },
  });
}

/** What confirming a clinic leaves (lib/sharing/mutations-clinic.ts). */
function shareRow(
  { name: clinicName, access: { clinicId } }: BenchClinic,
  {
    patientId,
    patient: { name: patientName, terms },
    key,
  }: { readonly patientId: string; readonly patient: BenchPatient; readonly key: DataKey },
) {
  const id = newId();
  const now = systemClock.now();
  return {
    id,
    patientId,
    kind: "clinic",
    clinicId,
    state: "active",
    activatedAt: new Date(now),
    ...termsRow(terms),
    ...timesRow(terms.lasts, now),
    ownerSealed: sealOwnerWords({ patientName, note: null, address: null }, id, key),
    viewerSealed: sealSharedClinic({ clinicName }, id, key),
  };
}

const LISTED_TABLES = [
  "share",
  "connection",
  "glucose_summary",
  "patient_key",
  "clinic_patient",
  "clinic_review",
];
const ANALYZED_SECONDS_MAX = 90;

/**
 * Until the database has counted its rows by itself, as it does every minute: a clinic of thousands did not come about in
 * the minute before its list is opened, and until then the planner takes it for an empty one.
 */
async function untilAnalyzed(say: (line: string) => void): Promise<void> {
  const deadline = Date.now() + ANALYZED_SECONDS_MAX * 1_000;
  while (Date.now() < deadline) {
    const rows = await database().$queryRaw<{ name: string }[]>`
      SELECT relname::text AS name FROM pg_stat_user_tables
      WHERE relname = ANY(${LISTED_TABLES}) AND n_mod_since_analyze < 50 + 0.1 * n_live_tup`;
    if (rows.length === LISTED_TABLES.length) return;
    await sleep(1_000);
  }
  say("the database has not counted its rows: the figures may be too slow");
}
