import { Client } from "pg";
import { openLocalSecrets } from "@/lib/cli/secrets";
import { lookupValue } from "@/lib/crypto/lookup";
import { openEmbeddedSettings } from "@/lib/db/embedded-settings";
import { userIdFor } from "@/lib/simulator/identifiers";
import { e2eDataDirectory } from "@/tests/setup/e2e-addresses";

/** Asks the run's database as its superuser: to look behind row-level security, and to let time pass. */
export async function sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const { port, password } = openEmbeddedSettings(e2eDataDirectory());
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password,
    database: "hindsight",
  });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

const CLIENT_ID = "simulator-client";

/** What the database knows of one of the simulator's people. */
export interface Traces {
  readonly people: number;
  readonly connections: number;
  readonly tokens: number;
  readonly sessions: number;
}

export const NO_TRACES: Traces = { people: 0, connections: 0, tokens: 0, sessions: 0 };

export async function tracesOf(person: string): Promise<Traces> {
  const key = Buffer.from(openLocalSecrets(e2eDataDirectory()).LOOKUP_KEY, "base64");
  const subject = lookupValue("dexcom-subject", ["simulator", CLIENT_ID, userIdFor(person, CLIENT_ID)], key);
  const [traces] = await sql<Traces>(
    `SELECT
       (SELECT count(*) FROM dexcom_identity WHERE subject_hmac = $1)::int AS people,
       (SELECT count(*) FROM connection WHERE subject_hmac = $1)::int AS connections,
       (SELECT count(*) FROM connection_token t JOIN connection c ON c.id = t.connection_id
         WHERE c.subject_hmac = $1)::int AS tokens,
       (SELECT count(*) FROM session s JOIN dexcom_identity i ON i.user_id = s.user_id
         WHERE i.subject_hmac = $1)::int AS sessions`,
    [subject],
  );
  return traces ?? NO_TRACES;
}
