"use client";

import type { ReactNode } from "react";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import styles from "./compare-rows.module.css";
import { IntervalMark } from "./interval-mark";

/** A figure of both periods, as it is written. */
export interface CompareRow {
  readonly figure: Difference["figure"];
  readonly name: ReactNode;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  /** Null in a table of figures that have no interval. */
  readonly variation: Variation | null;
  readonly isBeyond: boolean;
}

/** How a difference stands to what is usual, drawn and in words. */
export interface Variation extends Pick<Difference, "difference" | "interval"> {
  readonly judgement: string;
  readonly range: string | null;
  readonly doubt: string | null;
}

/** One row for each figure; on a phone each row becomes a small card with the same words. */
export function CompareRows({
  caption,
  columns,
  rows,
  note,
}: {
  readonly caption: string;
  readonly columns: Readonly<Record<"figure" | "before" | "after" | "difference", string>> & {
    readonly usual: string | null;
  };
  readonly rows: readonly CompareRow[];
  /** Below the table. */
  readonly note: string | null;
}) {
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.figure}</th>
            <th scope="col">{columns.before}</th>
            <th scope="col">{columns.after}</th>
            <th scope="col">{columns.difference}</th>
            {columns.usual === null ? null : <th scope="col">{columns.usual}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ figure, name, before, after, change, variation, isBeyond }) => (
            <tr key={figure} data-beyond={isBeyond || undefined}>
              <th scope="row">{name}</th>
              <td data-label={columns.before} className={styles.value}>
                {before}
              </td>
              <td data-label={columns.after} className={styles.value}>
                {after}
              </td>
              <td data-label={columns.difference} className={styles.change}>
                {change}
              </td>
              {variation === null ? null : (
                <td className={styles.usual}>
                  <VariationCell {...variation} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {note === null ? null : <p className={styles.note}>{note}</p>}
    </>
  );
}

function VariationCell({ difference, interval, judgement, range, doubt }: Variation) {
  return (
    <div className={styles.variation}>
      <IntervalMark difference={difference} interval={interval} />
      <div>
        <p className={range === null ? undefined : styles.judgement}>{judgement}</p>
        {range === null ? null : <p>{range}</p>}
        {doubt === null ? null : <p>{doubt}</p>}
      </div>
    </div>
  );
}
