"use client";

import styles from "./chart-table.module.css";

export interface ChartTable {
  readonly columns: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** The numbers of a chart. A long table scrolls inside itself, and the keyboard can reach it to do so. */
export function ChartTableView({
  columns,
  rows,
  name,
  caption,
}: ChartTable & {
  /** Of the region that scrolls. */
  readonly name: string;
  readonly caption: string;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <CellRows columns={columns} rows={rows} />
      </table>
    </div>
  );
}

export function CellRows({ columns, rows }: ChartTable) {
  return (
    <tbody>
      {rows.map((cells, row) => (
        // Two readings can share a minute when the clock went back: the row number tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <tr key={row}>
          {cells.map((cell, column) =>
            column === 0 ? (
              <th key={columns[column]} scope="row">
                {cell}
              </th>
            ) : (
              <td key={columns[column]}>{cell}</td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}
