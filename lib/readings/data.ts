import { DAY_MS, type Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { DeviceDay } from "@/lib/glucose/alert-history";
import { columnsSince, type EgvColumns } from "@/lib/glucose/egv-columns";
import { localDateOf, parseLocalDate } from "@/lib/glucose/local-time";
import type { AlertRecord, Calibration, DeviceSnapshot, Egv, GlucoseEvent } from "@/lib/glucose/reading";
import { patientKey } from "@/lib/patients/keys";
import { type PatientAccess, showsDate } from "@/lib/sharing/policy";
import { type BlockPlace, openBlock, openEgvBlocks, type SealedBlock } from "./blocks";
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

/** Which blocks: those of the days (UTC) that are named. */
export function onDays(names: readonly string[]) {
  return { day: { in: names.map((name) => new Date(name)) } };
}

/** Which blocks: those of the days that a span touches, of several spans together. */
function within(spans: readonly Span[]) {
  return { OR: spans.map(({ from, to }) => ({ day: { gte: startOfDay(from), lte: startOfDay(to - 1) } })) };
}

type Which = ReturnType<typeof onDays> | ReturnType<typeof within>;

/** The blocks of one kind, oldest first; all of them, or those of the days that are named. */
export async function openBlocks<K extends RecordKind>(
  tx: Transaction,
  patientId: string,
  kind: K,
  key: DataKey,
  which?: Which,
): Promise<OpenedBlock<K>[]> {
  const blocks = await sealedBlocks(tx, patientId, kind, which);
  return blocks.map(({ place, sealed }) => ({
    day: place.day,
    revision: place.revision,
    records: openBlock(place, sealed, key),
  }));
}

async function sealedBlocks<K extends RecordKind>(
  tx: Transaction,
  patientId: string,
  kind: K,
  which?: Which,
): Promise<{ readonly place: BlockPlace & { readonly kind: K }; readonly sealed: SealedBlock }[]> {
  const rows = await tx.dayBlock.findMany({
    where: { patientId, source: DEXCOM_SOURCE, kind, ...which },
    select: { day: true, revision: true, format: true, sealed: true },
    orderBy: { day: "asc" },
  });
  return rows.map((row) => {
    const place = { patientId, source: DEXCOM_SOURCE, kind, day: utcDay(row.day.getTime()) };
    return { place: { ...place, revision: row.revision }, sealed: row };
  });
}

async function readRecords<K extends Exclude<RecordKind, "device">>(
  access: PatientAccess,
  kind: K,
  { from, to }: Span,
  options: TransactionOptions,
): Promise<RecordOf[K][]> {
  access.demand("read");
  if (!(from < to) || isWithheld(kind, access)) return [];
  return inPatientTransaction(
    access,
    async (tx) => {
      const key = await patientKey(tx, access.patientId);
      const blocks = await openBlocks(tx, access.patientId, kind, key, within([{ from, to }]));
      const records = blocks
        .flatMap(({ records: ofDay }) => ofDay)
        .filter(({ systemTime }) => systemTime >= from && systemTime < to);
      return shownOf(records, access);
    },
    options,
  );
}

/** What people enter at Dexcom is shown to others only where the share says so. */
function isWithheld(kind: RecordKind, { limits }: PatientAccess): boolean {
  return kind === "event" && limits !== null && !limits.withEvents;
}

/** The records of the dates that are shown, each by the wall clock that it came with. */
function shownOf<T extends { readonly systemTime: Instant; readonly displayOffsetMinutes: number }>(
  records: T[],
  { limits }: PatientAccess,
): T[] {
  if (limits === null || limits.from === null) return records;
  return records.filter(({ systemTime, displayOffsetMinutes }) =>
    showsDate(limits, localDateOf(systemTime, displayOffsetMinutes)),
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

/** The oldest EGV that is shown of the oldest day (UTC) that has some; null where that shows none. */
export function readOldestEgv(access: PatientAccess, options: TransactionOptions = {}): Promise<Egv | null> {
  access.demand("read");
  return inPatientTransaction(
    access,
    async (tx) => {
      const oldest = await tx.dayBlock.findFirst({
        where: { patientId: access.patientId, source: DEXCOM_SOURCE, kind: "egv" },
        select: { day: true },
        orderBy: { day: "asc" },
      });
      if (!oldest) return null;
      const from = oldest.day.getTime();
      const [egv = null] = await readEgvs(access, { from, to: from + DAY_MS }, { tx });
      return egv;
    },
    options,
  );
}

/**
 * The EGVs of some spans in columns, day after day and each day once: what every figure begins with. Days are whole, so
 * there may be readings around the spans (`columnsBetween` cuts them).
 */
export async function readEgvColumns(
  access: PatientAccess,
  spans: readonly Span[],
  options: TransactionOptions = {},
): Promise<EgvColumns> {
  access.demand("read");
  return inPatientTransaction(
    access,
    async (tx) => {
      const key = await patientKey(tx, access.patientId);
      const columns = openEgvBlocks(await sealedBlocks(tx, access.patientId, "egv", within(spans)), key);
      const from = access.limits?.from ?? null;
      return from === null ? columns : columnsSince(columns, from);
    },
    options,
  );
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
      const day = onDays([utcDay(newest.day.getTime())]);
      const blocks = await openBlocks(tx, access.patientId, "device", key, day);
      return shownDays(blocks, access).at(-1)?.devices.slice() ?? [];
    },
    options,
  );
}

/** By the day (UTC) of the look: devices have no wall clock of their own. */
function shownDays(blocks: readonly OpenedBlock<"device">[], { limits }: PatientAccess): DeviceDay[] {
  return blocks.flatMap(({ day, records }) => {
    const date = parseLocalDate(day);
    return date !== null && showsDate(limits, date) ? [{ day: date, devices: records }] : [];
  });
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
      return shownDays(await openBlocks(tx, access.patientId, "device", key), access);
    },
    options,
  );
}
