import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PROJECT_ROOT } from "@/lib/cli/project";
import { lastLines, runProgram } from "@/lib/cli/run-program";
import { untilAnswers } from "@/lib/cli/until-answers";
import { findFreePort } from "@/lib/db/embedded-port";
import { SETTING_NAMES } from "@/lib/env";
import { type Figure, figureOf, rounded, timed } from "@/tests/bench/figure";

const SECONDS_MAX = 240;
const READY_SECONDS_MAX = 600;

/** What a newcomer waits for: clone, install with a warm package cache, and the demo until its first page answers. */
export async function measureClone(say: (line: string) => void): Promise<Figure[]> {
  const parent = mkdtempSync(path.join(tmpdir(), "hindsight-clone-"));
  chmodSync(parent, 0o711);
  const clone = path.join(parent, "hindsight");
  const environment = newcomersEnvironment();
  const run = (cwd: string, command: string, ...args: string[]) =>
    timed(async () => {
      say(`${command} ${args[0]} …`);
      const { code, output } = await runProgram({ command, arguments: args, cwd, environment });
      if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${lastLines(output, 20)}`);
    });
  try {
    const cloning = await run(parent, "git", "clone", "--quiet", "--no-hardlinks", PROJECT_ROOT, clone);
    const installing = await run(clone, "npm", "install");
    const starting = await timed(() => demoUntilFirstPage(clone, environment, say));
    const seconds = [cloning, installing, starting].map(({ ms }) => rounded(ms / 1000) ?? 0);
    const [clone_, install, demo] = seconds;
    return [
      figureOf("from git clone to the first page", "s", {
        samples: [seconds.reduce((sum, part) => sum + part, 0)],
        target: { max: SECONDS_MAX, of: "median" },
        detail: { clone: clone_, install, demo, of: "the last commit, with this machine's package cache" },
      }),
    ];
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function demoUntilFirstPage(
  clone: string,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<void> {
  const [port, simulatorPort] = [await findFreePort(), await findFreePort()];
  const demo = spawn("npm", ["run", "demo"], {
    cwd: clone,
    env: { ...environment, PORT: String(port), DEXCOM_SIMULATOR_PORT: String(simulatorPort) },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  say("npm run demo …");
  let output = "";
  demo.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  demo.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const { promise: failed, resolve: fail } = Promise.withResolvers<string>();
  const gone = new Promise<void>((resolve) => demo.once("exit", () => resolve()));
  demo.once("exit", () => fail(`The demo ended:\n${lastLines(output, 20)}`));
  try {
    await untilAnswers({
      url: `http://localhost:${port}/`,
      failed,
      secondsMax: READY_SECONDS_MAX,
      isGood: (response) => response.ok,
    });
  } finally {
    // Ctrl-C in the newcomer's terminal.
    if (demo.pid !== undefined && demo.exitCode === null) process.kill(-demo.pid, "SIGINT");
    await gone;
  }
}

/** Without what `npm run` and this run's own settings added: the newcomer's shell knows nothing of them. */
function newcomersEnvironment(): NodeJS.ProcessEnv {
  const added = /^(npm_|INIT_CWD$|NODE_ENV$)/i;
  const kept = Object.entries(process.env).filter(
    ([name]) => !added.test(name) && !SETTING_NAMES.some((setting) => setting === name),
  );
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const own = folders.filter((folder) => !folder.endsWith(path.join("node_modules", ".bin")));
  return Object.assign({} as NodeJS.ProcessEnv, Object.fromEntries(kept), {
    PATH: own.join(path.delimiter),
  });
}
