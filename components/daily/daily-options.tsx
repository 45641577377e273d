import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { formatOffset } from "@/lib/format/date";
import type { Words } from "@/lib/i18n/translate";
import styles from "./daily-options.module.css";

export interface DailyOptionsProps {
  readonly stripDays: number;
  readonly stripChoices: readonly number[];
  /** The chosen display offset; null for each reading's own. */
  readonly zone: number | null;
  /** The offsets to choose from; nothing is offered where there is one only. */
  readonly offsets: readonly number[];
  readonly hrefOf: (choice: { readonly stripDays: number; readonly zone: number | null }) => string;
}

/** How many days stand under one another, and on which clock they are drawn: links, so that the address says it all. */
export function DailyOptions({
  stripDays,
  stripChoices,
  zone,
  offsets,
  hrefOf,
  words: { t },
}: DailyOptionsProps & { readonly words: Words }) {
  const zones = [...new Set([...offsets, ...(zone === null ? [] : [zone])])].sort((a, b) => a - b);
  return (
    <div className={styles.options}>
      <Choice label={t("daily.view.label")}>
        {stripChoices.map((days) => (
          <Option key={days} href={hrefOf({ stripDays: days, zone })} isChosen={days === stripDays}>
            {t("daily.view.days", { count: days })}
          </Option>
        ))}
      </Choice>
      {zones.length > 1 || zone !== null ? (
        <Choice label={t("daily.zone.label")}>
          <Option href={hrefOf({ stripDays, zone: null })} isChosen={zone === null}>
            {t("daily.zone.asWorn")}
          </Option>
          {zones.map((offset) => (
            <Option key={offset} href={hrefOf({ stripDays, zone: offset })} isChosen={offset === zone}>
              {formatOffset(offset)}
            </Option>
          ))}
        </Choice>
      ) : null}
      {zone === null ? null : (
        <p className={styles.note}>{t("daily.zone.note", { zone: formatOffset(zone) })}</p>
      )}
    </div>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.choice}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <ul>{children}</ul>
    </nav>
  );
}

function Option({
  href,
  isChosen,
  children,
}: {
  readonly href: string;
  readonly isChosen: boolean;
  readonly children: string;
}) {
  return (
    <li>
      <Link href={href} aria-current={isChosen ? "true" : undefined} className={styles.option}>
        {children}
      </Link>
    </li>
  );
}
