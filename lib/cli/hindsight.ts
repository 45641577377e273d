import path from "node:path";
import { openEmbeddedDatabase, openGivenDatabase } from "@/lib/cli/database";
import { demoEnvironment, readDemoSettings } from "@/lib/cli/demo-settings";
import { requireFreePorts } from "@/lib/cli/preflight";
import { ensurePrismaClient } from "@/lib/cli/prisma-client";
import { createProcessGroup } from "@/lib/cli/process-group";
import { buildApp, isBuildCurrent } from "@/lib/cli/production-build";
import type { Progress } from "@/lib/cli/progress";
import { openLocalSecrets } from "@/lib/cli/secrets";
import { spawnApp } from "@/lib/cli/spawn-app";
import { spawnNode } from "@/lib/cli/spawn-node";
import { keepAlive, stopProcess } from "@/lib/cli/supervisor";
import { untilAnswers } from "@/lib/cli/until-answers";
import { openDataDirectory } from "@/lib/db/embedded-settings";
import { mailDelivery } from "@/lib/mail/delivery-kind";

export interface HindsightOptions {
  /** demo: the production build, with the worker as a process of its own. dev: hot reload, the worker inside the app. */
  readonly mode: "demo" | "dev";
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly dataDirectory: string;
  /** Handed on to the simulator: `--person NAME=FILE#SUBJECT` and the like. */
  readonly simulatorArguments: readonly string[];
  /** A clinic, to which a few hundred patients come in the background. */
  readonly withClinic?: boolean;
  readonly progress: Progress;
  /** Calls the start off. */
  readonly signal?: AbortSignal;
}

export interface RunningHindsight {
  readonly url: string;
  readonly simulatorUrl: string;
  readonly workerPid: () => number | null;
  readonly hasClinic: boolean;
  /** Resolves with the reason, in words, when the app or the simulator ends by itself. */
  readonly failed: Promise<string>;
  readonly stop: () => Promise<void>;
}

const READY_SECONDS_MAX = 120;

/**
 * Starts the whole of Hindsight against the simulator: database, migrations, build and simulator side by side, then
 * worker and app. Stops whatever already runs when one of them cannot start.
 */
export async function startHindsight(options: HindsightOptions): Promise<RunningHindsight> {
  const { mode, environment, dataDirectory, progress } = options;
  // The first part that fails calls the others off: nobody waits for a build of an app that cannot start.
  const fault = new AbortController();
  const signal = AbortSignal.any([fault.signal, ...(options.signal ? [options.signal] : [])]);
  const settings = readDemoSettings(environment, mode);
  const [port, simulatorPort] = [settings.PORT, settings.DEXCOM_SIMULATOR_PORT];
  openDataDirectory(dataDirectory);
  await requireFreePorts([
    { port, setting: "PORT", user: "the app" },
    { port: simulatorPort, setting: "DEXCOM_SIMULATOR_PORT", user: "the Dexcom simulator" },
  ]);
  const secrets = openLocalSecrets(dataDirectory);
  const logs = path.join(dataDirectory, "logs");
  const logFile = (name: string) => path.join(logs, `${name}.log`);
  const url = `http://localhost:${port}`;
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const environmentWith = (databaseUrl: string): NodeJS.ProcessEnv => ({
    ...process.env,
    ...demoEnvironment({ given: environment, mode, port, simulatorPort, secrets, databaseUrl }),
    NODE_ENV: mode === "demo" ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  const group = createProcessGroup();
  const waiting = { failed: group.failed, secondsMax: READY_SECONDS_MAX, signal };

  const startDatabase = async () => {
    const log = progress.say;
    const database = environment["DATABASE_URL"]
      ? await openGivenDatabase({ settings, passwords: secrets, log })
      : await openEmbeddedDatabase({ dataDirectory, passwords: secrets, log });
    group.watchEnd(
      database.ended,
      `PostgreSQL ended by itself; its log is ${path.join(dataDirectory, "postgres.log")}.`,
    );
    group.stopLast(database.stop);
    return database.appUrl;
  };

  const startSimulator = async () => {
    const log = logFile("simulator");
    const child = spawnNode({
      script: "lib/cli/simulator.ts",
      arguments: ["--port", String(simulatorPort), ...options.simulatorArguments],
      environment: process.env,
      output: { file: log },
    });
    group.watch({ title: "The Dexcom simulator", child, log });
    await untilAnswers({ ...waiting, url: simulatorUrl });
  };

  const prepareApp = async () => {
    await ensurePrismaClient();
    if (mode === "dev" || isBuildCurrent()) return;
    await progress.step("app build (only after a change)", () => buildApp({ signal }));
  };

  const startWorker = (databaseUrl: string) => {
    const log = logFile("worker");
    const worker = keepAlive({
      start: () =>
        spawnNode({
          script: "lib/cli/worker.ts",
          arguments: [],
          environment: environmentWith(databaseUrl),
          output: { file: log },
        }),
      onStart: (pid, restarts) =>
        progress.say(
          restarts === 0 ? `  ✓ worker, process ${pid}` : `The worker runs again, as process ${pid}.`,
        ),
      onDeath: (words, delayMs) =>
        progress.say(`The worker ${words}; it is started again in ${delayMs / 1000} s (its log: ${log}).`),
    });
    group.stopFirst(worker.stop);
    return worker;
  };

  const startApp = async (databaseUrl: string) => {
    const log = mode === "demo" ? logFile("app") : null;
    const child = spawnApp({
      command: mode === "demo" ? "start" : "dev",
      hostname: "localhost",
      port,
      environment: environmentWith(databaseUrl),
      output: log === null ? "terminal" : { file: log },
    });
    group.watch({ title: "The app", child, log });
    await untilAnswers({ ...waiting, url: `${url}/api/ready`, isGood: (response) => response.ok });
  };

  const startClinic = (databaseUrl: string) => {
    const child = spawnNode({
      script: "lib/cli/demo-clinic.ts",
      arguments: [],
      environment: environmentWith(databaseUrl),
      output: "terminal",
    });
    // Nobody but the clinic's visitors misses it: its end is not the end of the demo.
    group.stopFirst(() => stopProcess(child));
  };

  try {
    const databaseUrl = await allOrFirstFault(fault, progress.step("database", startDatabase), [
      progress.step("Dexcom simulator", startSimulator),
      prepareApp(),
    ]);
    const worker = mode === "demo" ? startWorker(databaseUrl) : null;
    await progress.step("app", () => startApp(databaseUrl));
    // Its clinician signs in by a message that must not leave the demo.
    const hasClinic = options.withClinic === true && mailDelivery(settings) === "mailbox";
    if (hasClinic) startClinic(databaseUrl);
    return {
      url,
      simulatorUrl,
      workerPid: () => worker?.pid() ?? null,
      hasClinic,
      failed: group.failed,
      stop: group.stop,
    };
  } catch (error) {
    await group.stop();
    throw error;
  }
}

/**
 * Waits for `first` and gives its value, and for the others. A fault calls the rest off and is thrown, but only when
 * everything has come to its end, so that all that was started can be stopped.
 */
async function allOrFirstFault<T>(
  calledOff: AbortController,
  first: Promise<T>,
  others: readonly Promise<unknown>[],
): Promise<T> {
  for (const one of [first, ...others]) one.catch((error: unknown) => calledOff.abort(error));
  await Promise.allSettled([first, ...others]);
  // The reason is the fault itself, not what it did to the others.
  if (calledOff.signal.aborted) throw calledOff.signal.reason;
  return first;
}
