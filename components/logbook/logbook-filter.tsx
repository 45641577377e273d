import { EventSign } from "@/components/charts/event-marks";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { formatNumber } from "@/lib/format/number";
import { LOGBOOK_KINDS, type LogbookKind } from "@/lib/glucose/logbook";
import type { Words } from "@/lib/i18n/translate";
import styles from "./logbook-filter.module.css";

export interface LogbookFilterProps {
  readonly counts: ReadonlyMap<LogbookKind, number>;
  /** Empty for all. */
  readonly kinds: readonly LogbookKind[];
  readonly find: string;
  readonly findMax: number;
  readonly path: string;
  /** What a search keeps: the period and the kinds. */
  readonly kept: Readonly<Record<string, string>>;
  readonly kindsHref: (kinds: readonly LogbookKind[]) => string;
  readonly clearHref: string;
  readonly words: Words;
}

/** Which kinds to show, each with its count, and a search in notes: addresses all of them. */
export function LogbookFilter(props: LogbookFilterProps) {
  const { counts, kinds, find, kindsHref, words } = props;
  const { t, locale } = words;
  const there = LOGBOOK_KINDS.filter((kind) => (counts.get(kind) ?? 0) > 0 || kinds.includes(kind));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.filter}>
      <nav aria-label={t("logbook.kinds.label")}>
        <ul className={styles.kinds}>
          <li>
            <Link
              href={kindsHref([])}
              scroll={false}
              className={styles.kind}
              aria-current={kinds.length === 0 ? "true" : undefined}
            >
              {t("logbook.kinds.all")} <span className={styles.count}>{formatNumber(all, 0, locale)}</span>
            </Link>
          </li>
          {there.map((kind) => (
            <li key={kind}>
              <Link
                href={kindsHref(toggled(kinds, kind))}
                scroll={false}
                className={styles.kind}
                aria-current={kinds.includes(kind) ? "true" : undefined}
              >
                <EventSign type={kind} />
                {t(`logbook.kinds.${kind}`)}{" "}
                <span className={styles.count}>{formatNumber(counts.get(kind) ?? 0, 0, locale)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form action={props.path} method="get" className={styles.find}>
        {Object.entries(props.kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="find">{t("logbook.find.label")}</label>
        <input
          id="find"
          type="search"
          name="find"
          defaultValue={find}
          maxLength={props.findMax}
          autoComplete="off"
        />
        <button type="submit" className={buttonLook({})}>
          {t("logbook.find.button")}
        </button>
        {find === "" ? null : (
          <Link href={props.clearHref} className={styles.clear}>
            {t("logbook.find.clear")}
          </Link>
        )}
      </form>
    </div>
  );
}

/** The kinds with one more or one fewer. */
function toggled(kinds: readonly LogbookKind[], kind: LogbookKind): readonly LogbookKind[] {
  return kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
}
