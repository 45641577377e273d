import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ServerPlace } from "@/lib/db/embedded-place";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";

/** The lines of postmaster.pid that matter: who runs on this data, and whether it answers yet. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Makes the data folder if there is none: complete under another name first, so that a killed set-up leaves nothing half made. */
export function createCluster(place: ServerPlace, password: string): void {
  const { clusterDirectory, account, binariesRoot } = place;
  const partial = `${clusterDirectory}.new-${process.pid}`;
  const passwordFile = `${partial}.password`;
  try {
    mkdirSync(partial, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) for (const made of [partial, passwordFile]) chownSync(made, account.uid, account.gid);
    const run = spawnSync(
      path.join(binariesRoot, "bin", "initdb"),
      [
        `--pgdata=${partial}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions",
        "--no-sync",
      ],
      { cwd: partial, encoding: "utf8", ...account },
    );
    if (run.status !== 0)
      throw new StartProblem(
        `The database folder ${clusterDirectory} could not be set up: ${lastLine(run.stderr)}.`,
        {
          cause: run.error ?? run.stderr,
        },
      );
    renameSync(partial, clusterDirectory);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

export function clusterExists(clusterDirectory: string): boolean {
  return existsSync(path.join(clusterDirectory, "PG_VERSION"));
}

/** A data folder can only be opened by the major version that wrote it. */
export function requireSameMajor(clusterDirectory: string, serverMajor: number): void {
  const written = readFileSync(path.join(clusterDirectory, "PG_VERSION"), "utf8").trim();
  if (written !== String(serverMajor))
    throw new StartProblem(
      `The data in ${clusterDirectory} was written by PostgreSQL ${written} and this is PostgreSQL ${serverMajor}: dump it with version ${written} and load it again, or move the folder away to begin anew.`,
    );
}

/** The server that runs on this data now, or null; what a dead one left behind is removed. */
export function runningPostmaster(clusterDirectory: string): Postmaster | null {
  const file = path.join(clusterDirectory, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!isServerOf(pid, clusterDirectory)) {
    rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? "").trim() === "ready" };
}

/** A process id alone proves nothing: after a crash or in a new container it may be anybody's by now. */
function isServerOf(pid: number, clusterDirectory: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) === "ESRCH") return false;
  }
  if (process.platform === "win32") return true;
  const procFile = `/proc/${pid}/cmdline`;
  const commandLine = existsSync(procFile)
    ? readFileSync(procFile, "utf8").replaceAll("\0", " ")
    : spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return commandLine.includes(clusterDirectory);
}

function lastLine(text: string | null): string {
  return (text ?? "").trim().split("\n").at(-1)?.replace(/\.$/, "") ?? "no reason given";
}
