import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { formatDateRange } from "@/lib/format/date";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import styles from "./day-pages.module.css";

export interface DayPage {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly page: number;
  readonly pages: number;
}

/** Which dates of a long period the table shows, with the way to newer and older ones. */
export function DayPages({
  shown: { from, to, page, pages },
  pageHref,
  words,
}: {
  readonly shown: DayPage;
  readonly pageHref: (page: number) => string;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <nav aria-label={t("statistics.pages.label")} className={styles.pages}>
      {page > 1 ? (
        <Link href={pageHref(page - 1)} className={buttonLook({})} rel="prev">
          <Icon name="previous" />
          {t("statistics.pages.newer")}
        </Link>
      ) : null}
      <p>
        {t("statistics.pages.shown", {
          dates: formatDateRange(from, to, words),
          page: String(page),
          pages: String(pages),
        })}
      </p>
      {page < pages ? (
        <Link href={pageHref(page + 1)} className={buttonLook({})} rel="next">
          {t("statistics.pages.older")}
          <Icon name="next" />
        </Link>
      ) : null}
    </nav>
  );
}
