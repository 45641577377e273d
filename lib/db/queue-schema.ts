import type { Client } from "pg";
import { PgBoss } from "pg-boss";
import { APP_GROUP } from "./roles";

/** Where the job queue keeps its tables; `lib/jobs` opens pg-boss on it with `migrate: false`. */
export const QUEUE_SCHEMA = "pgboss";

const GRANTS = `
  GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
`;

/**
 * Creates or upgrades pg-boss's own tables as the owner, so that the app's role needs no DDL: it may then fill queues
 * that are not partitioned. `client` is a connection of the owner.
 */
export async function installQueueSchema(adminUrl: string, client: Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: adminUrl,
    schema: QUEUE_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  });
  let failure: Error | undefined;
  boss.on("error", (error) => {
    failure ??= error;
  });
  await boss.start();
  await boss.stop({ graceful: false, close: true });
  if (failure) throw failure;
  await client.query(GRANTS);
}
