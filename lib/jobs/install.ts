import { PgBoss } from "pg-boss";
import { QUEUE_SCHEMA, SYNC_QUEUE, SYNC_QUEUE_OPTIONS } from "@/lib/jobs/queue";

/** The group of prisma/migrations that every login of the app is a member of. */
const APP_GROUP = "hindsight_app";

// Rows, sequences and functions, and nothing that could change a table: no TRUNCATE, no REFERENCES, no TRIGGER.
const GRANTS = `
  GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_GROUP};
`;

/**
 * Creates or migrates the queue's schema and the sync queue, as the owner; then lets the app's role use them. Safe to
 * repeat, and to run on several machines at once: pg-boss holds an advisory lock while it migrates.
 */
export async function installQueueSchema(options: { readonly adminUrl: string }): Promise<void> {
  const boss = new PgBoss({
    connectionString: options.adminUrl,
    schema: QUEUE_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  // Without a listener an "error" event would end the process; whatever fails here also rejects below.
  boss.on("error", () => undefined);
  await boss.start();
  try {
    if (await boss.getQueue(SYNC_QUEUE)) {
      // A queue's policy is fixed when it is made.
      const { policy: _policy, ...changeable } = SYNC_QUEUE_OPTIONS;
      await boss.updateQueue(SYNC_QUEUE, changeable);
    } else await boss.createQueue(SYNC_QUEUE, SYNC_QUEUE_OPTIONS);
    await boss.getDb().executeSql(GRANTS);
  } finally {
    await boss.stop({ graceful: false });
  }
}
