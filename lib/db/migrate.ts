import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";
import {
  type AppliedMigration,
  MIGRATIONS_DIRECTORY,
  type Migration,
  planMigrations,
  readMigrations,
} from "./migrations";
import { installQueueSchema } from "./queue-schema";

// The number under which Prisma's own `migrate deploy` locks, so that the two never run at once.
const PRISMA_MIGRATE_LOCK = 72_707_369;

// Column for column what Prisma creates.
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const APPLIED = `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
  FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`;

interface MigrateOptions {
  /** The owner's address. */
  readonly adminUrl: string;
  readonly log: (message: string) => void;
  readonly directory?: string;
}

/**
 * Brings the database to the structure that this version expects: the migrations of `prisma/migrations`, then the job
 * queue's own schema. Keeps Prisma's history table, so `prisma migrate deploy` can take over at any time. Two starts
 * at once wait for each other. Throws a `StartProblem` of one sentence when the history does not fit.
 */
export async function migrateDatabase({
  adminUrl,
  log,
  directory = MIGRATIONS_DIRECTORY,
}: MigrateOptions): Promise<void> {
  const known = await readMigrations(directory);
  const client = await connect(adminUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_MIGRATE_LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(HISTORY_TABLE);
    const { rows } = await client.query<AppliedMigration>(APPLIED);
    const plan = planMigrations(known, rows);
    if (!plan.ok) throw new StartProblem(plan.fault);
    for (const migration of plan.pending) {
      log(`Applying migration ${migration.name}`);
      await apply(client, migration);
    }
    await installQueueSchema(adminUrl, client);
  } finally {
    await client.end();
  }
}

async function connect(adminUrl: string): Promise<Client> {
  const client = new Client({ connectionString: adminUrl, application_name: "hindsight-migrate" });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new StartProblem(
      `The database at DATABASE_ADMIN_URL does not let us in (${systemErrorCode(error) ?? "unknown error"}).`,
      { cause: error },
    );
  }
}

/** Structure and history in one transaction: a migration is there and recorded, or neither. */
async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new StartProblem(
      `Migration ${name} could not be applied and was undone: ${error instanceof Error ? error.message : "unknown error"}.`,
      { cause: error },
    );
  }
}
