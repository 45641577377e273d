import { useId } from "react";
import { BandSwatch } from "@/components/charts/band-swatch";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Words } from "@/lib/i18n/translate";
import { FLAGS, type WorklistPage } from "@/lib/worklist/row";
import { BoundForm } from "./bound-filter";
import { boundInWords } from "./bound-words";
import { FLAG_BANDS } from "./flag-bands";
import type { PreviewLabels } from "./preview-placing";
import styles from "./worklist-filters.module.css";
import type { ListAddress, ListQuery } from "./worklist-query";

export type FilterLabels = PreviewLabels;

interface FiltersProps {
  readonly query: ListQuery;
  readonly address: ListAddress;
  readonly words: Words;
}

/** Each reason to look as an address of its own, with how many people it leaves: a view that somebody keeps is a bookmark. */
export function FlagFilters({
  list,
  query,
  address,
  words: { t },
}: FiltersProps & { readonly list: WorklistPage }) {
  const { flags, needLook } = query;
  return (
    <nav aria-label={t("worklist.filters.label")}>
      <ul className={styles.filters}>
        <Filter href={address.changed({ needLook: !needLook })} isOn={needLook} count={list.needLook}>
          {t("worklist.filters.needed")}
        </Filter>
        {FLAGS.map((flag) => {
          const isOn = flags.includes(flag);
          const band = FLAG_BANDS[flag];
          const chosen = isOn ? flags.filter((other) => other !== flag) : [...flags, flag];
          return (
            <Filter
              key={flag}
              href={address.changed({ flags: chosen })}
              isOn={isOn}
              count={list.flagCounts[flag]}
            >
              {band === null ? null : <BandSwatch band={band} className={styles.swatch} />}
              {t(`worklist.flags.${flag}`)}
            </Filter>
          );
        })}
      </ul>
    </nav>
  );
}

/** Who was not reviewed yet, whose figures are within what somebody asks for, and where the clinic keeps people. */
export function PlaceFilters({
  query,
  labels,
  address,
  unit,
  words,
}: FiltersProps & { readonly labels: FilterLabels; readonly unit: GlucoseUnit }) {
  const { notReviewed, siteId, tagId, bounds } = query;
  const { t } = words;
  const boundsId = useId();
  return (
    <nav aria-label={t("worklist.filters.places")}>
      <ul className={styles.filters}>
        <Filter href={address.changed({ notReviewed: !notReviewed })} isOn={notReviewed}>
          {t("worklist.filters.notReviewed")}
        </Filter>
        <li>
          <button type="button" className={styles.filter} popoverTarget={boundsId}>
            {t("worklist.bounds.open")}
            <Icon name="down" />
          </button>
          <BoundForm id={boundsId} query={query} address={address} unit={unit} words={words} />
        </li>
        {bounds.map((bound) => (
          <Filter
            key={bound.column}
            href={address.changed({ bounds: bounds.filter((other) => other !== bound) })}
            isOn
          >
            {boundInWords(bound, unit, words)}
            <Icon name="close" />
          </Filter>
        ))}
        {labels.sites.map(({ id, name }) => (
          <Filter key={id} href={address.changed({ siteId: id === siteId ? null : id })} isOn={id === siteId}>
            <span className={styles.kind}>{t("worklist.filters.site")}</span> {name}
          </Filter>
        ))}
        {labels.tags.map(({ id, name }) => (
          <Filter key={id} href={address.changed({ tagId: id === tagId ? null : id })} isOn={id === tagId}>
            <span className={styles.kind}>{t("worklist.filters.tag")}</span> {name}
          </Filter>
        ))}
      </ul>
    </nav>
  );
}

function Filter({
  href,
  isOn,
  count,
  children,
}: {
  readonly href: string;
  readonly isOn: boolean;
  readonly count?: number;
  readonly children: React.ReactNode;
}) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        className={classNames(styles.filter, count === 0 && !isOn && styles.none)}
        aria-current={isOn ? "true" : undefined}
      >
        {children}
        {count === undefined ? null : <span className={styles.count}> {count}</span>}
      </Link>
    </li>
  );
}
