import { ConsentPanel } from "@/components/forms/consent-panel";
import { CONSENT_VERSION } from "@/lib/connections/schema";
import { DEXCOM_REGIONS } from "@/lib/dexcom/environments";
import { API_PATHS, PATHS } from "@/lib/routes";
import { site } from "@/lib/site";

/** What is agreed to before anybody goes to Dexcom, on sign-in and on reconnect alike. */
export function Consent({
  purpose,
  backHref,
}: {
  readonly purpose: "sign-in" | "reconnect";
  readonly backHref: string;
}) {
  const { environment, delayMinutes, keyBackupDays } = site();
  return (
    <ConsentPanel
      action={API_PATHS.connect}
      fields={{ purpose, consentVersion: CONSENT_VERSION }}
      accounts={DEXCOM_REGIONS[environment].accounts}
      delayMinutes={delayMinutes}
      keyBackupDays={keyBackupDays}
      privacyHref={PATHS.privacy}
      termsHref={PATHS.terms}
      backHref={backHref}
    />
  );
}
