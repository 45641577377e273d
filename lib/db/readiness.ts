import { type Database, database } from "./client";
import { type AppliedMigration, MIGRATIONS_DIRECTORY, readMigrations } from "./migrations";

/** Names of migrations that this code expects and the database lacks; empty when all is well. */
export async function pendingMigrations(
  db: Database = database(),
  directory = MIGRATIONS_DIRECTORY,
): Promise<readonly string[]> {
  const known = await readMigrations(directory);
  const [history] = await db.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "exists"`;
  const applied = history?.exists
    ? await db.$queryRaw<AppliedMigration[]>`
        SELECT migration_name AS "name", checksum, true AS "finished" FROM public._prisma_migrations
        WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL`
    : [];
  const done = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !done.has(name)).map(({ name }) => name);
}

interface RoleFacts {
  readonly superuser: boolean;
  readonly bypassesRls: boolean;
  readonly ownsTables: boolean;
  readonly mayCreate: boolean;
  readonly mayRewriteAudit: boolean;
}

/**
 * Why the role behind DATABASE_URL must not serve the app, in one sentence; null when it is as weak as it should be.
 * Row-level security protects nobody from a superuser, from a role that bypasses it, or from the tables' owner.
 */
export async function appRoleFault(db: Database = database()): Promise<string | null> {
  const [role] = await db.$queryRaw<RoleFacts[]>`
    SELECT r.rolsuper AS "superuser",
      r.rolbypassrls AS "bypassesRls",
      EXISTS (
        SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'keys', 'pgboss') AND pg_has_role(r.oid, c.relowner, 'MEMBER')
      ) AS "ownsTables",
      (has_database_privilege(r.oid, current_database(), 'CREATE')
        OR has_schema_privilege(r.oid, 'public', 'CREATE')) AS "mayCreate",
      COALESCE(has_table_privilege(r.oid, to_regclass('public.audit_event'), 'UPDATE, DELETE, TRUNCATE'), false)
        AS "mayRewriteAudit"
    FROM pg_roles r WHERE r.rolname = current_user`;
  if (!role) return "The role of DATABASE_URL is unknown to the database.";
  const refuse = (why: string) =>
    `The role of DATABASE_URL ${why}; use one that only holds what the group hindsight_app was granted.`;
  if (role.superuser) return refuse("is a superuser");
  if (role.bypassesRls) return refuse("bypasses row-level security");
  if (role.ownsTables) return refuse("owns tables, or may act as their owner");
  if (role.mayCreate) return refuse("may create tables");
  if (role.mayRewriteAudit) return refuse("may change the audit log");
  return null;
}
