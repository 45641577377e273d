import { hostname } from "node:os";
import { newId } from "@/lib/ids";

/** Which start of which process on which machine: stands in every lease that a worker takes. */
export interface WorkerIdentity {
  readonly host: string;
  readonly pid: number;
  readonly startId: string;
}

export function thisWorker(): WorkerIdentity {
  return { host: hostname(), pid: process.pid, startId: newId() };
}

export function ownerName({ host, pid, startId }: WorkerIdentity): string {
  return `${host}|${pid}|${startId}`;
}

/**
 * Whether the holder of a lease is certainly gone: it ran on this machine and its process is not there any more, or its
 * number is now ours. Of other machines nothing is known; there the lease's end decides.
 */
export function isGone(
  owner: string,
  self: WorkerIdentity,
  isAlive: (pid: number) => boolean = isProcessAlive,
): boolean {
  const [host, pidText, startId] = owner.split("|");
  const pid = Number(pidText);
  if (host !== self.host || !Number.isSafeInteger(pid) || pid <= 0) return false;
  return pid === self.pid ? startId !== self.startId : !isAlive(pid);
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, under another account.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
