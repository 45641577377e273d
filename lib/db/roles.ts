import { Client, escapeIdentifier, escapeLiteral } from "pg";

/** Owns the tables and runs the migrations. */
export const OWNER_ROLE = "hindsight_owner";
/** Holds the grants of the migrations; nobody signs in as it. */
export const APP_GROUP = "hindsight_app";
/** What the app and the worker sign in as: a member of the group, owner of nothing. */
const APP_ROLE = "hindsight_service";

// Roles belong to the whole server: two set-ups at once would trip over each other's ALTER ROLE.
const SETUP_LOCK = 7_103_001;

interface RoleSetup {
  readonly superuserUrl: string;
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/**
 * Makes the two roles and the database where they are missing and sets the passwords given. Safe to run again, and at
 * the same time from two processes. Returns the owner's and the app's address of that database.
 */
export async function ensureRolesAndDatabase(
  setup: RoleSetup,
): Promise<{ adminUrl: string; appUrl: string }> {
  const client = new Client({ connectionString: setup.superuserUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [SETUP_LOCK]);
    await ensureRole(client, APP_GROUP, null);
    await ensureRole(client, OWNER_ROLE, setup.ownerPassword);
    await ensureRole(client, APP_ROLE, setup.appPassword);
    await client.query(`GRANT ${APP_GROUP} TO ${APP_ROLE}`);
    await ensureDatabase(client, setup.database);
  } finally {
    await client.end();
  }
  const address = (role: string, password: string) => {
    const url = new URL(setup.superuserUrl);
    url.username = role;
    url.password = encodeURIComponent(password);
    url.pathname = `/${setup.database}`;
    return url.href;
  };
  return {
    adminUrl: address(OWNER_ROLE, setup.ownerPassword),
    appUrl: address(APP_ROLE, setup.appPassword),
  };
}

async function ensureRole(client: Client, role: string, password: string | null): Promise<void> {
  const existing = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (existing.rowCount === 0) await client.query(`CREATE ROLE ${escapeIdentifier(role)} NOLOGIN`);
  if (password !== null)
    await client.query(`ALTER ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const existing = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  const name = escapeIdentifier(database);
  if (existing.rowCount === 0)
    await client.query(`CREATE DATABASE ${name} OWNER ${OWNER_ROLE} ENCODING 'UTF8' TEMPLATE template0`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP_GROUP}`);
}
