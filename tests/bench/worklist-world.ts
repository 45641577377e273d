import { setTimeout as sleep } from "node:timers/promises";
import { userKey } from "@/lib/accounts/keys";
import { sealName } from "@/lib/accounts/person-name";
import { userActor } from "@/lib/audit/schema";
import { DAY_MS, type Instant, systemClock } from "@/lib/clock";
import { subjectHash } from "@/lib/connections/mutations";
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
import { accessAsOwner } from "@/lib/sharing/access";
import { shareWithClinic } from "@/lib/sharing/mutations-clinic";
import { sealClinicProposal } from "@/lib/sharing/sealed-share";
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
 * Two clinics with their patients, as the app's own functions make them. Where one of thousands of patients would take
 * fifty statements, as coming back from Dexcom does, the same rows are written with fewer; whatever a list opens is sealed
 * by the functions that always do it.
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
      const userId = await addPatient(patientId, patient);
      const clinics = index < idsOfSmall.length ? [large, small] : [large];
      for (const clinic of clinics) await share(clinic, { patientId, userId, patient });
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

/** As somebody is who connected and whose readings were counted, but without a way in, tokens and the readings themselves. */
async function addPatient(patientId: string, patient: BenchPatient): Promise<string> {
  const userId = newId();
  const actor = userActor(userId);
  await inPatientTransaction({ patientId, actor }, async (tx) => {
    const nameSealed = sealName(patient.name, userId, await userKey(tx, userId));
    await tx.user.createMany({ data: { id: userId, nameSealed } });
    await createPatient(tx, { patientId, userId, role: "self", actor });
    await connect(tx, patientId, patient);
    // The connection made it due: it has been counted before the worker can see that.
    const sealed = sealSummary(
      { patientId, revision: 1 },
      patient.aggregates,
      await patientKey(tx, patientId),
    );
    await tx.glucoseSummary.updateMany({
      where: { patientId },
      data: { revision: 1, format: SUMMARY_FORMAT, sealed, computedAt: new Date(), staleSince: null },
    });
  });
  return userId;
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

/** Confirms the clinic that its code names. The look-up of the code is left out: tries of it are counted. */
async function share(
  { name: clinicName, code, access: { clinicId } }: BenchClinic,
  {
    patientId,
    userId,
    patient: { terms },
  }: { readonly patientId: string; readonly userId: string; readonly patient: BenchPatient },
): Promise<void> {
  const now = systemClock.now();
  const seen = { clinicId, clinicName, code, terms, until: now + DAY_MS };
  const access = await accessAsOwner({ userId, patient: patientId });
  await shareWithClinic(access, await sealClinicProposal(seen, userId), { now });
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
