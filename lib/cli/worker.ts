import "@/lib/cli/require-node";
import { runCommand } from "@/lib/cli/command";
import { everyLanguage } from "@/lib/cli/every-language";
import { untilInterrupted } from "@/lib/cli/until-interrupted";
import { type Env, env } from "@/lib/env";
import { startWorkerFor, type Worker } from "@/lib/jobs/worker";
import { applyErasures } from "@/lib/patients/mutations-erasure";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";

/** The worker as a process of its own: syncs, schedules and keeps house until it is told to stop. */
await runCommand(async () => {
  const interrupted = untilInterrupted();
  const settings = env();
  const worker = await startAfterErasures(settings).catch((error: unknown) => {
    throw new StartProblem(
      `The worker cannot use the database at DATABASE_URL (${systemErrorCode(error) ?? "unknown error"}); is it running and migrated?`,
      { cause: error },
    );
  });
  console.log(`worker pid ${process.pid}`);
  await interrupted;
  await worker.stop();
  // A call to Dexcom that nobody waits for any more must not hold the process.
  process.exit(0);
});

/** As in instrumentation.ts: whoever starts first after a restore deletes again who had been deleted. */
async function startAfterErasures(settings: Env): Promise<Worker> {
  await applyErasures();
  return startWorkerFor(settings, await everyLanguage());
}
