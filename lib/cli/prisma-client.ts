import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inProject, PROJECT_ROOT } from "@/lib/cli/project";
import { lastLines, runProgram } from "@/lib/cli/run-program";
import { StartProblem } from "@/lib/start-problem";

const CLIENT_DIRECTORY = inProject("lib/db/generated");
const STAMP_FILE = `${CLIENT_DIRECTORY}/.made-from`;

/** What the generated client depends on: the tables, and the version of the generator. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "node_modules/prisma/package.json"])
    hash.update(readFileSync(inProject(file)));
  return hash.digest("hex");
}

/** Makes lib/db/generated from prisma/schema.prisma unless it is there already. Returns whether it had to. */
export async function ensurePrismaClient(): Promise<boolean> {
  const wanted = fingerprint();
  if (existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, "utf8") === wanted) return false;
  const { code, output } = await runProgram({
    command: process.execPath,
    arguments: [inProject("node_modules/prisma/build/index.js"), "generate", "--no-hints"],
    cwd: PROJECT_ROOT,
    environment: {
      ...process.env,
      // Generating needs no engine; naming any program keeps the command line tool from downloading one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (code !== 0)
    throw new StartProblem(
      `The database client could not be made from prisma/schema.prisma: ${lastLines(output, 12)}`,
    );
  writeFileSync(STAMP_FILE, wanted);
  return true;
}
