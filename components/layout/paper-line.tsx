import { classNames } from "@/components/ui/class-names";
import { formatClock, formatDate } from "@/lib/format/date";
import type { Freshness } from "@/lib/glucose/figures";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import styles from "./paper-line.module.css";

/**
 * On paper only: when this was made, and lines to write on whose it is. Dexcom does not share a name, and Hindsight asks
 * for none.
 */
export function PaperLine({
  freshness: { now, displayOffsetMinutes },
  words: { t, locale },
}: {
  readonly freshness: Pick<Freshness, "now" | "displayOffsetMinutes">;
  readonly words: Words;
}) {
  // With the year: paper is read long after it was made.
  const date = formatDate(localDateOf(now, displayOffsetMinutes), { locale, style: "full" });
  const time = formatClock(now, displayOffsetMinutes, { locale });
  return (
    <div className={classNames(styles.line, "print-only")}>
      <span className={styles.name}>{t("certificate.nameLine")}</span>
      <span className={styles.birth}>{t("certificate.birthLine")}</span>
      <span>{t("certificate.made", { time: `${date}, ${time}` })}</span>
    </div>
  );
}
