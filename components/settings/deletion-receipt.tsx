import { Question } from "@/components/help/question";
import { formatDate } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import styles from "./delete-everything.module.css";
import { GrantAtDexcom } from "./grant-at-dexcom";

/** What the person keeps after everything is gone. Nothing in it says who they were. */
export function DeletionReceipt({
  receipt,
  dexcomAccountUrl,
  words,
}: {
  readonly receipt: { readonly id: string; readonly erasedAt: number; readonly completeAt: number };
  readonly dexcomAccountUrl: string | null;
  readonly words: Words;
}) {
  // The person's own clock is deleted with everything else, so the receipt counts in UTC and says so.
  const { t, locale } = words;
  const date = (instant: number) =>
    t("pages.deleted.date", { date: formatDate(localDateOf(instant, 0), { locale, style: "full" }) });
  return (
    <div className={styles.panel}>
      <h1>{t("pages.deleted.title")}</h1>
      <p>{t("pages.deleted.text")}</p>
      <dl className={styles.items}>
        <div>
          <dt>{t("pages.deleted.receipt")}</dt>
          <dd>{receipt.id}</dd>
        </div>
        <div>
          <dt>{t("pages.deleted.on")}</dt>
          <dd>{date(receipt.erasedAt)}</dd>
        </div>
        <div>
          <dt>{t("pages.deleted.by")}</dt>
          <dd>{date(receipt.completeAt)}</dd>
        </div>
      </dl>
      <GrantAtDexcom accountUrl={dexcomAccountUrl} words={words} />
      <p>
        <Question about="ending" words={words} />
      </p>
    </div>
  );
}
