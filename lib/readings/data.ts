import { DAY_MS, type Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { DeviceDay } from "@/lib/glucose/alert-history";
import { parseLocalDate } from "@/lib/glucose/local-time";
import type { AlertRecord, Calibration, DeviceSnapshot, Egv, GlucoseEvent } from "@/lib/glucose/reading";
import { patientKey } from "@/lib/patients/keys";
import type { PatientAccess } from "@/lib/sharing/policy";
import { openBlock } from "./blocks";
import { DEXCOM_SOURCE, type RecordKind, type RecordOf } from "./schema";

/** Half-open, UTC. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The UTC day of an instant, `YYYY-MM-DD`: the block it lives in. */
export function utcDay(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A block as it is kept, opened. */
export interface OpenedBlock<K extends RecordKind> {
  readonly day: string;
  readonly revision: number;
  readonly records: RecordOf[K][];
}

/** The blocks of one kind, oldest first; all of them, or those of the days named or spanned. */
export async function openBlocks<K extends RecordKind>(
  tx: Transaction,
  patientId: string,
  kind: K,
  key: DataKey,
  days?: { readonly from: Date; readonly to: Date } | readonly string[],
): Promise<OpenedBlock<K>[]> {
  const day =
    days === undefined
      ? undefined
      : "from" in days
        ? { gte: days.from, lte: days.to }
        : { in: days.map((name) => new Date(name)) };
  const rows = await tx.dayBlock.findMany({
    where: { patientId, source: DEXCOM_SOURCE, kind, ...(day === undefined ? {} : { day }) },
    select: { day: true, revision: true, format: true, sealed: true },
    orderBy: { day: "asc" },
  });
  return rows.map((row) => {
    const name = utcDay(row.day.getTime());
    const place = { patientId, source: DEXCOM_SOURCE, kind, day: name, revision: row.revision };
    return { day: name, revision: row.revision, records: openBlock(place, row, key) };
  });
}

async function readRecords<K extends Exclude<RecordKind, "device">>(
  access: PatientAccess,
  kind: K,
  { from, to }: Span,
  options: TransactionOptions,
): Promise<RecordOf[K][]> {
  access.demand("read");
  if (!(from < to)) return [];
  return inPatientTransaction(
    access,
    async (tx) => {
      const key = await patientKey(tx, access.patientId);
      const days = { from: startOfDay(from), to: startOfDay(to - 1) };
      const blocks = await openBlocks(tx, access.patientId, kind, key, days);
      return blocks
        .flatMap(({ records }) => records)
        .filter(({ systemTime }) => systemTime >= from && systemTime < to);
    },
    options,
  );
}

function startOfDay(at: Instant): Date {
  return new Date(Math.floor(at / DAY_MS) * DAY_MS);
}

/** EGVs with `from <= systemTime < to`, ascending. */
export function readEgvs(
  access: PatientAccess,
  span: Span,
  options: TransactionOptions = {},
): Promise<Egv[]> {
  return readRecords(access, "egv", span, options);
}

export function readEvents(
  access: PatientAccess,
  span: Span,
  options: TransactionOptions = {},
): Promise<GlucoseEvent[]> {
  return readRecords(access, "event", span, options);
}

export function readCalibrations(
  access: PatientAccess,
  span: Span,
  options: TransactionOptions = {},
): Promise<Calibration[]> {
  return readRecords(access, "calibration", span, options);
}

export function readAlerts(
  access: PatientAccess,
  span: Span,
  options: TransactionOptions = {},
): Promise<AlertRecord[]> {
  return readRecords(access, "alert", span, options);
}

/** The devices as they last reported themselves; empty before the first answer. */
export async function readDevices(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<DeviceSnapshot[]> {
  access.demand("read");
  return inPatientTransaction(
    access,
    async (tx) => {
      const newest = await tx.dayBlock.findFirst({
        where: { patientId: access.patientId, source: DEXCOM_SOURCE, kind: "device" },
        select: { day: true },
        orderBy: { day: "desc" },
      });
      if (!newest) return [];
      const key = await patientKey(tx, access.patientId);
      const days = { from: newest.day, to: newest.day };
      const [block] = await openBlocks(tx, access.patientId, "device", key, days);
      return block?.records ?? [];
    },
    options,
  );
}

/**
 * The devices as they were on each day (UTC) on which they had changed, oldest first, from the first answer on. Dexcom
 * shares only how they are now, so that nothing is known of the time before the connection.
 */
export async function readDeviceDays(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<DeviceDay[]> {
  access.demand("read");
  return inPatientTransaction(
    access,
    async (tx) => {
      const key = await patientKey(tx, access.patientId);
      const blocks = await openBlocks(tx, access.patientId, "device", key);
      return blocks.flatMap(({ day, records }) => {
        const date = parseLocalDate(day);
        return date === null ? [] : [{ day: date, devices: records }];
      });
    },
    options,
  );
}
