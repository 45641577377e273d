import { Pool } from "pg";
import { saveName } from "@/lib/accounts/mutations";
import { askForLink, openLink } from "@/lib/accounts/mutations-link";
import { openAttemptsPool } from "@/lib/db/attempts";
import { type Database, OUTLIVES_LOST_CONNECTIONS, openDatabase } from "@/lib/db/client";
import { newSecretToken } from "@/lib/ids";
import { accessAsOwner } from "@/lib/sharing/access";
import { confirmShare, offerShare } from "@/lib/sharing/mutations";
import { type NewViewLink, offerLink } from "@/lib/sharing/mutations-view-link";
import { redeemCode } from "@/lib/sharing/mutations-viewer";
import { type OpenedVisit, openViewLink, type VisitingBrowser } from "@/lib/sharing/mutations-visit";
import type { PatientAccess } from "@/lib/sharing/policy";
import type { ShareTerms } from "@/lib/sharing/schema";
import { comeBack } from "@/tests/integration/records-support";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

export const FULL_TERMS: ShareTerms = {
  scope: "reports",
  withEvents: true,
  withNotes: true,
  window: { kind: "all" },
  lasts: "30-days",
};

/** Writes nothing that anybody reads. */
export const noMessage = () => ({ subject: "An invitation", text: "Sign in" });

export interface Sharer {
  readonly userId: string;
  readonly patientId: string;
  readonly access: PatientAccess;
}

/** Somebody with data of their own and a name. */
export async function newSharer(db: Database, subject: string): Promise<Sharer> {
  const patient = await comeBack(db, subject);
  if (patient.kind !== "connected") throw new Error(patient.kind);
  const { userId, patientId } = patient;
  await saveName(userId, `Patient ${subject}`, { db });
  return { userId, patientId, access: await accessAsOwner({ userId, patient: patientId }, { db }) };
}

/** Somebody who signed in with an address, and gave a name unless it is null. */
export async function newViewer(
  db: Database,
  address: string,
  name: string | null = `Viewer ${address}`,
): Promise<string> {
  const browserToken = newSecretToken();
  let token = "";
  const compose = (secrets: { readonly token: string }) => {
    token = secrets.token;
    return noMessage();
  };
  await askForLink({ address, purpose: "sign-in", member: null, browserToken, compose }, { db });
  const opened = await openLink({ token }, { browserToken, member: null }, { db });
  if (!opened.ok) throw new Error(opened.error);
  const { userId } = opened.value;
  if (name !== null) await saveName(userId, name, { db });
  return userId;
}

/** The database, and the pool in which tries are counted. */
export interface SharingTools {
  readonly db: Database;
  readonly pool: Pool;
}

/** A database of one's own with everything that tests of sharing look at it through. */
export interface SharingDatabase {
  readonly database: TestDatabase;
  /** As the app sees it. */
  readonly db: Database;
  /** Past row-level security: what lies in the tables, and what time does to it. */
  readonly owner: Pool;
  readonly tools: SharingTools;
}

export async function openSharing(): Promise<SharingDatabase> {
  const database = await createTestDatabase();
  const db = openDatabase(database.appUrl);
  const owner = new Pool({
    connectionString: database.superuserUrl,
    max: 1,
    ...OUTLIVES_LOST_CONNECTIONS,
  });
  return { database, db, owner, tools: { db, pool: openAttemptsPool(database.appUrl) } };
}

export async function closeSharing({ database, db, owner, tools }: SharingDatabase): Promise<void> {
  await db.$disconnect();
  await tools.pool.end();
  await owner.end();
  await database.drop();
}

/** From the code to the confirmation; gives the share. */
export async function shareByCode(
  { db, pool }: SharingTools,
  { access }: Sharer,
  viewerId: string,
  terms: Partial<ShareTerms> = {},
): Promise<string> {
  const now = Date.now();
  const wish = { by: "code", terms: { ...FULL_TERMS, ...terms }, note: null } as const;
  const { shareId, code } = await offerShare(access, wish, noMessage, { db, now });
  const typed = { userId: viewerId, typed: code ?? "", network: newSecretToken() };
  await redeemCode(typed, { db, pool, now });
  await confirmShare(access, shareId, { db, now });
  return shareId;
}

/** A link that lasts for a visit, unless its terms say something else. */
export function shareByLink(
  { db }: Pick<SharingTools, "db">,
  { access }: Sharer,
  {
    opensMax = 3,
    note = null,
    ...terms
  }: Partial<ShareTerms> & { opensMax?: number; note?: string | null } = {},
): Promise<NewViewLink> {
  const wish = { by: "link", terms: { ...FULL_TERMS, lasts: "visit", ...terms }, note, opensMax } as const;
  return offerLink(access, wish, "mmol/L", { db, now: Date.now() });
}

/** Opens a link in a browser of its own, from a network of its own, unless it is said which. */
export function visitBy(
  { db, pool }: SharingTools,
  { token, passcode }: Pick<NewViewLink, "token" | "passcode">,
  browser: Partial<VisitingBrowser> = {},
): Promise<OpenedVisit> {
  const place = { browser: "Firefox", system: "Windows", network: "192.0.2.0/24" };
  const from = { place, network: newSecretToken(), visitToken: null, ...browser };
  return openViewLink({ token, passcode }, from, { db, pool });
}
