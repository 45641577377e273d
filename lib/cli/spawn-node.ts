import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import path from "node:path";
import { inProject, PROJECT_ROOT } from "@/lib/cli/project";

export interface NodeProgram {
  /** Path inside the project: a TypeScript entry point, or a program of a library. */
  readonly script: string;
  readonly arguments: readonly string[];
  /** What Node itself, or V8, is told. */
  readonly nodeFlags?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Where its output goes: shared with this terminal, or a file. */
  readonly output: "terminal" | { readonly file: string };
}

/**
 * Starts a long-running Node program in a process group of its own, so that Ctrl-C reaches only the parent, which then
 * stops everything in order; the lifeline ends it when the parent cannot.
 */
export function spawnNode(program: NodeProgram): ChildProcess {
  const loaders = program.script.endsWith(".ts") ? ["--import", "tsx"] : [];
  const log = program.output === "terminal" ? "inherit" : openLog(program.output.file);
  const child = spawn(
    process.execPath,
    [
      ...(program.nodeFlags ?? []),
      ...loaders,
      "--import",
      inProject("lib/cli/lifeline.ts"),
      inProject(program.script),
      ...program.arguments,
    ],
    { cwd: PROJECT_ROOT, env: program.environment, detached: true, stdio: ["ignore", log, log] },
  );
  if (typeof log === "number") closeSync(log);
  return child;
}

const LOG_BYTES_MAX = 5_000_000;

/** Goes on where the last start ended; begins anew once the file is large. */
function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(file, size > LOG_BYTES_MAX ? "w" : "a", 0o600);
}
