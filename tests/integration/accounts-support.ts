import { Client } from "pg";
import type { Member } from "@/lib/accounts/member";
import type { SignInMethod } from "@/lib/audit/schema";
import { startSession } from "@/lib/auth/adapter";
import { type Database, openDatabase } from "@/lib/db/client";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

/** A database of one's own, as the app sees it and as somebody who sees every row. */
export interface AccountsWorld {
  readonly database: TestDatabase;
  readonly db: Database;
  readonly superuser: Client;
  readonly close: () => Promise<void>;
}

/** Close it in `afterAll`. */
export async function openAccounts(): Promise<AccountsWorld> {
  const database = await createTestDatabase();
  const db = openDatabase(database.appUrl);
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const close = async () => {
    await superuser.end();
    await db.$disconnect();
    await database.drop();
  };
  return { database, db, superuser, close };
}

/** Signs somebody in, in a browser of which nothing is known. */
export async function memberOf(db: Database, userId: string, method: SignInMethod): Promise<Member> {
  const { sessionId } = await startSession(userId, { method, place: null }, db);
  return { sessionId, userId };
}
