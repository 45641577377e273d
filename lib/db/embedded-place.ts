import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { PostgresBinaries } from "@/lib/db/embedded-binaries";
import { StartProblem } from "@/lib/start-problem";

/** PostgreSQL refuses to run as root, so root hands it to this account. */
const ACCOUNT_NAME = "postgres";

/** Where an account that may not enter the project's folder can still read and write. */
const SHARED_ROOT = "/var/lib/hindsight";

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** As whom the server runs, from where, and where its data lies. */
export interface ServerPlace {
  /** null: as the current user. */
  readonly account: Account | null;
  readonly binariesRoot: string;
  readonly clusterDirectory: string;
}

/**
 * Root's clone often lies under a home that nobody else may enter. Then the programs are copied, and the data kept,
 * under /var/lib/hindsight; `placeId` (kept beside the settings in `.data`) finds the data again at the next start.
 */
export function choosePlace(options: {
  readonly binaries: PostgresBinaries;
  readonly dataDirectory: string;
  readonly placeId: string;
  readonly log: (line: string) => void;
}): ServerPlace {
  const { binaries, dataDirectory, placeId, log } = options;
  const ordinary = path.join(dataDirectory, "postgres");
  if (process.getuid?.() !== 0)
    return { account: null, binariesRoot: binaries.root, clusterDirectory: ordinary };

  const account = postgresAccount();
  const moved = path.join(SHARED_ROOT, placeId, "postgres");
  const clusterDirectory = !existsSync(moved) && canEnter(account, dataDirectory) ? ordinary : moved;
  const binariesRoot = canEnter(account, path.join(binaries.root, "lib"))
    ? binaries.root
    : copyBinaries(binaries);
  if (clusterDirectory !== ordinary) {
    makeShared(path.dirname(clusterDirectory));
    log(`The user ${ACCOUNT_NAME} may not enter ${dataDirectory}: the database lies in ${clusterDirectory}.`);
  }
  if (!canEnter(account, binariesRoot))
    throw new StartProblem(
      `The user ${ACCOUNT_NAME} may not enter ${binariesRoot}, so PostgreSQL cannot run as that user: start Hindsight as an ordinary user, or set DATABASE_URL.`,
    );
  return { account, binariesRoot, clusterDirectory };
}

function postgresAccount(): Account {
  const known = lookUpAccount();
  if (known) return known;
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    ACCOUNT_NAME,
  ]);
  const made = lookUpAccount();
  if (made) return made;
  throw new StartProblem(
    `PostgreSQL does not run as root and the user ${ACCOUNT_NAME} could not be created: start Hindsight as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUpAccount(): Account | null {
  const ask = (flag: string) =>
    Number.parseInt(spawnSync("id", [flag, ACCOUNT_NAME], { encoding: "utf8" }).stdout ?? "", 10);
  const [uid, gid] = [ask("-u"), ask("-g")];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null;
}

/** Asked of the system itself, as that account, so that modes, groups and access lists all count. */
function canEnter(account: Account, directory: string): boolean {
  const run = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], {
    cwd: "/",
    stdio: "ignore",
    ...account,
  });
  return run.status === 0;
}

function makeShared(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    for (const shared of [SHARED_ROOT, directory]) chmodSync(shared, 0o755);
  } catch (error) {
    throw new StartProblem(
      `PostgreSQL needs a folder that the user ${ACCOUNT_NAME} can enter, and ${directory} cannot be made: start Hindsight as an ordinary user, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** One copy per version, complete or absent: it is made under another name and renamed. */
function copyBinaries(binaries: PostgresBinaries): string {
  const copy = path.join(SHARED_ROOT, `postgresql-${binaries.packageVersion}`);
  if (existsSync(copy)) return copy;
  makeShared(SHARED_ROOT);
  const partial = `${copy}.${process.pid}`;
  cpSync(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", partial]);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
