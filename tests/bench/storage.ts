import { Client } from "pg";
import { type Figure, figureOf } from "@/tests/bench/figure";
import { HISTORY_YEARS } from "@/tests/bench/people";

/** Bytes of every table, its indexes and its TOAST included, in all schemas but PostgreSQL's own. */
export type TableSizes = ReadonlyMap<string, number>;

export async function tableSizes(databaseUrl: string): Promise<TableSizes> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; bytes: string }>(
      `SELECT n.nspname || '.' || c.relname AS name, pg_total_relation_size(c.oid) AS bytes
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
         AND n.nspname NOT LIKE 'pg_toast%'`,
    );
    return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
  } finally {
    await client.end();
  }
}

const MEGABYTE = 1_000_000;
const BYTES_MAX = 2 * MEGABYTE;

/** What the import of each person added, per year of history. `sizes` were taken before the first and after each. */
export function storageFigures(sizes: readonly TableSizes[]): Figure[] {
  const perYear = sizes.slice(1).map((after, index) => {
    const before = sizes[index];
    return [...after].map(
      ([name, bytes]) => [name, (bytes - (before?.get(name) ?? 0)) / HISTORY_YEARS] as const,
    );
  });
  const totals = perYear.map((tables) => tables.reduce((sum, [, bytes]) => sum + bytes, 0));
  const [first, ...rest] = totals;
  const grown = perYear.at(-1)?.filter(([, bytes]) => bytes > 0) ?? [];
  return [
    figureOf("stored per patient-year, all tables and indexes", "bytes", {
      samples: rest,
      ...(first === undefined ? {} : { cold: first }),
      target: { max: BYTES_MAX, of: "median" },
      detail: {
        cold: "the first person, with the first pages of every table",
        byTableOfTheLast: Object.fromEntries(
          grown.toSorted(([, a], [, b]) => b - a).map(([name, bytes]) => [name, Math.round(bytes)]),
        ),
      },
    }),
  ];
}
