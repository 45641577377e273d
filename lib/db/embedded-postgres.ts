import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { Socket } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostgresBinaries, serverMajorVersion } from "@/lib/db/embedded-binaries";
import {
  clusterExists,
  createCluster,
  type Postmaster,
  requireSameMajor,
  runningPostmaster,
} from "@/lib/db/embedded-cluster";
import { choosePlace, type ServerPlace } from "@/lib/db/embedded-place";
import { keptOrFreePort } from "@/lib/db/embedded-port";
import { keepPort, openEmbeddedSettings } from "@/lib/db/embedded-settings";
import { StartProblem } from "@/lib/start-problem";

export interface EmbeddedPostgres {
  readonly superuserUrl: string;
  readonly port: number;
  readonly clusterDirectory: string;
  /** Resolves when the server has ended, asked to or not. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, committed ones are safe. May be called more than once. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder that holds everything of this database: settings, log, and (unless another account must own it) the data. */
  readonly dataDirectory: string;
  readonly log: (line: string) => void;
  /** false: for tests that throw the data away. A power cut may then lose it. */
  readonly durable?: boolean;
}

const START_SECONDS_MAX = 120;
const STOP_SECONDS_MAX = 20;
/** A previous run that is just shutting down gets this long to finish. */
const HANDOVER_SECONDS_MAX = 5;
const START_ATTEMPTS_MAX = 3;

/**
 * Starts the real PostgreSQL that came with npm, on loopback only, with scram-sha-256, owned by this process. Refuses,
 * in one sentence, when another process uses the same data. When this process dies in any way, the server stops too.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDirectory = path.resolve(options.dataDirectory);
  const binaries = findPostgresBinaries();
  const settings = openEmbeddedSettings(dataDirectory);
  const place = choosePlace({ binaries, dataDirectory, placeId: settings.placeId, log: options.log });
  const major = serverMajorVersion(place.binariesRoot, place.account);
  if (clusterExists(place.clusterDirectory)) requireSameMajor(place.clusterDirectory, major);
  else createCluster(place, settings.password);
  await refuseSecondServer(place.clusterDirectory);

  let port = settings.port;
  for (let attempt = 1; ; attempt += 1) {
    port = await keptOrFreePort(port, options.log);
    const server = launch({ place, port, dataDirectory, durable: options.durable ?? true });
    const outcome = await untilReady(server, place.clusterDirectory);
    if (outcome === "ready") {
      keepPort(dataDirectory, settings, port);
      const password = encodeURIComponent(settings.password);
      return {
        superuserUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
        port,
        clusterDirectory: place.clusterDirectory,
        ended: server.exited,
        stop: () => stop(server),
      };
    }
    await stop(server);
    await refuseSecondServer(place.clusterDirectory);
    // Somebody may have taken the port between our look and the server's bind: try another.
    if (
      outcome === "exited" &&
      attempt < START_ATTEMPTS_MAX &&
      logTail(dataDirectory).includes("could not bind")
    ) {
      port = 0;
      continue;
    }
    throw new StartProblem(
      `PostgreSQL did not start; the last lines of ${logFile(dataDirectory)} say why: ${logTail(dataDirectory)}`,
    );
  }
}

const logFile = (dataDirectory: string) => path.join(dataDirectory, "postgres.log");

function logTail(dataDirectory: string): string {
  return readFileSync(logFile(dataDirectory), "utf8").trim().split("\n").slice(-4).join(" / ");
}

async function refuseSecondServer(clusterDirectory: string): Promise<void> {
  let other: Postmaster | null = runningPostmaster(clusterDirectory);
  const patience = HANDOVER_SECONDS_MAX * 10;
  for (let tenth = 0; other && tenth < patience; tenth += 1) {
    await sleep(100);
    other = runningPostmaster(clusterDirectory);
  }
  if (other)
    throw new StartProblem(
      `Hindsight is already running from this folder (its PostgreSQL is process ${other.pid}): stop that one first.`,
    );
}

interface Server {
  readonly process: ChildProcess;
  readonly guard: ChildProcess | null;
  readonly exited: Promise<void>;
}

function launch(options: {
  readonly place: ServerPlace;
  readonly port: number;
  readonly dataDirectory: string;
  readonly durable: boolean;
}): Server {
  const { place, port, dataDirectory, durable } = options;
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    // Statements and key values in a log would be health data outside the sealed blocks.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const log = openSync(logFile(dataDirectory), "w", 0o600);
  const child = spawn(
    path.join(place.binariesRoot, "bin", "postgres"),
    [
      "-D",
      place.clusterDirectory,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // A group of its own: Ctrl-C at the terminal reaches the app first, which then stops the server in order.
    { cwd: place.clusterDirectory, detached: true, stdio: ["ignore", log, log], ...place.account },
  );
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return { process: child, guard: guardAgainstOrphan(child.pid), exited };
}

/**
 * Even SIGKILL of this process must not leave a server behind: the guard waits on a pipe that closes when this process
 * is gone, and then asks the server for a fast shutdown.
 */
function guardAgainstOrphan(pid: number | undefined): ChildProcess | null {
  if (pid === undefined || process.platform === "win32") return null;
  const guard = spawn("/bin/sh", ["-c", 'cat >/dev/null; kill -INT "$1"', "sh", String(pid)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => undefined);
  guard.stdin?.on("error", () => undefined);
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

async function untilReady(server: Server, clusterDirectory: string): Promise<"ready" | "exited" | "slow"> {
  for (let tenth = 0; tenth < START_SECONDS_MAX * 10; tenth += 1) {
    if (hasExited(server.process)) return "exited";
    const postmaster = runningPostmaster(clusterDirectory);
    if (postmaster?.ready && postmaster.pid === server.process.pid) return "ready";
    await sleep(100);
  }
  return "slow";
}

function hasExited(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function stop(server: Server): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    if (!hasExited(server.process)) server.process.kill(name);
  };
  const gone = (seconds: number) =>
    Promise.race([server.exited.then(() => true), sleep(seconds * 1000, false, { ref: false })]);
  signal("SIGINT");
  if (!(await gone(STOP_SECONDS_MAX))) {
    signal("SIGQUIT");
    if (!(await gone(STOP_SECONDS_MAX / 4))) signal("SIGKILL");
    await server.exited;
  }
  // The guard's shell first, then its pipe: the other way round it would signal a process id that is free again.
  server.guard?.kill("SIGKILL");
  server.guard?.stdin?.destroy();
}
