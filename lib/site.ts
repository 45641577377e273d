import { type DexcomEnvironment, env } from "./env";

/** What a visitor may know of this installation before signing in. */
export interface Site {
  readonly environment: DexcomEnvironment;
  readonly operator: string | null;
  readonly support: string | null;
  readonly delayMinutes: number;
  readonly keyBackupDays: number;
  readonly simulated: boolean;
}

export function site(): Site {
  const settings = env();
  return {
    environment: settings.DEXCOM_ENVIRONMENT,
    operator: settings.OPERATOR_NAME ?? null,
    support: settings.SUPPORT_CONTACT ?? null,
    delayMinutes: settings.DEXCOM_DATA_DELAY_MINUTES,
    keyBackupDays: settings.KEY_BACKUP_DAYS,
    simulated: settings.DEXCOM_ENVIRONMENT === "simulator" || settings.DEXCOM_ENVIRONMENT === "sandbox",
  };
}
