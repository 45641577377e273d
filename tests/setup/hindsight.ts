import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startHindsight } from "@/lib/cli/hindsight";
import { createProgress } from "@/lib/cli/progress";
import { inProject } from "@/lib/cli/project";
import { e2eAddresses, handOverDataDirectory } from "@/tests/setup/e2e-addresses";
import { personArguments } from "@/tests/support/browser-people";

/** Starts the demo as a newcomer would, on free ports and with a data folder of its own, for all browser tests. */
export default async function setup(): Promise<() => Promise<void>> {
  const { port, simulatorPort } = e2eAddresses();
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "hindsight-browser-"));
  chmodSync(dataDirectory, 0o711);
  handOverDataDirectory(dataDirectory);
  const hindsight = await startHindsight({
    mode: "demo",
    // Nothing of the machine's own settings: these tests always use the embedded database.
    environment: { PORT: String(port), DEXCOM_SIMULATOR_PORT: String(simulatorPort) },
    dataDirectory,
    simulatorArguments: personArguments(),
    progress: createProgress(),
  });
  return async () => {
    await hindsight.stop();
    const logs = path.join(dataDirectory, "logs");
    if (existsSync(logs)) cpSync(logs, inProject("tests/.results/logs"), { recursive: true });
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}
