import type { ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openEmbeddedDatabase } from "@/lib/cli/database";
import { demoEnvironment } from "@/lib/cli/demo-settings";
import { ensurePrismaClient } from "@/lib/cli/prisma-client";
import { createProcessGroup } from "@/lib/cli/process-group";
import { buildApp, isBuildCurrent } from "@/lib/cli/production-build";
import { openLocalSecrets } from "@/lib/cli/secrets";
import { spawnApp } from "@/lib/cli/spawn-app";
import { type NodeProgram, spawnNode } from "@/lib/cli/spawn-node";
import { untilAnswers } from "@/lib/cli/until-answers";
import { findFreePort } from "@/lib/db/embedded-port";

/** Hindsight as `npm run demo` runs it: four processes and the production build, on free ports and empty data. */
export interface BenchWorld {
  readonly seed: number;
  readonly appUrl: string;
  readonly simulatorUrl: string;
  readonly databaseUrl: string;
  readonly appPid: number;
  readonly workerPid: number;
  stop(): Promise<void>;
}

const READY_SECONDS_MAX = 120;

/**
 * Starts it with `peopleCount` unseen people and gives this process the same settings, so that it can look behind the
 * scenes with the app's own modules.
 */
export async function startBenchWorld(options: {
  readonly seed: number;
  readonly peopleCount: number;
  readonly say: (line: string) => void;
}): Promise<BenchWorld> {
  const { seed, peopleCount, say } = options;
  await ensurePrismaClient();
  if (!isBuildCurrent()) {
    say("building the app …");
    await buildApp();
  }
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "hindsight-bench-"));
  // The embedded server does not run as root: its own user must get through.
  chmodSync(dataDirectory, 0o711);
  const group = createProcessGroup();
  const stop = async () => {
    await group.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    const [port, simulatorPort] = [await findFreePort(), await findFreePort()];
    const secrets = openLocalSecrets(dataDirectory);
    const database = await openEmbeddedDatabase({ dataDirectory, passwords: secrets, log: () => undefined });
    group.stopLast(database.stop);
    const settings = demoEnvironment({
      given: {},
      mode: "demo",
      port,
      simulatorPort,
      secrets,
      databaseUrl: database.appUrl,
    });
    const environment = { ...process.env, ...settings, NODE_ENV: "production" as const };
    const start = (title: string, spawned: (output: NodeProgram["output"]) => ChildProcess) => {
      const log = path.join(dataDirectory, "logs", `${title}.log`);
      const child = spawned({ file: log });
      group.watch({ title: `The ${title}`, child, log });
      if (child.pid === undefined) throw new Error(`The ${title} could not be started.`);
      return child.pid;
    };
    const waiting = { failed: group.failed, secondsMax: READY_SECONDS_MAX };
    const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
    const appUrl = `http://localhost:${port}`;

    const simulatorArguments = [simulatorPort, seed, peopleCount].map(String);
    start("simulator", (output) =>
      spawnNode({
        script: "tests/bench/simulator.ts",
        arguments: simulatorArguments,
        environment: process.env,
        output,
      }),
    );
    await untilAnswers({ ...waiting, url: simulatorUrl });
    const workerPid = start("worker", (output) =>
      spawnNode({ script: "lib/cli/worker.ts", arguments: [], environment, output }),
    );
    const appPid = start("app", (output) =>
      spawnApp({ command: "start", hostname: "localhost", port, environment, output }),
    );
    await untilAnswers({ ...waiting, url: `${appUrl}/api/ready`, isGood: (response) => response.ok });
    Object.assign(process.env, settings);
    return { seed, appUrl, simulatorUrl, databaseUrl: database.appUrl, appPid, workerPid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
