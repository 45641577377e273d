import type { ChildProcess } from "node:child_process";
import { type NodeProgram, spawnNode } from "@/lib/cli/spawn-node";

/**
 * Lets the heap double before all of it is collected. V8 decides by how fast a program allocates; of an app that mostly
 * waits it thinks that it has time, and collects everything after every second or third page, 50 ms each.
 */
const V8_FLAGS = ["--heap-growing-percent=100"];

/** Starts the built app, or Next's development server. */
export function spawnApp(options: {
  readonly command: "start" | "dev";
  readonly port: number;
  /** Which address it listens on; without one, all. */
  readonly hostname?: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly output: NodeProgram["output"];
}): ChildProcess {
  const { command, port, hostname, environment, output } = options;
  return spawnNode({
    script: "node_modules/next/dist/bin/next",
    arguments: [command, ...(hostname ? ["--hostname", hostname] : []), "--port", String(port)],
    nodeFlags: command === "start" ? V8_FLAGS : [],
    environment,
    output,
  });
}
