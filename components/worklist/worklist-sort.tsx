import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import { COLUMNS, type ListAddress, type ListQuery } from "./worklist-query";
import styles from "./worklist-sort.module.css";

/** What the headings of the table are for, where the list is cards and has none. */
export function WorklistSort({
  query,
  address,
  words: { t },
}: {
  readonly query: ListQuery;
  readonly address: ListAddress;
  readonly words: Words;
}) {
  const arrow = query.order === "asc" ? "↑" : "↓";
  return (
    <Disclosure
      // Closed again once something was chosen.
      key={`${query.sort} ${query.order}`}
      className={styles.sort}
      summary={
        <>
          {t("worklist.sortedBy", { column: t(`worklist.columns.${query.sort}`) })}
          <Icon name="down" />
        </>
      }
    >
      <ul className={styles.columns}>
        {COLUMNS.map((column) => (
          <li key={column}>
            <Link
              href={address.sorted(column)}
              scroll={false}
              aria-current={column === query.sort ? "true" : undefined}
            >
              {t(`worklist.columns.${column}`)}
              {column === query.sort ? <span aria-hidden="true"> {arrow}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
