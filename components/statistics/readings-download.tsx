import { linkTo } from "@/components/ui/link-to";
import { formatDateRange } from "@/lib/format/date";
import type { Period } from "@/lib/glucose/period";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import styles from "./readings-download.module.css";

export interface ReadingsDownloadProps {
  readonly href: string;
  readonly period: Period;
  /** Whether they are the reader's own. */
  readonly isOwn: boolean;
  readonly words: Words;
}

/** The readings of the days in view as a file, for whoever may have them. */
export function ReadingsDownload({ href, period, isOwn, words }: ReadingsDownloadProps) {
  const { t } = words;
  const days = formatDateRange(period.from, period.to, words);
  return (
    <div className={styles.download}>
      {/* A plain link: nothing is fetched, and so nothing recorded, before it is pressed. */}
      <a href={href} download>
        {t("statistics.download.link")}
      </a>
      <p>
        {isOwn
          ? t.rich("statistics.download.own", { days, link: linkTo(PATHS.activity) })
          : t("statistics.download.shared", { days })}
      </p>
    </div>
  );
}
