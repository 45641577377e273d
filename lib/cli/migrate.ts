import "@/lib/cli/require-node";
import { existsSync } from "node:fs";
import { runCommand } from "@/lib/cli/command";
import { inProject } from "@/lib/cli/project";
import { migrateDatabase } from "@/lib/db/migrate";
import { StartProblem } from "@/lib/start-problem";

/** Applies the migrations to the database of DATABASE_ADMIN_URL, for set-ups where the app must not. */
await runCommand(async () => {
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  const adminUrl = process.env["DATABASE_ADMIN_URL"];
  if (!adminUrl)
    throw new StartProblem(
      "DATABASE_ADMIN_URL is missing: it names the role that owns the tables (the embedded database migrates itself when it starts).",
    );
  await migrateDatabase({ adminUrl, log: (line) => console.log(line) });
  console.log("The database is up to date.");
});
