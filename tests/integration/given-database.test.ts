import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import { openGivenDatabase, openProductionDatabase } from "@/lib/cli/database";
import { openDatabase } from "@/lib/db/client";
import { pendingMigrations } from "@/lib/db/readiness";
import { createTestDatabase } from "@/tests/support/database";

// The roles belong to the whole server, which other test files use at the same time: their passwords stay as they are.
const password = () => decodeURIComponent(new URL(inject("testServer").appUrl).password);
const passwords = () => ({ databaseOwnerPassword: password(), databaseAppPassword: password() });
const log = () => undefined;

const made: string[] = [];
const name = () => {
  const database = `hindsight_given_${randomBytes(4).toString("hex")}`;
  made.push(database);
  return database;
};
const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject("testServer").superuserUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function whoAmI(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ super: boolean; tables: number }>(
    `SELECT rolsuper OR rolbypassrls AS "super",
       (SELECT count(*)::int FROM pg_tables WHERE tableowner = current_user) AS "tables"
     FROM pg_roles WHERE rolname = current_user`,
  );
  await client.end();
  return rows[0];
}

afterEach(async () => {
  for (const database of made.splice(0))
    await asSuperuser(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
});

describe("DATABASE_URL of a role that may create roles", () => {
  it.each([["made beforehand by somebody else"], ["not made yet"]])(
    "sets up a database that was %s, and gives the app a role that owns nothing",
    async (state) => {
      const database = name();
      if (state.startsWith("made")) await asSuperuser(`CREATE DATABASE "${database}"`);
      const settings = { DATABASE_URL: at(inject("testServer").superuserUrl, database) };
      const { appUrl } = await openGivenDatabase({ settings, passwords: passwords(), log });
      expect(await whoAmI(appUrl)).toEqual({ super: false, tables: 0 });
      const db = openDatabase(appUrl);
      expect(await pendingMigrations(db)).toEqual([]);
      await db.$disconnect();
    },
  );

  it("wants a database of its own", async () => {
    const settings = { DATABASE_URL: at(inject("testServer").superuserUrl, "postgres") };
    await expect(openGivenDatabase({ settings, passwords: passwords(), log })).rejects.toThrow(
      /^DATABASE_URL names no database of Hindsight's own/,
    );
  });
});

describe("DATABASE_URL of an ordinary role", () => {
  it("asks for the owner's address", async () => {
    const settings = { DATABASE_URL: at(inject("testServer").appUrl, "elsewhere") };
    await expect(openGivenDatabase({ settings, passwords: passwords(), log })).rejects.toThrow(
      /^DATABASE_ADMIN_URL is missing/,
    );
  });

  it("works together with the owner's address, and stays what the app uses", async () => {
    const { appUrl, adminUrl, drop } = await createTestDatabase();
    const settings = { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl };
    expect(await openGivenDatabase({ settings, passwords: passwords(), log })).toMatchObject({ appUrl });
    expect(await openProductionDatabase(settings, log)).toMatchObject({ appUrl });
    await drop();
  });
});

describe("what is refused in one sentence", () => {
  it("an app that would run as superuser, behind every row-level wall", async () => {
    const url = inject("testServer").superuserUrl;
    const sentence = /^DATABASE_URL names a superuser or a role with BYPASSRLS/;
    await expect(openProductionDatabase({ DATABASE_URL: url }, log)).rejects.toThrow(sentence);
    const settings = { DATABASE_URL: url, DATABASE_ADMIN_URL: url };
    await expect(openGivenDatabase({ settings, passwords: passwords(), log })).rejects.toThrow(sentence);
  });

  it("a server that does not answer or does not let us in, without naming the password", async () => {
    const wrong = Object.assign(new URL(inject("testServer").appUrl), {
      password: "wrong-secret",
      port: "1",
    }).href;
    const refused = openProductionDatabase({ DATABASE_URL: wrong }, log);
    await expect(refused).rejects.toThrow("does not let us in (ECONNREFUSED).");
    await expect(refused).rejects.not.toThrow("wrong-secret");
  });
});
