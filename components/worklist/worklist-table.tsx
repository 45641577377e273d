import { useId } from "react";
import { BandPatterns } from "@/components/charts/band-patterns";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { Instant } from "@/lib/clock";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Words } from "@/lib/i18n/translate";
import type { WorklistRow } from "@/lib/worklist/row";
import type { PreviewLabels } from "./preview-placing";
import { COLUMNS, type Column, type ListAddress, type ListQuery } from "./worklist-query";
import { PersonRow } from "./worklist-row";
import styles from "./worklist-table.module.css";

const HINTED = ["change", "episodes", "newest", "worn"] as const;
const isHinted = (column: Column): column is (typeof HINTED)[number] => HINTED.some((one) => one === column);

/** Numbers stand at the right, under the end of their heading. */
const NUMBERS: readonly Column[] = ["change", "average", "gmi", "cv", "newest", "worn", "episodes"];

/** The list as a table; on narrow screens a card for each person. Every heading sorts. */
export function WorklistTable({
  rows,
  query,
  address,
  labels,
  unit,
  now,
  words,
}: {
  readonly rows: readonly WorklistRow[];
  readonly query: ListQuery;
  readonly address: ListAddress;
  readonly labels: PreviewLabels;
  readonly unit: GlucoseUnit;
  readonly now: Instant;
  readonly words: Words;
}) {
  const { t } = words;
  const patterns = useId();
  const named = new Map([...labels.sites, ...labels.tags].map(({ id, name }) => [id, name]));
  return (
    <>
      <svg className={styles.patterns} aria-hidden="true">
        <defs>
          <BandPatterns prefix={patterns} />
        </defs>
      </svg>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={classNames(NUMBERS.includes(column) && styles.number, styles[column])}
                aria-sort={
                  column === query.sort ? (query.order === "asc" ? "ascending" : "descending") : undefined
                }
              >
                <Link
                  href={address.sorted(column)}
                  scroll={false}
                  title={isHinted(column) ? t(`worklist.columnHints.${column}`) : undefined}
                >
                  <span>
                    {t(`worklist.columns.${column}`)}
                    {column === "average" ? <span className={styles.unit}> {unit}</span> : null}
                    {column === "episodes" ? (
                      <span className={styles.unit}> {t("worklist.ofThemVeryLow")}</span>
                    ) : null}
                  </span>
                  {column === query.sort ? (
                    <span aria-hidden="true">{query.order === "asc" ? " ↑" : " ↓"}</span>
                  ) : null}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PersonRow
              key={row.patientId}
              row={row}
              named={named}
              patternPrefix={patterns}
              unit={unit}
              now={now}
              words={words}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
