import { Question } from "@/components/help/question";
import type { Words } from "@/lib/i18n/translate";
import styles from "./device-settings.module.css";
import { OfflineSwitch } from "./offline-switch";
import { COPY_HOURS } from "./sealed-copy";

/** Offline reading with everything that one should know before turning it on, and how to install Hindsight. */
export function DeviceSettings({
  days,
  words,
}: {
  /** Days of the overview that is kept. */
  readonly days: number;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <>
      <section className={styles.part} aria-labelledby="offline-copy">
        <h2 id="offline-copy">{t("offline.device.copy")}</h2>
        <p>{t("offline.device.what", { days: String(days) })}</p>
        <ul className={styles.terms}>
          <li>{t("offline.device.safe", { hours: String(COPY_HOURS) })}</li>
          <li>{t("offline.device.ends")}</li>
          <li>{t("offline.device.others")}</li>
        </ul>
        <OfflineSwitch />
      </section>
      <section className={styles.part} aria-labelledby="install">
        <h2 id="install">{t("offline.device.install")}</h2>
        <p>{t("offline.device.installText")}</p>
        <dl className={styles.ways}>
          {(["phone", "android", "computer"] as const).map((way) => (
            <div key={way}>
              <dt>{t(`offline.device.${way}`)}</dt>
              <dd>{t(`offline.device.${way}How`)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Question about="device" words={words} />
        </p>
      </section>
    </>
  );
}
