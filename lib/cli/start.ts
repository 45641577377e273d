import "@/lib/cli/require-node";
import { existsSync } from "node:fs";
import path from "node:path";
import { runCommand } from "@/lib/cli/command";
import { openEmbeddedDatabase, openProductionDatabase } from "@/lib/cli/database";
import { NO_DATABASE_YET } from "@/lib/cli/demo-settings";
import { requireFreePorts } from "@/lib/cli/preflight";
import { ensurePrismaClient } from "@/lib/cli/prisma-client";
import { buildApp, isBuildCurrent } from "@/lib/cli/production-build";
import { createProgress } from "@/lib/cli/progress";
import { DATA_DIRECTORY, inProject } from "@/lib/cli/project";
import { openLocalSecrets } from "@/lib/cli/secrets";
import { spawnApp } from "@/lib/cli/spawn-app";
import { exitWords, stopProcess } from "@/lib/cli/supervisor";
import { untilInterrupted } from "@/lib/cli/until-interrupted";
import { openDataDirectory } from "@/lib/db/embedded-settings";
import { readEnv } from "@/lib/env";
import { StartProblem } from "@/lib/start-problem";

/** Production: no simulator, no demo data, no generated secrets; refuses what `readEnv` refuses, before anything runs. */
await runCommand(async () => {
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  const given = { ...process.env, HINDSIGHT_MODE: "production" };
  const embedded = !process.env["DATABASE_URL"];
  const settings = readEnv(embedded ? { ...given, DATABASE_URL: NO_DATABASE_YET } : given);
  await requireFreePorts([{ port: settings.PORT, setting: "PORT", user: "the app" }]);
  const interrupted = untilInterrupted();
  const progress = createProgress();

  await ensurePrismaClient();
  const database = await progress.step("database", async () => {
    if (!embedded) return openProductionDatabase(settings, progress.say);
    // Never the demo's folder: its simulated people must not meet real ones.
    const dataDirectory = path.join(DATA_DIRECTORY, "production");
    openDataDirectory(dataDirectory);
    const passwords = openLocalSecrets(dataDirectory);
    return openEmbeddedDatabase({ dataDirectory, passwords, log: progress.say });
  });
  try {
    const environment = {
      ...given,
      DATABASE_URL: database.appUrl,
      // The app never holds the owner's address. Set to nothing, because Next reads .env by itself.
      DATABASE_ADMIN_URL: "",
      NODE_ENV: "production" as const,
      NEXT_TELEMETRY_DISABLED: "1",
    };
    if (!isBuildCurrent()) await progress.step("app build, only after a change", () => buildApp());
    const app = spawnApp({ command: "start", port: settings.PORT, environment, output: "terminal" });
    const ended = new Promise<string>((resolve) =>
      app.once("exit", (code, signal) => resolve(`The app ${exitWords(code, signal)}.`)),
    );
    const databaseEnded = database.ended.then(() => "PostgreSQL ended by itself.");
    const why = await Promise.race([interrupted.then(() => null), ended, databaseEnded]);
    await stopProcess(app);
    if (why !== null) throw new StartProblem(why);
  } finally {
    await database.stop();
  }
});
