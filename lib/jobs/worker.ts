import type { JobWithMetadata, PgBoss } from "pg-boss";
import { type Clock, HOUR_MS, SECOND_MS, systemClock } from "@/lib/clock";
import { type DexcomGateway, openDexcomGateway } from "@/lib/connections/gateway";
import { type Database, openDatabase } from "@/lib/db/client";
import type { Env } from "@/lib/env";
import type { Words } from "@/lib/i18n/translate";
import { freeAbandonedConnections, LOST_AFTER_MS, queueDueConnections } from "@/lib/jobs/due";
import { isOnlyWorker, reportAlive, reportGone, tidyUp } from "@/lib/jobs/housekeeping";
import { startLoop } from "@/lib/jobs/loop";
import { openQueue, requeueSyncJob, SYNC_QUEUE, type SyncJob, syncJobSchema } from "@/lib/jobs/queue";
import { SummaryRefresher } from "@/lib/jobs/summaries";
import { ownerName, thisWorker } from "@/lib/jobs/worker-identity";
import { createLogger, errorFields, type Logger } from "@/lib/log";
import { mailDelivery } from "@/lib/mail/delivery-kind";
import { type DeliverMail, deliverDueMail } from "@/lib/mail/mutations";
import { openSmtp } from "@/lib/mail/smtp";
import { type ComposeReminder, remindOwners } from "@/lib/sharing/mutations-reminder";
import { sealRecords } from "@/lib/sharing/mutations-seal";
import { reminderMessage } from "@/lib/sharing/reminder-message";
import { runSyncSlice, type SyncTools } from "@/lib/sync/run";
import { openUpstream } from "@/lib/sync/upstream";

/** A worker: takes sync jobs, queues what is due, sends messages, keeps house, and says that it is alive. */
export interface Worker {
  readonly id: string;
  /** Lets the windows under way be stored, gives their leases back and closes everything. May be called twice. */
  stop(): Promise<void>;
}

type WorkerSettings = Pick<Env, "DATABASE_URL" | "DEXCOM_DATA_DELAY_MINUTES">;

interface WorkerParts {
  readonly gateway: Pick<DexcomGateway, "app" | "tools">;
  /** Null where messages are not sent: there is no mail server. */
  readonly deliverMail: DeliverMail | null;
  /** Null where there is no mail. */
  readonly composeReminder: ComposeReminder | null;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  /** Connections that are synced at the same time. */
  readonly concurrency: number;
  /** How long one connection may keep its place before the next gets its turn. */
  readonly sliceMs: number;
}

const CONCURRENCY = 4;
const SLICE_MS = 5 * SECOND_MS;
/** NOTIFY wakes a worker within milliseconds; polling is for when it cannot. */
const POLLING_SECONDS = 0.5;
const POLLING_SECONDS_WITH_NOTIFY = 2;
const HEARTBEAT_REFRESH_SECONDS = 10;
const DUE_ROUND_MS = 5 * SECOND_MS;
/** Somebody who asked for a message is looking at their inbox. */
const MAIL_ROUND_MS = SECOND_MS;
/** Between two rounds everything else gets its turn; a clinic's list follows a sync within seconds. */
const SUMMARIES_ROUND_MS = SECOND_MS;
const ALIVE_EVERY_MS = 10 * SECOND_MS;
const STOP_MS_MAX = 10 * SECOND_MS;

/** Starts a worker, in a process of its own (lib/cli/worker.ts) or inside the app (instrumentation.ts). */
export function startWorkerFor(
  settings: Env,
  languages: readonly Pick<Words, "t">[],
  parts: Partial<WorkerParts> = {},
): Promise<Worker> {
  const deliverMail = mailDelivery(settings) === "smtp" ? openSmtp(settings) : null;
  const composeReminder = remindersOf(settings, languages);
  return startWorker(settings, {
    gateway: openDexcomGateway(settings),
    deliverMail,
    composeReminder,
    ...parts,
  });
}

