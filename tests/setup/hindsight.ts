import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startHindsight } from "@/lib/cli/hindsight";
import { createProgress } from "@/lib/cli/progress";
import { inProject } from "@/lib/cli/project";
import { e2eAddresses, handOverDataDirectory } from "@/tests/setup/e2e-addresses";
import { personArguments } from "@/tests/support/browser-people";
import { HOSPITAL, startOidcProvider } from "@/tests/support/oidc-provider";

/** Starts the demo as a newcomer would, on free ports and with a data folder of its own, for all browser tests. */
export default async function setup(): Promise<() => Promise<void>> {
  const { port, simulatorPort, appUrl, oidcUrl, oidcPort } = e2eAddresses();
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "hindsight-browser-"));
  chmodSync(dataDirectory, 0o711);
  handOverDataDirectory(dataDirectory);
  const hospital = await startOidcProvider({
    port: oidcPort,
    issuer: oidcUrl,
    redirectUri: `${appUrl}/api/auth/callback/oidc`,
  });
  const hindsight = await startHindsight({
    mode: "demo",
    // Nothing of the machine's own settings: these tests always use the embedded database.
    environment: {
      PORT: String(port),
      DEXCOM_SIMULATOR_PORT: String(simulatorPort),
      OIDC_ISSUER: oidcUrl,
      OIDC_CLIENT_ID: HOSPITAL.clientId,
      OIDC_CLIENT_SECRET: HOSPITAL.clientSecret,
      OIDC_NAME: HOSPITAL.name,
    },
    dataDirectory,
    simulatorArguments: personArguments(),
    progress: createProgress(),
  });
  return async () => {
    await hindsight.stop();
    await hospital.stop();
    const logs = path.join(dataDirectory, "logs");
    if (existsSync(logs)) cpSync(logs, inProject("tests/.results/logs"), { recursive: true });
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}
