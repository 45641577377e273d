import { type Clock, systemClock } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { aggregateDays } from "@/lib/glucose/aggregates/aggregate-days";
import { latestPeriod } from "@/lib/glucose/period";
import { patientKey } from "@/lib/patients/keys";
import type { PatientAccess } from "@/lib/sharing/policy";
import { type PatientAggregates, SUMMARY_FORMAT } from "./aggregates-codec";
import { sealSummary } from "./data-summary";
import { standingOf } from "./freshness";
import { loadPeriodInput } from "./period-input";

/**
 * How many local dates a summary counts: thirty, the thirty before, and one to spare, since whoever looks at a list may
 * have a clock that is a little behind.
 */
export const SUMMARY_DATES = 61;

/**
 * `changed-meanwhile`: what was read is not what is there any more, or another worker was faster; nothing was written.
 * `up-to-date`: there was nothing to do. `no-key`: nothing of this patient can be opened any more, and nothing is kept.
 */
export type RefreshOutcome = "refreshed" | "changed-meanwhile" | "up-to-date" | "no-key";

export interface RefreshOptions extends TransactionOptions {
  readonly clock?: Clock;
  readonly delayMinutes?: number;
}

/**
 * Counts a patient's newest dates anew from what their reports read, and seals the result, if a trigger of the database said
 * that it is due (`stale_since`). It is written only while that mark is still the one that was seen before the first reading
 * was: what changes in between makes a later mark, and is counted by the next refresh.
 */
export function refreshSummary(access: PatientAccess, options: RefreshOptions = {}): Promise<RefreshOutcome> {
  access.demand("import");
  const { clock = systemClock, delayMinutes = env().DEXCOM_DATA_DELAY_MINUTES, ...transaction } = options;
  return inPatientTransaction(
    access,
    async (tx) => {
      const due = await dueRow(tx, access);
      if (due === null) return "up-to-date";
      const key = await keyOrNone(tx, access);
      if (key === null) return forgetSummary(tx, access);
      const revision = due.revision + 1;
      const aggregates = await aggregatesOf(access, { clock, delayMinutes, tx });
      const sealed = sealSummary({ patientId: access.patientId, revision }, aggregates, key);
      const { count } = await tx.glucoseSummary.updateMany({
        where: { patientId: access.patientId, revision: due.revision, staleSince: due.staleSince },
        data: {
          revision,
          format: SUMMARY_FORMAT,
          sealed,
          computedAt: new Date(clock.now()),
          staleSince: null,
        },
      });
      return count === 0 ? "changed-meanwhile" : "refreshed";
    },
    transaction,
  );
}

async function dueRow(tx: Transaction, { patientId }: PatientAccess) {
  const row = await tx.glucoseSummary.findUnique({
    where: { patientId },
    select: { revision: true, staleSince: true },
  });
  return row === null || row.staleSince === null ? null : { ...row, staleSince: row.staleSince };
}

async function aggregatesOf(
  access: PatientAccess,
  options: Required<Pick<RefreshOptions, "clock" | "delayMinutes" | "tx">>,
): Promise<PatientAggregates> {
  const { freshness } = await standingOf(access, options);
  const { availableUntil, checkedThrough, dataThrough, displayOffsetMinutes } = freshness;
  const input = await loadPeriodInput(access, latestPeriod(SUMMARY_DATES, freshness), freshness, options);
  const { systemTime, length } = input.series;
  return {
    days: aggregateDays(input),
    newestReadingAt: dataThrough,
    checkedThrough,
    displayOffsetMinutes,
    countedThrough: Math.min(
      availableUntil,
      checkedThrough ?? availableUntil,
      systemTime[length - 1] ?? Number.NEGATIVE_INFINITY,
    ),
  };
}

/** The patient's key; null where its row is gone: after a restore, somebody who was erased can be there for a moment. */
async function keyOrNone(tx: Transaction, { patientId }: PatientAccess): Promise<DataKey | null> {
  try {
    return await patientKey(tx, patientId);
  } catch (error) {
    if (error instanceof AppError && error.refusal === "data-deleted") return null;
    throw error;
  }
}

async function forgetSummary(tx: Transaction, { patientId }: PatientAccess): Promise<RefreshOutcome> {
  await tx.glucoseSummary.updateMany({
    where: { patientId },
    data: { sealed: null, computedAt: null, staleSince: null },
  });
  return "no-key";
}
