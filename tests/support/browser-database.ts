import { Client } from "pg";
import { openEmbeddedSettings } from "@/lib/db/embedded-settings";
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
