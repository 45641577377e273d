import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export const MIGRATIONS_DIRECTORY = path.join(process.cwd(), "prisma", "migrations");

/** One folder of `prisma/migrations`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hex: what Prisma's own `migrate deploy` writes and compares. */
  readonly checksum: string;
}

/** A row of `_prisma_migrations`. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** All migrations in the order of their names, which begin with a timestamp. */
export async function readMigrations(directory = MIGRATIONS_DIRECTORY): Promise<readonly Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

export type MigrationPlan =
  | { readonly ok: true; readonly pending: readonly Migration[] }
  | { readonly ok: false; readonly fault: string };

/**
 * What is left to apply, or one sentence on why nothing may be applied: the database was changed by other code than
 * this, and guessing would put data at risk.
 */
export function planMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): MigrationPlan {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const migration = byName.get(name);
    if (!finished)
      return refuse(
        `Migration ${name} began but did not finish; restore the database or mark it as rolled back.`,
      );
    if (!migration)
      return refuse(
        `The database has migration ${name}, which this version of Hindsight does not know; use a newer one.`,
      );
    if (migration.checksum !== checksum)
      return refuse(`Migration ${name} was changed after it had been applied; restore the file as it was.`);
  }
  const done = new Set(applied.map(({ name }) => name));
  const pending = known.filter(({ name }) => !done.has(name));
  const newestApplied = applied
    .map(({ name }) => name)
    .sort()
    .at(-1);
  const late = pending.find(({ name }) => newestApplied !== undefined && name < newestApplied);
  if (late) return refuse(`Migration ${late.name} is older than ones already applied; give it a newer name.`);
  return { ok: true, pending };
}

function refuse(fault: string): MigrationPlan {
  return { ok: false, fault };
}
