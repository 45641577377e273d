import "@/lib/cli/require-node";
import { existsSync } from "node:fs";
import { runCommand } from "@/lib/cli/command";
import { inProject } from "@/lib/cli/project";
import { database } from "@/lib/db/client";
import { rotateKeys } from "@/lib/patients/mutations-key-rotation";

/** Wraps every data key under the first key of ENCRYPTION_KEYS. Afterwards the older ones can be taken off the list. */
await runCommand(async () => {
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  const db = database();
  try {
    const { patients, connections } = await rotateKeys({ db });
    console.log(
      `Wrapped anew: the keys of ${patients} people and ${connections} connections. No data was touched.`,
    );
  } finally {
    await db.$disconnect();
  }
});
