import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { exitWords, keepAlive, restartDelayMs, stopProcess } from "./supervisor";

const node = (script: string) =>
  spawn(process.execPath, ["-e", script], { detached: true, stdio: ["ignore", "pipe", "ignore"] });

const STAYS = `console.log("up"); setInterval(() => {}, 1000);`;
const STUBBORN = `process.on("SIGTERM", () => {}); ${STAYS}`;

async function until(condition: () => boolean): Promise<void> {
  for (let tenth = 0; tenth < 100 && !condition(); tenth += 1) await sleep(50);
  expect(condition()).toBe(true);
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe("restartDelayMs", () => {
  it("starts at a quarter of a second, doubles, and never exceeds eight seconds", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 50].map(restartDelayMs)).toEqual([
      250, 500, 1000, 2000, 4000, 8000, 8000, 8000,
    ]);
  });
});

describe("exitWords", () => {
  it("names the signal or the code", () => {
    expect(exitWords(null, "SIGKILL")).toBe("was ended by SIGKILL");
    expect(exitWords(3, null)).toBe("ended with code 3");
  });
});

describe("keepAlive", () => {
  it("starts a killed process again under a new id, and says both", async () => {
    const started: [number, number][] = [];
    const deaths: string[] = [];
    const kept = keepAlive({
      start: () => node(STAYS),
      onStart: (pid, restarts) => started.push([pid, restarts]),
      onDeath: (words) => deaths.push(words),
      delayMs: () => 10,
    });
    const first = kept.pid();
    if (first === null) throw new Error("not started");
    process.kill(first, "SIGKILL");
    await until(() => started.length === 2);
    expect(deaths).toEqual(["was ended by SIGKILL"]);
    expect(started.map(([, restarts]) => restarts)).toEqual([0, 1]);
    expect(kept.pid()).not.toBe(first);
    const second = kept.pid() ?? 0;
    await kept.stop();
    expect(isAlive(second)).toBe(false);
    expect(deaths).toHaveLength(1);
  });

  it("waits longer after each early death", async () => {
    const asked: number[] = [];
    const kept = keepAlive({
      start: () => node("process.exit(1)"),
      onStart: () => undefined,
      onDeath: () => undefined,
      delayMs: (earlyDeaths) => {
        asked.push(earlyDeaths);
        return 5;
      },
    });
    await until(() => asked.length >= 3);
    await kept.stop();
    expect(asked.slice(0, 3)).toEqual([0, 1, 2]);
  });

  it("starts nothing any more once it is stopped between two starts", async () => {
    let starts = 0;
    const kept = keepAlive({
      start: () => {
        starts += 1;
        return node("process.exit(1)");
      },
      onStart: () => undefined,
      onDeath: () => undefined,
      delayMs: () => 100,
    });
    await until(() => kept.pid() === null);
    await kept.stop();
    await sleep(200);
    expect(starts).toBe(1);
  });
});

describe("stopProcess", () => {
  it("ends by force what does not listen, and what it started", async () => {
    const child = node(
      `const { spawn } = require("node:child_process");
       const inner = spawn(process.execPath, ["-e", ${JSON.stringify(STUBBORN)}], { stdio: ["ignore", "pipe", "ignore"] });
       inner.stdout.once("data", () => console.log(inner.pid)); ${STUBBORN.replace('console.log("up");', "")}`,
    );
    const inner = await new Promise<number>((resolve) =>
      child.stdout?.once("data", (line) => resolve(Number(line))),
    );
    await stopProcess(child, 200);
    expect(child.signalCode).toBe("SIGKILL");
    await until(() => !isAlive(inner));
  });

  it("returns at once for a process that is gone", async () => {
    const child = node("");
    await new Promise((resolve) => child.once("exit", resolve));
    await expect(stopProcess(child)).resolves.toBeUndefined();
  });
});
