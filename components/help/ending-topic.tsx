import { GrantAtDexcom } from "@/components/settings/grant-at-dexcom";
import type { Words } from "@/lib/i18n/translate";
import styles from "./ending-topic.module.css";
import { HELP_LINKS } from "./help-links";
import { Topic } from "./topic";

const WAYS = ["keep", "delete", "everything", "remove", "signOut"] as const;

/** What ends where: Hindsight's part here, the permission itself at Dexcom. */
export function EndingTopic({
  keyBackupDays,
  dexcomAccountUrl,
  words,
}: {
  readonly keyBackupDays: number;
  readonly dexcomAccountUrl: string | null;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <Topic topic="ending" words={words}>
      <p>{t("help.ending.intro")}</p>
      <table className={styles.ways}>
        <caption className="visually-hidden">{t("help.ending.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("help.ending.action")}</th>
            <th scope="col">{t("help.ending.here")}</th>
            <th scope="col">{t("help.ending.dexcom")}</th>
          </tr>
        </thead>
        <tbody>
          {WAYS.map((way) => (
            <tr key={way}>
              <th scope="row">{t.rich(`help.ending.${way}.action`, HELP_LINKS)}</th>
              <td>
                <span className={styles.where} aria-hidden="true">
                  {t("help.ending.here")}
                </span>
                {t(`help.ending.${way}.here`, { days: keyBackupDays })}
              </td>
              <td>
                <span className={styles.where} aria-hidden="true">
                  {t("help.ending.dexcom")}
                </span>
                {t(`help.ending.${way}.dexcom`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <GrantAtDexcom accountUrl={dexcomAccountUrl} words={words} />
    </Topic>
  );
}
