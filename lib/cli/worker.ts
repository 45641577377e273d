import "@/lib/cli/require-node";
import { runCommand } from "@/lib/cli/command";
import { untilInterrupted } from "@/lib/cli/until-interrupted";
import { env } from "@/lib/env";
import { startWorkerFor } from "@/lib/jobs/worker";

/** The worker as a process of its own: syncs, schedules and keeps house until it is told to stop. */
await runCommand(async () => {
  const interrupted = untilInterrupted();
  const worker = await startWorkerFor(env());
  console.log(`worker pid ${process.pid}`);
  await interrupted;
  await worker.stop();
  // A call to Dexcom that nobody waits for any more must not hold the process.
  process.exit(0);
});
