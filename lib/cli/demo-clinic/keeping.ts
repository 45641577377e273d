import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import type { SyncOutcome } from "@/lib/connections/status";
import type { Logger } from "@/lib/log";
import { runSyncSlice } from "@/lib/sync/run";
import type { Upstream } from "@/lib/sync/upstream";
import { type ArrivalTools, type Arrived, arrive } from "./arrival";
import { type DemoPatient, demoPatients } from "./patients";
import type { DemoTeam } from "./team";
import { demoUpstream, REVOKED } from "./upstream";

export interface KeepingTools extends ArrivalTools {
  readonly delayMinutes: number;
  readonly log: Logger;
  /** For whom leases are taken (lib/jobs/worker-identity.ts). */
  readonly owner: string;
  readonly isStopping: () => boolean;
}

/** A connection is due as often as the worker would have it. */
const DUE_AFTER_MS = HOUR_MS;
/** More than any patient's import takes. */
const SLICE_MS = MINUTE_MS;
/** While one patient's days are being computed, another's are being stored. */
const LANES = 2;

/**
 * Lets everybody in who is not there yet, and reads what their sensors have measured since they were last asked.
 *
 * @param onPatient called with how many have been seen to.
 */
export async function keepPatients(
  count: number,
  team: DemoTeam,
  tools: KeepingTools,
  onPatient: (seenTo: number) => void = () => undefined,
): Promise<void> {
  const patients = demoPatients(count, team.since);
  let seenTo = 0;
  const lane = async () => {
    // One generator for all lanes: each patient is taken once.
    for (const patient of patients) {
      if (tools.isStopping()) return;
      await keep(patient, await arrive(patient, team, tools), tools);
      onPatient(++seenTo);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function keep(patient: DemoPatient, arrived: Arrived, tools: KeepingTools): Promise<void> {
  const { connectionId, lastSyncAt, isConnected } = arrived;
  if (!isConnected) return;
  const { clock, delayMinutes } = tools;
  if (lastSyncAt === null || lastSyncAt <= clock.now() - DUE_AFTER_MS)
    await sync(connectionId, demoUpstream(patient.person, { clock, delayMinutes }), tools);
  if (patient.hasLeftDexcom) await sync(connectionId, REVOKED, tools);
}

async function sync(
  connectionId: string,
  upstream: Upstream,
  { db, clock, delayMinutes, log, owner, isStopping }: KeepingTools,
): Promise<SyncOutcome> {
  const tools = { db, clock, delayMinutes, log, owner, isStopping, random: Math.random, sliceMs: SLICE_MS };
  return runSyncSlice({ connectionId, trigger: "scheduled" }, { ...tools, openUpstream: () => upstream });
}
