import { env } from "@/lib/env";

/** Runs once when the server starts. The settings are read here, so that a wrong one stops the start. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { renameUnreadableMethods } = await import("@/lib/api/unreadable-methods");
  renameUnreadableMethods();
  const settings = env();
  if (settings.WORKER === "separate") return;
  const { startWorkerFor } = await import("@/lib/jobs/worker");
  const worker = await startWorkerFor(settings);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void worker.stop());
}