export async function startWorker(
  settings: WorkerSettings,
  given: Pick<WorkerParts, "gateway"> & Partial<WorkerParts>,
): Promise<Worker> {
  const { log = createLogger({ process: "worker" }), concurrency = CONCURRENCY } = given;
  const {
    clock = systemClock,
    random = Math.random,
    gateway,
    sliceMs = SLICE_MS,
    deliverMail = null,
    composeReminder = null,
  } = given;
  const databaseUrl = settings.DATABASE_URL;
  const delayMinutes = settings.DEXCOM_DATA_DELAY_MINUTES;
  const self = thisWorker();
  const id = ownerName(self);
  const db = openDatabase(databaseUrl, {
    applicationName: "hindsight-worker",
    connectionsMax: 2 * concurrency + 2,
  });
  const boss = await openQueue({ databaseUrl, role: "worker", log });
  const busy = new Set<string>();
  const leaving = new AbortController();
  let stopping: Promise<void> | undefined;

  const { upstream, clientId } = gateway.app;
  const dexcom = { environment: upstream.environment, clientId };
  const tools: SyncTools = {
    db,
    clock,
    random,
    delayMinutes,
    log,
    owner: id,
    sliceMs,
    isStopping: () => stopping !== undefined,
    openUpstream: (owner) => openUpstream(owner, { db, gateway, clock, delayMinutes, random }),
  };
  const takeStock = async (lostAfterMs: number) => {
    const now = clock.now();
    await freeAbandonedConnections(boss, db, { self, now, busy });
    await queueDueConnections(boss, db, { now, lostAfterMs }, dexcom);
  };
  const summaries = new SummaryRefresher({
    db,
    clock,
    delayMinutes,
    log,
    isStopping: () => stopping !== undefined,
  });
  await reportAlive(db, id);
  // Before this worker takes a job: if it is alone, every job at work belongs to one that is dead.
  await takeStock((await isOnlyWorker(db, self)) ? 0 : LOST_AFTER_MS);
  const loops = [
    startLoop("alive", { everyMs: ALIVE_EVERY_MS, log }, () => reportAlive(db, id)),
    startLoop("due", { everyMs: DUE_ROUND_MS, log }, () => takeStock(LOST_AFTER_MS)),
    startLoop("summaries", { everyMs: SUMMARIES_ROUND_MS, log }, async () => {
      await summaries.round();
    }),
    startLoop("tidy", { everyMs: HOUR_MS, log }, () => tidyUp(db, clock.now())),
    startLoop("seal", { everyMs: HOUR_MS, log }, async () => {
      await sealRecords({ db, now: clock.now() });
    }),
  ];
  if (deliverMail !== null)
    loops.push(
      startLoop("mail", { everyMs: MAIL_ROUND_MS, log }, async () => {
        await deliverDueMail(deliverMail, { db, log, signal: leaving.signal });
      }),
    );
  if (composeReminder !== null)
    loops.push(
      startLoop("remind", { everyMs: HOUR_MS, log }, async () => {
        await remindOwners(composeReminder, { db, now: clock.now() });
      }),
    );
  await boss.work(
    SYNC_QUEUE,
    { ...WORK_OPTIONS, localConcurrency: concurrency },
    async ([job]: JobWithMetadata<SyncJob>[]) => {
      // pg-boss writes a failed job's error into its table: nothing of the original may stand there.
      if (job && !(await isHandled(boss, job, { ...tools, busy }))) throw new Error("sync slice failed");
    },
  );
  log.info("worker.started", { pid: self.pid });

  return {
    id,
    stop() {
      leaving.abort();
      stopping ??= stopWorker({ boss, db, loops, id, log });
      return stopping;
    },
  };
}

/** Asks in every language whether a share is still right; null where there is no mail. */
function remindersOf(settings: Env, languages: readonly Pick<Words, "t">[]): ComposeReminder | null {
  if (mailDelivery(settings) === "none") return null;
  return (count) => reminderMessage(count, settings.NEXTAUTH_URL, languages);
}

const WORK_OPTIONS = {
  includeMetadata: true,
  pollingIntervalSeconds: POLLING_SECONDS,
  notifyPollingIntervalSeconds: POLLING_SECONDS_WITH_NOTIFY,
  heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
} as const;

/** Runs a job's slice and puts the connection back into the queue when it has more to read. False when it broke. */
async function isHandled(
  boss: PgBoss,
  attempt: JobWithMetadata<SyncJob>,
  tools: SyncTools & { readonly busy: Set<string> },
): Promise<boolean> {
  const job = syncJobSchema.parse(attempt.data);
  const { connectionId } = job;
  tools.busy.add(connectionId);
  try {
    const outcome = await runSyncSlice(job, tools);
    tools.log.info("sync.slice", { connectionId, outcome });
    if (outcome === "more-to-come") await requeueSyncJob(boss, attempt, job);
    return true;
  } catch (error) {
    tools.log.error("sync.slice-failed", { connectionId, ...errorFields(error) });
    return false;
  } finally {
    tools.busy.delete(connectionId);
  }
}

async function stopWorker(worker: {
  readonly boss: PgBoss;
  readonly db: Database;
  readonly loops: readonly { stop(): Promise<void> }[];
  readonly id: string;
  readonly log: Logger;
}): Promise<void> {
  const { boss, db, loops, id, log } = worker;
  await Promise.all(loops.map((loop) => loop.stop()));
  await boss.stop({ graceful: true, timeout: STOP_MS_MAX });
  try {
    await reportGone(db, id);
  } catch (error) {
    log.warn("worker.farewell-failed", errorFields(error));
  }
  await db.$disconnect();
  log.info("worker.stopped");
}
