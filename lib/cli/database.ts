import { Client, escapeIdentifier } from "pg";
import type { LocalSecrets } from "@/lib/cli/secrets";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { migrateDatabase } from "@/lib/db/migrate";
import { ensureRolesAndDatabase, OWNER_ROLE } from "@/lib/db/roles";
import type { Env } from "@/lib/env";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";

const DATABASE_NAME = "hindsight";
/** Every server has it; roles and databases are made from there. */
const MAINTENANCE_DATABASE = "postgres";
const SERVER_VERSION_MIN = 150_000;

export interface OpenDatabase {
  /** What the app and the worker use: a role that owns nothing. */
  readonly appUrl: string;
  /** Resolves when a server that runs for us has ended; never for somebody else's server. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

const NEVER = new Promise<void>(() => undefined);

type DatabasePasswords = Pick<LocalSecrets, "databaseOwnerPassword" | "databaseAppPassword">;

/** Starts the embedded PostgreSQL in the data folder and brings it up to date. */
export async function openEmbeddedDatabase(options: {
  readonly dataDirectory: string;
  readonly passwords: DatabasePasswords;
  readonly log: (line: string) => void;
}): Promise<OpenDatabase> {
  const { dataDirectory, passwords, log } = options;
  const server = await startEmbeddedPostgres({ dataDirectory, log });
  try {
    const appUrl = await prepare({
      superuserUrl: server.superuserUrl,
      database: DATABASE_NAME,
      passwords,
      log,
    });
    return { appUrl, ended: server.ended, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Uses the server that the settings name. DATABASE_ADMIN_URL applies the migrations. Without it, a DATABASE_URL that
 * may create roles is only used to set up the database, its owner and the app's role; the app itself never runs with
 * such power.
 */
export async function openGivenDatabase(options: {
  readonly settings: Pick<Env, "DATABASE_URL" | "DATABASE_ADMIN_URL">;
  readonly passwords: DatabasePasswords;
  readonly log: (line: string) => void;
}): Promise<OpenDatabase> {
  const { settings, passwords, log } = options;
  const notOurs = { ended: NEVER, stop: async () => undefined };
  if (settings.DATABASE_ADMIN_URL !== undefined) {
    if ((await inspectRole(settings.DATABASE_URL)).mayDoAnything) throw tooPowerful();
    await migrateDatabase({ adminUrl: settings.DATABASE_ADMIN_URL, log });
    return { appUrl: settings.DATABASE_URL, ...notOurs };
  }
  const database = decodeURIComponent(new URL(settings.DATABASE_URL).pathname.slice(1));
  if (database === "" || database === MAINTENANCE_DATABASE)
    throw new StartProblem(
      "DATABASE_URL names no database of Hindsight's own: end it with /hindsight, which is made if it is missing.",
    );
  const superuserUrl = Object.assign(new URL(settings.DATABASE_URL), {
    pathname: `/${MAINTENANCE_DATABASE}`,
  }).href;
  if (!(await inspectRole(superuserUrl)).mayCreateRoles)
    throw new StartProblem(
      "DATABASE_ADMIN_URL is missing: it names the role that owns the tables, and DATABASE_URL's role may not create one.",
    );
  return { appUrl: await prepare({ superuserUrl, database, passwords, log }), ...notOurs };
}

/** Production never creates roles: the operator did, and says who owns the tables if migrations are to be applied here. */
export async function openProductionDatabase(
  settings: Pick<Env, "DATABASE_URL" | "DATABASE_ADMIN_URL">,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  const role = await inspectRole(settings.DATABASE_URL);
  if (role.mayDoAnything) throw tooPowerful();
  if (settings.DATABASE_ADMIN_URL === undefined)
    log("DATABASE_ADMIN_URL is not set: migrations are not applied here; npm run migrate does it.");
  else await migrateDatabase({ adminUrl: settings.DATABASE_ADMIN_URL, log });
  return { appUrl: settings.DATABASE_URL, ended: NEVER, stop: async () => undefined };
}

async function prepare(options: {
  readonly superuserUrl: string;
  readonly database: string;
  readonly passwords: DatabasePasswords;
  readonly log: (line: string) => void;
}): Promise<string> {
  const { adminUrl, appUrl } = await ensureRolesAndDatabase({
    superuserUrl: options.superuserUrl,
    database: options.database,
    ownerPassword: options.passwords.databaseOwnerPassword,
    appPassword: options.passwords.databaseAppPassword,
  });
  await handOver(options.superuserUrl, options.database);
  await migrateDatabase({ adminUrl, log: options.log });
  return appUrl;
}

/** A database that somebody made beforehand belongs to its maker; the owner of the tables must own it too. */
async function handOver(superuserUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(
      `ALTER DATABASE ${escapeIdentifier(database)} OWNER TO ${escapeIdentifier(OWNER_ROLE)}`,
    );
  } finally {
    await client.end();
  }
}

function tooPowerful(): StartProblem {
  return new StartProblem(
    "DATABASE_URL names a superuser or a role with BYPASSRLS, which row-level security does not bind: give the app a role of its own and put the owner in DATABASE_ADMIN_URL.",
  );
}

interface RolePowers {
  readonly mayDoAnything: boolean;
  readonly mayCreateRoles: boolean;
}

/** What the role behind an address may do; one sentence, without the password, when the server cannot be used. */
async function inspectRole(url: string): Promise<RolePowers> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<RolePowers & { version: number }>(
      `SELECT current_setting('server_version_num')::int AS "version",
         rolsuper OR rolbypassrls AS "mayDoAnything", rolsuper OR (rolcreaterole AND rolcreatedb) AS "mayCreateRoles"
       FROM pg_roles WHERE rolname = current_user`,
    );
    const [role] = rows;
    if (!role) throw new StartProblem(`DATABASE_URL names a role that PostgreSQL does not know.`);
    if (role.version < SERVER_VERSION_MIN)
      throw new StartProblem(
        `DATABASE_URL names a PostgreSQL ${Math.floor(role.version / 10_000)}; version 15 or newer is needed.`,
      );
    return role;
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    const { hostname, port } = new URL(url);
    throw new StartProblem(
      `The database that DATABASE_URL names, on ${hostname}:${port || "5432"}, does not let us in (${systemErrorCode(error) ?? "no answer"}).`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
