import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrateDatabase } from "@/lib/db/migrate";
import { MIGRATIONS_DIRECTORY } from "@/lib/db/migrations";
import { ensureRolesAndDatabase } from "@/lib/db/roles";
import { newId } from "@/lib/ids";

const SUMMARY = "20261127010000_glucose_summary";
const log = () => undefined;

let directory: string;
let name: string;
let adminUrl: string;
let owner: Client;

// A database of an installation that is one migration behind, and not empty.
beforeAll(async () => {
  const server = inject("testServer");
  // The roles belong to the whole server: their passwords stay as they are.
  const passwordIn = (url: string) => decodeURIComponent(new URL(url).password);
  name = `hindsight_behind_${randomBytes(4).toString("hex")}`;
  ({ adminUrl } = await ensureRolesAndDatabase({
    superuserUrl: server.superuserUrl,
    database: name,
    ownerPassword: passwordIn(server.adminUrl),
    appPassword: passwordIn(server.appUrl),
  }));
  directory = await mkdtemp(path.join(tmpdir(), "hindsight-migrations-"));
  for (const entry of await readdir(MIGRATIONS_DIRECTORY))
    if (entry < SUMMARY)
      await cp(path.join(MIGRATIONS_DIRECTORY, entry), path.join(directory, entry), { recursive: true });
  await migrateDatabase({ adminUrl, log, directory });
  owner = new Client({
    connectionString: Object.assign(new URL(server.superuserUrl), { pathname: `/${name}` }).href,
  });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await rm(directory, { recursive: true, force: true });
  const superuser = new Client({ connectionString: inject("testServer").superuserUrl });
  await superuser.connect();
  await superuser.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await superuser.end();
});

async function patientWith(days: readonly string[]): Promise<string> {
  const id = newId();
  await owner.query("INSERT INTO patient (id) VALUES ($1)", [id]);
  for (const day of days)
    await owner.query(
      `INSERT INTO day_block (patient_id, source, kind, day, revision, format, sealed)
       VALUES ($1, 'dexcom', 'egv', $2, 1, 1, '\\x00')`,
      [id, day],
    );
  return id;
}

it("an installation from before has everybody's summary made who has readings, and keeps its walls", async () => {
  const [one, other] = [await patientWith(["2026-01-01", "2026-01-02"]), await patientWith(["2025-12-31"])];
  await patientWith([]);
  await cp(path.join(MIGRATIONS_DIRECTORY, SUMMARY), path.join(directory, SUMMARY), { recursive: true });
  await migrateDatabase({ adminUrl, log, directory });

  const { rows } = await owner.query<{ patientId: string }>(
    `SELECT patient_id AS "patientId" FROM glucose_summary
     WHERE revision = 0 AND sealed IS NULL AND computed_at IS NULL AND stale_since <= now()`,
  );
  expect(rows.map(({ patientId }) => patientId).toSorted()).toEqual([one, other].toSorted());

  const walls = await owner.query<{ table: string }>(
    `SELECT relname AS table FROM pg_class
     WHERE oid = ANY(ARRAY['day_block', 'glucose_summary']::regclass[]) AND relrowsecurity AND relforcerowsecurity`,
  );
  expect(walls.rows).toHaveLength(2);
});
