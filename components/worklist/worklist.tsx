import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Instant } from "@/lib/clock";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Words } from "@/lib/i18n/translate";
import type { WorklistPage } from "@/lib/worklist/row";
import styles from "./worklist.module.css";
import { WorklistEmpty } from "./worklist-empty";
import { type FilterLabels, FlagFilters, PlaceFilters } from "./worklist-filters";
import { type HostedPatient, WorklistHost } from "./worklist-host";
import { KEYS_ID, WorklistKeys } from "./worklist-keys";
import { WorklistLegend } from "./worklist-legend";
import { WorklistPages } from "./worklist-pages";
import { WorklistPaper } from "./worklist-paper";
import { isNarrowed, type ListAddress, type ListQuery } from "./worklist-query";
import { WorklistSearch } from "./worklist-search";
import { WorklistSort } from "./worklist-sort";
import { WorklistTable } from "./worklist-table";

export interface WorklistProps {
  readonly list: WorklistPage;
  readonly query: ListQuery;
  /** The name that is searched for; empty for none. */
  readonly search: string;
  readonly searchUrl: string;
  readonly labels: FilterLabels;
  /** The list with something of its query changed. */
  readonly address: ListAddress;
  readonly clinic: string;
  /** Which people enter to share with the clinic. */
  readonly code: string;
  readonly teamHref: string;
  readonly patients: readonly HostedPatient[];
  readonly host: Omit<Parameters<typeof WorklistHost>[0], "patients" | "words" | "keysId" | "children">;
  readonly unit: GlucoseUnit;
  readonly now: Instant;
  readonly words: Words;
}

/** Everybody who shares with a clinic, who needs a look first on top, and one of them beside the list. */
export function Worklist({ list, host, patients, words, ...props }: WorklistProps) {
  const { t } = words;
  const { query, search, address, labels, unit } = props;
  if (list.total === 0) {
    const { clinic, code, teamHref } = props;
    return <WorklistEmpty clinic={clinic} code={code} teamHref={teamHref} words={words} />;
  }
  // A name that is searched for stays: it is ended where it stands.
  const clear = search === "" ? t("worklist.filters.clear") : t("worklist.filters.clearFilters");
  return (
    <WorklistHost
      {...host}
      patients={patients}
      words={{
        reviewing: t("worklist.said.reviewing"),
        reviewed: t("worklist.said.reviewed", { name: "{name}" }),
        undo: t("worklist.said.undo"),
        undoing: t("worklist.said.undoing"),
        undone: t("worklist.said.undone", { name: "{name}" }),
      }}
      keysId={KEYS_ID}
    >
      <header className={styles.head}>
        <h1>{t("worklist.title")}</h1>
        <p className="muted">
          {t("worklist.count", { total: list.total, need: list.needLook })}
          {list.found < list.total ? (
            <span className={styles.found}>
              {t("worklist.found", { found: list.found, total: list.total })}
            </span>
          ) : null}
        </p>
        {isNarrowed(query) ? (
          <Link href={address.everybody} scroll={false} className={styles.everybody}>
            {clear}
          </Link>
        ) : null}
        <WorklistKeys words={words} />
      </header>
      <div className={styles.narrow}>
        <div className={styles.first}>
          <WorklistSearch
            action={props.searchUrl}
            firstPage={list.page === 1 ? null : address.changed({ page: 1 })}
            searched={search}
            words={{
              label: t("worklist.search.label"),
              submit: t("worklist.search.submit"),
              clear: t("worklist.search.clear"),
              shown: search === "" ? null : t("worklist.search.shown", { name: search }),
              pending: t("worklist.search.pending"),
            }}
          />
          <PlaceFilters query={query} labels={labels} address={address} unit={unit} words={words} />
        </div>
        <FlagFilters list={list} query={query} address={address} words={words} />
        <WorklistSort query={query} address={address} words={words} />
      </div>
      <WorklistPaper
        query={query}
        labels={labels}
        search={search}
        unit={unit}
        now={props.now}
        words={words}
      />
      {list.rows.length === 0 ? (
        <Notice
          icon="info"
          title={t("worklist.empty.nobodyFound")}
          actions={
            isNarrowed(query) ? (
              <Link href={address.everybody} className={buttonLook({})}>
                {clear}
              </Link>
            ) : null
          }
        >
          <p>{t("worklist.empty.nobodyFoundText")}</p>
        </Notice>
      ) : (
        <WorklistTable
          rows={list.rows}
          query={query}
          address={address}
          labels={labels}
          unit={unit}
          now={props.now}
          words={words}
        />
      )}
      <WorklistPages list={list} address={address} words={words} />
      <WorklistLegend unit={unit} words={words} />
    </WorklistHost>
  );
}
