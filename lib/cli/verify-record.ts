import "@/lib/cli/require-node";
import { existsSync } from "node:fs";
import { runCommand } from "@/lib/cli/command";
import { inProject } from "@/lib/cli/project";
import { faultInWords, verdictInWords } from "@/lib/cli/record-fault-words";
import { openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { verifyRecord } from "@/lib/sharing/verify-record";

/** Verifies the record of who looked: one line for each fault, one that sums up, and 1 for an exit if there is any. */
await runCommand(async () => {
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  const db = openDatabase(env().DATABASE_URL, { applicationName: "hindsight-verify", connectionsMax: 1 });
  try {
    const verified = await verifyRecord({ db, onFault: (fault) => console.error(faultInWords(fault)) });
    console.log(verdictInWords(verified));
    return verified.faults > 0 ? 1 : 0;
  } finally {
    await db.$disconnect();
  }
});
