import { randomBytes } from "node:crypto";
import { setTimeout as passTime } from "node:timers/promises";
import { Client } from "pg";
import { inject } from "vitest";

export interface TestDatabase {
  readonly name: string;
  /** The owner's address: migrations, and looking behind the row-level security. */
  readonly adminUrl: string;
  /** What the app uses: owns nothing, sees only what its policies allow. */
  readonly appUrl: string;
  readonly superuserUrl: string;
  readonly drop: () => Promise<void>;
}

/** A migrated database of one's own, cloned from the template in a tenth of a second. Drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `${server.templateDatabase}_${randomBytes(4).toString("hex")}`;
  const owner = decodeURIComponent(new URL(server.adminUrl).username);
  await runAsSuperuser(`CREATE DATABASE "${name}" TEMPLATE "${server.templateDatabase}" OWNER "${owner}"`);
  const here = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    name,
    adminUrl: here(server.adminUrl),
    appUrl: here(server.appUrl),
    superuserUrl: here(server.superuserUrl),
    drop: () => dropWhenLeft(name),
  };
}

const LEFT_MS_MAX = 2_000;

/**
 * A pool that has ended has said goodbye and not waited for the server to hear it: thrown out in that moment, it would hand
 * an error to nobody. Whoever stays all the same is thrown out.
 */
async function dropWhenLeft(name: string): Promise<void> {
  await asSuperuser(async (client) => {
    const deadline = Date.now() + LEFT_MS_MAX;
    const connected = async () =>
      (await client.query("SELECT FROM pg_stat_activity WHERE datname = $1", [name])).rowCount !== 0;
    while ((await connected()) && Date.now() < deadline) await passTime(20);
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  });
}

const runAsSuperuser = (statement: string) =>
  asSuperuser(async (client) => {
    await client.query(statement);
  });

async function asSuperuser(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: inject("testServer").superuserUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
