import { record } from "@/lib/audit/record";
import { type Clock, systemClock } from "@/lib/clock";
import { forgetDataKeys } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import type { PatientAccess } from "@/lib/sharing/policy";
import { destroyTokens } from "./tokens";
import { spendStoredTokens, type TokenTools } from "./tokens-refresh";

const SLOW_DELETION_MS = 60_000;

/**
 * Takes Dexcom away: one last refresh makes every stored copy of the tokens worthless, then the tokens and the key that
 * opens them are destroyed, the consent is withdrawn and, unless `keepData`, the readings are deleted. The grant itself
 * ends only at Dexcom. Doing it again is harmless, and is how kept data is deleted later.
 */
export async function disconnect(
  access: PatientAccess,
  { keepData }: { readonly keepData: boolean },
  tools: TokenTools & { readonly clock?: Clock },
): Promise<void> {
  access.demand("disconnect");
  const { patientId } = access;
  const held = await inPatientTransaction(
    access,
    (tx) => tx.connectionToken.findMany({ where: { patientId }, select: { connectionId: true } }),
    tools,
  );
  for (const { connectionId } of held) await spendStoredTokens(access, connectionId, tools);
  const at = new Date((tools.clock ?? systemClock).now());
  await inPatientTransaction(
    access,
    async (tx) => {
      await endConnections(tx, access, { at, keptData: keepData });
      await withdrawConsents(tx, access, at);
      if (!keepData) await deleteReadings(tx, access);
    },
    { ...tools, timeoutMs: SLOW_DELETION_MS },
  );
  for (const { connectionId } of held) forgetDataKeys(connectionId);
}

async function endConnections(
  tx: Transaction,
  { actor, patientId }: PatientAccess,
  { at, keptData }: { readonly at: Date; readonly keptData: boolean },
): Promise<void> {
  const live = await tx.connection.findMany({
    where: { patientId, status: { not: "disconnected" } },
    select: { id: true },
  });
  // The fence comes first: a sync that is under way can write nothing from here on.
  await tx.connection.updateMany({
    where: { patientId, status: { not: "disconnected" } },
    data: {
      status: "disconnected",
      statusReason: "disconnected",
      disconnectedAt: at,
      nextSyncAt: null,
      syncOwner: null,
      syncUntil: null,
      syncFence: { increment: 1 },
    },
  });
  await destroyTokens(tx, { patientId });
  await tx.syncRun.updateMany({
    where: { patientId, finishedAt: null },
    data: { finishedAt: at, outcome: "superseded" },
  });
  for (const { id } of live)
    await record(
      tx,
      { actor, patientId },
      { action: "connection.disconnected", detail: { connectionId: id, keptData } },
    );
}

async function withdrawConsents(
  tx: Transaction,
  { actor, patientId }: PatientAccess,
  at: Date,
): Promise<void> {
  const { count } = await tx.consent.updateMany({
    where: { patientId, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  if (count > 0)
    await record(tx, { actor, patientId }, { action: "consent.withdrawn", detail: { consents: count } });
}

/** Readings, what could not be read, and how far the import had come: a new connection starts from nothing. */
async function deleteReadings(tx: Transaction, { actor, patientId }: PatientAccess): Promise<void> {
  const { count } = await tx.dayBlock.deleteMany({ where: { patientId } });
  await tx.quarantinedRecord.deleteMany({ where: { patientId } });
  await tx.syncCursor.deleteMany({ where: { patientId } });
  await tx.connection.updateMany({
    where: { patientId },
    data: {
      historyFrom: null,
      checkedThrough: null,
      dataThrough: null,
      newestOffsetMinutes: null,
      lastUploadAt: null,
      deepCheckedAt: null,
    },
  });
  await record(tx, { actor, patientId }, { action: "data.deleted", detail: { dayBlocks: count } });
}
