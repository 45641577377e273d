import { createServer } from "node:net";
import { StartProblem } from "@/lib/start-problem";

/** The port of last time when nobody else has it, otherwise any free one. 0: any free one. */
export async function keptOrFreePort(wanted: number, log: (line: string) => void): Promise<number> {
  const kept = await tryPort(wanted, "127.0.0.1");
  if (kept !== null) return kept;
  const other = await findFreePort();
  log(`Port ${wanted} of last time is taken; PostgreSQL uses ${other}.`);
  return other;
}

/** A port that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  const port = await tryPort(0, "127.0.0.1");
  if (port === null) throw new StartProblem("No free network port could be found on 127.0.0.1.");
  return port;
}

/** Whether a server could listen there now: on loopback and on every address, since a browser may try either family. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await tryPort(port, "127.0.0.1")) !== null && (await tryPort(port, undefined)) !== null;
}

/** Listens for a moment; the port that it got, or null when somebody else has it. */
function tryPort(port: number, host: string | undefined): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
