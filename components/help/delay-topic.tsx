import { delayInWords, delaySentence } from "@/components/time/delay-words";
import type { Words } from "@/lib/i18n/translate";
import styles from "./delay-topic.module.css";
import { HELP_LINKS } from "./help-links";
import { Topic } from "./topic";

/** Why readings come late. Made from the setting, so it is never untrue. */
export function DelayTopic({
  delayMinutes,
  words,
}: {
  readonly delayMinutes: number;
  readonly words: Words;
}) {
  const { t } = words;
  const sentence = delaySentence(delayMinutes, words);
  return (
    <Topic topic="delay" words={words}>
      <p>{t(delayMinutes === 0 ? "help.delay.none" : "help.delay.late", { sentence })}</p>
      {delayMinutes === 0 ? null : <DelayPicture delay={delayInWords(delayMinutes, words)} words={words} />}
      <p>{t("help.delay.through")}</p>
      <p>{t.rich("help.delay.sync", HELP_LINKS)}</p>
      <p>{t("help.delay.receiver")}</p>
    </Topic>
  );
}

/** The last hours as a strip: what is there, what is not yet, and now. */
function DelayPicture({ delay, words: { t } }: { readonly delay: string; readonly words: Words }) {
  return (
    <div className={styles.picture} role="img" aria-label={t("help.delay.picture.label", { delay })}>
      <p className={styles.shown}>{t("help.delay.picture.shown")}</p>
      <p className={styles.awaited}>
        <span>{t("help.delay.picture.awaited", { delay })}</span>
      </p>
      <p className={styles.now}>{t("help.delay.picture.now")}</p>
    </div>
  );
}
