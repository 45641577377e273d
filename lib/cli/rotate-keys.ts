import "@/lib/cli/require-node";
import { existsSync } from "node:fs";
import { runCommand } from "@/lib/cli/command";
import { inProject } from "@/lib/cli/project";
import { database } from "@/lib/db/client";
import { rotateKeys } from "@/lib/patients/mutations-key-rotation";

/**
 * Wraps every data key under the first key of ENCRYPTION_KEYS. The older ones can be taken off the list a week later: offers
 * to share, invitations and messages, which live for a week at most, are sealed under them directly.
 */
await runCommand(async () => {
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  const db = database();
  try {
    const { patients, connections, users, clinics } = await rotateKeys({ db });
    console.log(
      `Wrapped anew: the keys of ${patients} patients, ${connections} connections, ${clinics} clinics and ${users} ` +
        "people who sign in. No data was touched.",
    );
  } finally {
    await db.$disconnect();
  }
});
