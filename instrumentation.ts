import { env } from "@/lib/env";

/** Runs once before the server answers anything. The settings are read here, so that a wrong one stops the start. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { renameUnreadableMethods } = await import("@/lib/api/unreadable-methods");
  renameUnreadableMethods();
  const { compressPagesWhole } = await import("@/lib/api/whole-answers");
  compressPagesWhole();
  const settings = env();
  const { nameClientNetworks } = await import("@/lib/api/client-network");
  nameClientNetworks(settings.TRUSTED_PROXIES);
  // A restored backup can hold people who were deleted after it was made: they go again before anybody is served.
  const { applyErasures } = await import("@/lib/patients/mutations-erasure");
  await applyErasures();
  if (settings.WORKER === "separate") return;
  const { startWorkerFor } = await import("@/lib/jobs/worker");
  const { LANGUAGES } = await import("@/lib/i18n/languages");
  const { wordsFor } = await import("@/lib/i18n/words");
  const languages = LANGUAGES.map(({ code }) => wordsFor(code));
  const worker = await startWorkerFor(settings, languages);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void worker.stop());
}
