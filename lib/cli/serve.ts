import { CLINICIAN_ADDRESS } from "@/lib/cli/demo-clinic/clinician";
import { type RunningHindsight, startHindsight } from "@/lib/cli/hindsight";
import { createProgress } from "@/lib/cli/progress";
import { DATA_DIRECTORY } from "@/lib/cli/project";
import { untilInterrupted } from "@/lib/cli/until-interrupted";
import { PATHS } from "@/lib/routes";
import { StartProblem } from "@/lib/start-problem";

/** Starts the demo or development, says what to open, and stays until Ctrl-C. */
export async function serveUntilStopped(mode: "demo" | "dev"): Promise<void> {
  const began = performance.now();
  const progress = createProgress();
  const calledOff = new AbortController();
  const interrupted = untilInterrupted().then(() => calledOff.abort());
  progress.say(
    mode === "demo" ? "Starting Hindsight with the Dexcom simulator" : "Starting Hindsight for development",
  );
  const hindsight = await startHindsight({
    mode,
    environment: process.env,
    dataDirectory: DATA_DIRECTORY,
    simulatorArguments: process.argv.slice(2),
    withClinic: mode === "demo",
    progress,
    signal: calledOff.signal,
  }).catch((error: unknown) => {
    if (calledOff.signal.aborted) return null;
    throw error;
  });
  if (hindsight === null) return progress.say("Stopped before it was ready; the data is kept.");
  progress.say(welcome(hindsight, performance.now() - began));

  const ended = await Promise.race([interrupted.then(() => null), hindsight.failed]);
  progress.say(ended === null ? "\nStopping …" : `\n${ended}\nStopping the rest …`);
  await hindsight.stop();
  progress.say("Everything is stopped; the data is kept.");
  if (ended !== null) throw new StartProblem("Hindsight stopped because a part of it ended by itself.");
}

function welcome(hindsight: RunningHindsight, tookMs: number): string {
  const workerPid = hindsight.workerPid();
  const clinic = `
  Clinic    sign in by e-mail as ${CLINICIAN_ADDRESS}; the message arrives at ${hindsight.url}${PATHS.mailbox}`;
  return `
Hindsight is ready (${(tookMs / 1000).toFixed(0)} s).

  Open      ${hindsight.url}
  Sign in   with Dexcom as User7 (G7), User8 (ONE+), User6 (G6), User4 (G6 receiver) or another person of the list;
            any name will do as signature${hindsight.hasClinic ? clinic : ""}
  Dexcom    is the simulator at ${hindsight.simulatorUrl}, its permissions page ${hindsight.simulatorUrl}/permissions
  Worker    ${workerPid === null ? "inside the app" : `process ${workerPid}`}
  Data      ${DATA_DIRECTORY}, kept for the next start; logs in ${DATA_DIRECTORY}/logs

Press Ctrl-C to stop.`;
}
