import type { PgBoss } from "pg-boss";
import { type Env, env } from "@/lib/env";
import { openQueue, type SyncJob, sendSyncJob } from "@/lib/jobs/queue";
import { createLogger } from "@/lib/log";

// One sender per process, kept across hot reloads and shared by all of Next's bundles.
const shared = globalThis as typeof globalThis & { hindsightSender?: Promise<PgBoss> | undefined };

/**
 * Puts a connection's sync into the queue and wakes a worker; false when one is queued or under way already. Call it
 * after consent (`first`) and for "Sync now" (`manual`), once it is clear that the person may ask; the worker itself
 * checks that the connection is active. Throws when the database does not answer.
 */
export async function requestSync(
  job: SyncJob,
  settings: Pick<Env, "DATABASE_URL"> = env(),
): Promise<boolean> {
  return sendSyncJob(await sender(settings.DATABASE_URL), job);
}

function sender(databaseUrl: string): Promise<PgBoss> {
  shared.hindsightSender ??= openQueue({ databaseUrl, role: "sender", log: createLogger() }).catch(
    (error: unknown) => {
      // The database may be back at the next request.
      shared.hindsightSender = undefined;
      throw error;
    },
  );
  return shared.hindsightSender;
}

/** For the end of a process or a test. */
export async function closeSender(): Promise<void> {
  const open = shared.hindsightSender;
  shared.hindsightSender = undefined;
  await (await open)?.stop({ graceful: false });
}
