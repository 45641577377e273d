import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NO_DATABASE_YET } from "@/lib/cli/demo-settings";
import { inProject, PROJECT_ROOT } from "@/lib/cli/project";
import { lastLines, runProgram } from "@/lib/cli/run-program";
import { SETTING_NAMES } from "@/lib/env";
import { StartProblem } from "@/lib/start-problem";

/** What a build is made of. A change in any of these makes the last build stale. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "tsconfig.json",
  "package-lock.json",
];
/** Never part of the app: entry points of the terminal, the simulator, tests, and what is generated from the schema. */
const NOT_IN_BUILD = /(^|\/)(lib\/cli|lib\/simulator|lib\/db\/generated)(\/|$)|\.test\.tsx?$|\.md$/;

const BUILD_ID_FILE = ".next/BUILD_ID";
const STAMP_FILE = ".next/made-from";

/** One hash over names and contents of everything that the build reads, under `root`. */
export function sourceFingerprint(root: string, sources: readonly string[] = SOURCES): string {
  const hash = createHash("sha256");
  const visit = (relative: string) => {
    if (NOT_IN_BUILD.test(relative)) return;
    const absolute = path.join(root, relative);
    if (!existsSync(absolute)) return;
    const entries = readDirectory(absolute);
    if (entries) for (const entry of entries) visit(`${relative}/${entry}`);
    else hash.update(`${relative}\0`).update(readFileSync(absolute)).update("\0");
  };
  for (const source of sources) visit(source);
  return hash.digest("hex");
}

function readDirectory(absolute: string): string[] | null {
  try {
    return readdirSync(absolute).toSorted();
  } catch {
    return null;
  }
}

export function isBuildCurrent(root = PROJECT_ROOT): boolean {
  const stamp = path.join(root, STAMP_FILE);
  return (
    existsSync(path.join(root, BUILD_ID_FILE)) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === sourceFingerprint(root)
  );
}

/**
 * Builds the app for production: the same build for demo and production, made without any of this machine's settings,
 * so that none can be frozen into it. `echo` shows the compiler's output as it comes; otherwise it is shown on failure.
 */
export async function buildApp(
  options: { readonly echo?: (chunk: string) => void; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const fingerprint = sourceFingerprint(PROJECT_ROOT);
  const { code, output } = await runProgram({
    ...options,
    command: process.execPath,
    arguments: [inProject("node_modules/next/dist/bin/next"), "build"],
    cwd: PROJECT_ROOT,
    environment: {
      ...process.env,
      ...Object.fromEntries(SETTING_NAMES.map((name) => [name, ""])),
      HINDSIGHT_MODE: "test",
      DATABASE_URL: NO_DATABASE_YET,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  if (code !== 0)
    throw new StartProblem(
      options.echo ? "The app could not be built." : `The app could not be built:\n${lastLines(output, 25)}`,
    );
  writeFileSync(inProject(STAMP_FILE), fingerprint);
}
