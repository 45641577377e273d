import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { migrateDatabase } from "@/lib/db/migrate";
import { ensureRolesAndDatabase } from "@/lib/db/roles";

/** What the tests need to make databases of their own: see tests/support/database.ts. */
export interface TestServer {
  /** May create databases; the embedded server's superuser, or DATABASE_ADMIN_URL. */
  readonly superuserUrl: string;
  readonly templateDatabase: string;
  readonly adminUrl: string;
  readonly appUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * One real PostgreSQL for the whole run: the server named by DATABASE_ADMIN_URL, else the embedded one in a temporary
 * folder. All migrations are applied once, to a template that every test file clones.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["DATABASE_ADMIN_URL"] ?? process.env["DATABASE_URL"];
  const server = given ? { superuserUrl: given, stop: async () => undefined } : await startTemporary();
  const templateDatabase = `hindsight_test_${randomBytes(4).toString("hex")}`;
  try {
    const { adminUrl, appUrl } = await ensureRolesAndDatabase({
      superuserUrl: server.superuserUrl,
      database: templateDatabase,
      ownerPassword: TEST_PASSWORD,
      appPassword: TEST_PASSWORD,
    });
    await migrateDatabase({ adminUrl, log: () => undefined });
    project.provide("testServer", { superuserUrl: server.superuserUrl, templateDatabase, adminUrl, appUrl });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    if (given) await dropDatabase(server.superuserUrl, templateDatabase);
    await server.stop();
  };
}

/** Protects nothing: the databases it opens live as long as one test run. */
const TEST_PASSWORD = "only-for-tests-0123456789-0123456789";

async function startTemporary() {
  const directory = mkdtempSync(path.join(tmpdir(), "hindsight-test-"));
  chmodSync(directory, 0o711);
  const server = await startEmbeddedPostgres({
    dataDirectory: directory,
    log: () => undefined,
    durable: false,
  });
  return {
    superuserUrl: server.superuserUrl,
    stop: async () => {
      await server.stop();
      for (const made of [server.clusterDirectory, directory]) rmSync(made, { recursive: true, force: true });
    },
  };
}

async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await client.end();
}
