import { ShareAction } from "@/components/sharing/share-action";
import { SharePart } from "@/components/sharing/share-card";
import sharing from "@/components/sharing/sharing.module.css";
import { Disclosure } from "@/components/ui/disclosure";
import type { Words } from "@/lib/i18n/translate";
import { writtenInGroups } from "@/lib/read-aloud-code";
import styles from "./clinics.module.css";

/** The code that patients enter, large enough to be read aloud; administrators may make another. */
export function TeamCode({
  code,
  clinic,
  renewUrl,
  words: { t },
}: {
  readonly code: string;
  readonly clinic: string;
  /** Null for whoever does not manage the clinic. */
  readonly renewUrl: string | null;
  readonly words: Words;
}) {
  return (
    <SharePart id="code" title={t("clinics.code.title")} facts={t("clinics.code.facts")}>
      <p className={sharing.code}>{writtenInGroups(code)}</p>
      <p className="muted">{t("clinics.code.managed", { clinic })}</p>
      {renewUrl === null ? null : (
        <Disclosure summary={t("clinics.code.open")} className={styles.more}>
          <div className={styles.opened}>
            <p>{t("clinics.code.renewText")}</p>
            <ShareAction
              url={renewUrl}
              body={{}}
              label={t("clinics.code.renew")}
              pending={t("clinics.code.renewing")}
              said={t("clinics.code.renewed")}
            />
          </div>
        </Disclosure>
      )}
    </SharePart>
  );
}
