import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import type { WorklistPage } from "@/lib/worklist/row";
import styles from "./worklist.module.css";
import type { ListAddress } from "./worklist-query";

/** The way through a list that is longer than a page. */
export function WorklistPages({
  list: { page, pages },
  address,
  words: { t },
}: {
  readonly list: WorklistPage;
  readonly address: ListAddress;
  readonly words: Words;
}) {
  if (pages <= 1) return null;
  const step = (to: number, label: string, rel: "prev" | "next") =>
    to < 1 || to > pages ? null : (
      <Link href={address.changed({ page: to })} rel={rel} className={buttonLook({})}>
        {label}
      </Link>
    );
  return (
    <nav aria-label={t("worklist.pages.label")} className={styles.pages}>
      {step(page - 1, t("worklist.pages.previous"), "prev")}
      <span className="muted">{t("worklist.pages.at", { page, pages })}</span>
      {step(page + 1, t("worklist.pages.next"), "next")}
    </nav>
  );
}
