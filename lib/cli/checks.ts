import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensurePrismaClient } from "@/lib/cli/prisma-client";
import { inProject, PROJECT_ROOT } from "@/lib/cli/project";
import { lastLines, runProgram } from "@/lib/cli/run-program";
import { schemaDrift } from "@/lib/db/drift";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { migrateDatabase } from "@/lib/db/migrate";
import { ensureRolesAndDatabase } from "@/lib/db/roles";

export interface CheckOutcome {
  readonly title: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** What the tool said; shown when it is not satisfied. */
  readonly output: string;
}

interface Check {
  readonly title: string;
  readonly run: () => Promise<{ readonly ok: boolean; readonly output: string }>;
}

const OUTPUT_LINES_MAX = 200;

const tool = (title: string, script: string, ...args: string[]): Check => ({
  title,
  run: async () => {
    const { code, output } = await runProgram({
      command: process.execPath,
      arguments: [inProject("node_modules", script), ...args],
      cwd: PROJECT_ROOT,
    });
    return { ok: code === 0, output: lastLines(output, OUTPUT_LINES_MAX) };
  },
});

// The slowest first, so that two at a time end together.
const CHECKS: readonly Check[] = [
  tool("lint", "oxlint/bin/oxlint", "--type-aware"),
  tool("types", "typescript/bin/tsc", "-p", ".", "--noEmit"),
  tool("unused files, exports, dependencies", "knip/bin/knip.js"),
  tool("architecture", "vitest/vitest.mjs", "run", "--project", "architecture"),
  { title: "tables and migrations agree", run: checkDrift },
  tool("format", "@biomejs/biome/bin/biome", "check", "."),
];

const AT_ONCE = 2;

/** Runs every check, two at a time, and goes on after a failure. */
export async function runChecks(onEnd: (outcome: CheckOutcome) => void): Promise<CheckOutcome[]> {
  await ensurePrismaClient();
  await makeRouteTypes();
  const waiting = [...CHECKS];
  const outcomes: CheckOutcome[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now();
      const { ok, output } = await check.run();
      const outcome = { title: check.title, ok, output, seconds: (performance.now() - began) / 1000 };
      outcomes.push(outcome);
      onEnd(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}

/** next-env.d.ts and the types of the routes are generated, not stored; the compiler needs them. */
async function makeRouteTypes(): Promise<void> {
  await runProgram({
    command: process.execPath,
    arguments: [inProject("node_modules/next/dist/bin/next"), "typegen"],
    cwd: PROJECT_ROOT,
    environment: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** Applies all migrations to an empty database and compares the result with prisma/schema.prisma. */
async function checkDrift(): Promise<{ ok: boolean; output: string }> {
  const directory = mkdtempSync(path.join(tmpdir(), "hindsight-drift-"));
  await chmod(directory, 0o711);
  const log = () => undefined;
  const server = await startEmbeddedPostgres({ dataDirectory: directory, log, durable: false });
  try {
    const { adminUrl } = await ensureRolesAndDatabase({
      superuserUrl: server.superuserUrl,
      database: "drift",
      ownerPassword: "drift",
      appPassword: "drift",
    });
    await migrateDatabase({ adminUrl, log });
    const drift = await schemaDrift({ databaseUrl: adminUrl });
    return { ok: drift === null, output: drift === null ? "" : `A migration is missing for:\n${drift}` };
  } catch (error) {
    return { ok: false, output: String(error) };
  } finally {
    await server.stop();
    for (const made of [server.clusterDirectory, directory]) rmSync(made, { recursive: true, force: true });
  }
}
