import "@/lib/cli/require-node";
import { constants, setPriority } from "node:os";
import { setTimeout as passTime } from "node:timers/promises";
import { runCommand } from "@/lib/cli/command";
import { CLINICIAN_ADDRESS } from "@/lib/cli/demo-clinic/clinician";
import { keepPatients } from "@/lib/cli/demo-clinic/keeping";
import { demoTeam } from "@/lib/cli/demo-clinic/team";
import { untilInterrupted } from "@/lib/cli/until-interrupted";
import { HOUR_MS, systemClock } from "@/lib/clock";
import { openAttemptsPool } from "@/lib/db/attempts";
import { openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { ownerName, thisWorker } from "@/lib/jobs/worker-identity";
import { createLogger } from "@/lib/log";

const PRIORITY_LOW = constants.priority.PRIORITY_BELOW_NORMAL;
const PATIENTS = 300;
const SAYS_EVERY = 100;
const ROUND_MS = HOUR_MS / 4;

/** The clinic of the demo, as a process of its own: fills it at the first start, and keeps its patients' readings coming. */
await runCommand(async () => {
  // Whoever looks at a page meanwhile comes first.
  setPriority(PRIORITY_LOW);
  const calledOff = new AbortController();
  void untilInterrupted().then(() => calledOff.abort());
  const settings = env();
  const db = openDatabase(settings.DATABASE_URL, {
    applicationName: "hindsight-demo-clinic",
    connectionsMax: 4,
  });
  const pool = openAttemptsPool(settings.DATABASE_URL);
  try {
    const team = await demoTeam({ db, pool, origin: settings.NEXTAUTH_URL });
    if (team === null) return;
    const tools = {
      db,
      pool,
      clock: systemClock,
      delayMinutes: settings.DEXCOM_DATA_DELAY_MINUTES,
      log: createLogger({ process: "demo-clinic" }),
      owner: ownerName(thisWorker()),
      isStopping: () => calledOff.signal.aborted,
    };
    await keepPatients(PATIENTS, team, tools, (seenTo) => {
      if (seenTo % SAYS_EVERY === 0)
        console.log(`  demo clinic: ${seenTo} of ${PATIENTS} patients are there`);
    });
    if (!tools.isStopping()) console.log(`  ✓ demo clinic: sign in with ${CLINICIAN_ADDRESS}`);
    while (!tools.isStopping()) {
      await passTime(ROUND_MS, undefined, { signal: calledOff.signal }).catch(() => undefined);
      await keepPatients(PATIENTS, team, tools);
    }
  } finally {
    await Promise.all([db.$disconnect(), pool.end()]);
  }
});
