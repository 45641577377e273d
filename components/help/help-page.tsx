import { TreatmentNotice } from "@/components/reports/treatment-notice";
import type { Words } from "@/lib/i18n/translate";
import { HELP_TOPICS } from "@/lib/routes";
import type { Site } from "@/lib/site";
import { CgmTopic } from "./cgm-topic";
import { ConnectionTopic } from "./connection-topic";
import { ContactTopic } from "./contact-topic";
import { DelayTopic } from "./delay-topic";
import { DeviceTopic } from "./device-topic";
import { EndingTopic } from "./ending-topic";
import { FiguresTopic } from "./figures-topic";
import styles from "./help-page.module.css";
import { LeftOutTopic } from "./left-out-topic";
import { PurposeTopic } from "./purpose-topic";
import { ReportsTopic } from "./reports-topic";
import { SharingTopic } from "./sharing-topic";
import { Topic } from "./topic";

/** Everything that people ask, on one page with anchors (`HELP_TOPICS`): found with the browser's own search. */
export function HelpPage({
  site,
  dexcomAccountUrl,
  words,
}: {
  readonly site: Site;
  /** Where the permission ends at Dexcom, null when the setting is empty. */
  readonly dexcomAccountUrl: string | null;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <div className={styles.help}>
      <header className={styles.header}>
        <h1>{t("help.title")}</h1>
        <p className={styles.lead}>{t("help.lead")}</p>
        <TreatmentNotice words={words} />
      </header>
      <nav className={styles.contents} aria-label={t("help.contents")}>
        <ol>
          {HELP_TOPICS.map((topic) => (
            <li key={topic}>
              <a href={`#${topic}`}>{t(`help.topics.${topic}`)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.topics}>
        <PurposeTopic words={words} />
        <CgmTopic words={words} />
        <DelayTopic delayMinutes={site.delayMinutes} words={words} />
        <ReportsTopic words={words} />
        <FiguresTopic words={words} />
        <LeftOutTopic words={words} />
        <SharingTopic words={words} />
        <ConnectionTopic words={words} />
        <EndingTopic keyBackupDays={site.keyBackupDays} dexcomAccountUrl={dexcomAccountUrl} words={words} />
        <Topic topic="apple-health" words={words}>
          <p>{t("help.appleHealth.text")}</p>
        </Topic>
        <Topic topic="regions" words={words}>
          <p>{t("help.regions.here", { region: t(`pages.region.${site.environment}`) })}</p>
          <p>{t("help.regions.account")}</p>
          <p>{t("help.regions.open")}</p>
        </Topic>
        <ContactTopic support={site.support} words={words} />
        <DeviceTopic words={words} />
      </div>
    </div>
  );
}
