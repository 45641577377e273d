import { ConsentPanel } from "@/components/forms/consent-panel";
import { consentWords } from "@/components/forms/consent-words";
import type { ConnectPurpose } from "@/lib/connections/mutations-trip";
import { CONSENT_VERSION } from "@/lib/connections/schema";
import { loadWords } from "@/lib/i18n/loaders";
import { API_PATHS } from "@/lib/routes";
import { site } from "@/lib/site";

/** What is agreed to before anybody goes to Dexcom, however they come to go there. */
export async function Consent({
  purpose,
  backHref,
}: {
  readonly purpose: ConnectPurpose;
  readonly backHref: string;
}) {
  return (
    <ConsentPanel
      action={API_PATHS.connect}
      fields={{ purpose, consentVersion: CONSENT_VERSION }}
      backHref={backHref}
      words={consentWords(await loadWords(), site())}
    />
  );
}
