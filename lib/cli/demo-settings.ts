import type { LocalSecrets } from "@/lib/cli/secrets";
import { type Env, readEnv, SETTING_NAMES } from "@/lib/env";

/** For checks and builds before a database exists; never connected to. */
export const NO_DATABASE_YET = "postgresql://127.0.0.1/not-yet";

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of a demo or of development: the person's own, on top of generated secrets and the simulator. */
export function demoEnvironment(options: {
  readonly given: Environment;
  readonly mode: "demo" | "dev";
  readonly port: number;
  readonly simulatorPort: number;
  readonly secrets: Pick<LocalSecrets, "NEXTAUTH_SECRET" | "ENCRYPTION_KEYS" | "LOOKUP_KEY">;
  readonly databaseUrl: string;
}): Record<string, string> {
  const { given, mode, port, simulatorPort, secrets, databaseUrl } = options;
  const simulator = `http://127.0.0.1:${simulatorPort}`;
  // Every name is set, if only to nothing: Next reads .env by itself, and a production .env must not leak into a demo.
  const own = Object.fromEntries(SETTING_NAMES.map((name) => [name, given[name] ?? ""]));
  return {
    ...own,
    NEXTAUTH_SECRET: given["NEXTAUTH_SECRET"] || secrets.NEXTAUTH_SECRET,
    ENCRYPTION_KEYS: given["ENCRYPTION_KEYS"] || secrets.ENCRYPTION_KEYS,
    LOOKUP_KEY: given["LOOKUP_KEY"] || secrets.LOOKUP_KEY,
    HINDSIGHT_MODE: mode,
    PORT: String(port),
    NEXTAUTH_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: "",
    DEXCOM_ENVIRONMENT: "simulator",
    DEXCOM_SIMULATOR_PORT: String(simulatorPort),
    DEXCOM_SIMULATOR_ORIGIN: simulator,
    DEXCOM_ACCOUNT_URL: `${simulator}/permissions`,
    WORKER: mode === "demo" ? "separate" : "in-process",
  };
}

/** Reads what the person set for a demo or for development; throws a `SettingError` that names the first fault. */
export function readDemoSettings(given: Environment, mode: "demo" | "dev"): Env {
  return readEnv({
    ...given,
    HINDSIGHT_MODE: mode,
    DEXCOM_ENVIRONMENT: "simulator",
    DATABASE_URL: given["DATABASE_URL"] || NO_DATABASE_YET,
  });
}
