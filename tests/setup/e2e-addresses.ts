import { spawnSync } from "node:child_process";

const VARIABLE = "HINDSIGHT_E2E_PORTS";
const DATA_VARIABLE = "HINDSIGHT_E2E_DATA";

/** Three free ports, asked for in a process of its own because Playwright reads its configuration synchronously. */
const ASK_FOR_PORTS = `
  const { createServer } = require("node:net");
  const servers = [createServer(), createServer(), createServer()];
  let open = 0;
  for (const server of servers) server.listen(0, "127.0.0.1", () => {
    open += 1;
    if (open === servers.length) { console.log(servers.map((s) => s.address().port).join(",")); servers.forEach((s) => s.close()); }
  });`;

/** Where this run's app, simulator and hospital's sign-in are. Chosen once; the workers inherit the choice through the environment. */
export function e2eAddresses(): {
  appUrl: string;
  simulatorUrl: string;
  oidcUrl: string;
  port: number;
  simulatorPort: number;
  oidcPort: number;
} {
  process.env[VARIABLE] ??= spawnSync(process.execPath, ["-e", ASK_FOR_PORTS], {
    encoding: "utf8",
  }).stdout.trim();
  const [port = 0, simulatorPort = 0, oidcPort = 0] = process.env[VARIABLE].split(",").map(Number);
  return {
    port,
    simulatorPort,
    oidcPort,
    appUrl: `http://localhost:${port}`,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    oidcUrl: `http://127.0.0.1:${oidcPort}`,
  };
}

/** Where this run keeps its database and secrets: tests that move rows or look for leaks open them from there. */
export function handOverDataDirectory(directory: string): void {
  process.env[DATA_VARIABLE] = directory;
}

export function e2eDataDirectory(): string {
  const directory = process.env[DATA_VARIABLE];
  if (directory === undefined) throw new Error("The browser tests run without their setup.");
  return directory;
}
