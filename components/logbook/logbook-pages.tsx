import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { formatNumber } from "@/lib/format/number";
import type { Words } from "@/lib/i18n/translate";
import styles from "./logbook-pages.module.css";

/** Newer and older entries; nothing where one page holds them all. */
export function LogbookPages({
  page,
  pages,
  pageHref,
  words: { t, locale },
}: {
  readonly page: number;
  readonly pages: number;
  readonly pageHref: (page: number) => string;
  readonly words: Words;
}) {
  if (pages === 1) return null;
  const number = (value: number) => formatNumber(value, 0, locale);
  return (
    <nav aria-label={t("logbook.pages.label")} className={styles.pages}>
      <span>
        {page > 1 ? (
          <Link href={pageHref(page - 1)} className={buttonLook({})} rel="prev">
            <Icon name="previous" />
            {t("logbook.pages.newer")}
          </Link>
        ) : null}
      </span>
      <span className={styles.current}>
        {t("logbook.pages.current", { page: number(page), pages: number(pages) })}
      </span>
      <span>
        {page < pages ? (
          <Link href={pageHref(page + 1)} className={buttonLook({})} rel="next">
            {t("logbook.pages.older")}
            <Icon name="next" />
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
