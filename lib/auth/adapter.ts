import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import { userKey } from "@/lib/accounts/keys";
import { type Place, sealPlace } from "@/lib/accounts/sealed-place";
import { record } from "@/lib/audit/record";
import { type SignInMethod, userActor } from "@/lib/audit/schema";
import { type Database, database } from "@/lib/db/client";
import { inUserTransaction } from "@/lib/db/context";
import { hashToken, newId, newSecretToken } from "@/lib/ids";
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from "./limits";

/** A live session as the row says. The token itself is only ever in the browser's cookie. */
export interface SessionRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: Date;
}

export interface StartedSession extends SessionRow {
  readonly token: string;
}

// All limits are reckoned by the database's clock: several app servers must agree on when a session is over.
const IDLE = `${SESSION_IDLE_MS} milliseconds`;
const ABSOLUTE = `${SESSION_ABSOLUTE_MS} milliseconds`;

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly expires_at: Date;
}

const asSession = (row: Row): SessionRow => ({
  sessionId: row.id,
  userId: row.user_id,
  expiresAt: row.expires_at,
});

/** How and from where somebody signs in. */
export interface SignIn {
  readonly method: SignInMethod;
  /** Null where neither browser nor network is known. */
  readonly place: Place | null;
}

/** Starts a session under a new token: nothing that a browser held before sign-in is worth anything after it. */
export async function startSession(
  userId: string,
  { method, place }: SignIn,
  db: Database = database(),
): Promise<StartedSession> {
  const token = newSecretToken();
  const actor = userActor(userId);
  const row = await inUserTransaction(
    actor,
    async (tx) => {
      const id = newId();
      const sealed = place && sealPlace(place, ["session-place", id], await userKey(tx, userId));
      const [started] = await tx.$queryRaw<Row[]>`
        INSERT INTO session
          (id, token_hash, user_id, method, place_sealed, last_seen_at, confirmed_at, expires_at, absolute_expires_at)
        VALUES (${id}::uuid, ${hashToken(token)}, ${userId}::uuid, ${method}, ${sealed}, now(), now(),
                now() + ${IDLE}::interval, now() + ${ABSOLUTE}::interval)
        RETURNING id, user_id, expires_at`;
      if (!started) throw new Error("A session row was not written.");
      const entry = { action: "session.started", detail: { sessionId: started.id, method } } as const;
      await record(tx, { actor, patientId: null }, entry);
      return started;
    },
    { db },
  );
  return { ...asSession(row), token };
}

/** The session of a token, or null when it is unknown, idle for too long or older than its absolute limit. */
export async function findSession(token: string, db: Database = database()): Promise<SessionRow | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT id, user_id, expires_at FROM session
    WHERE token_hash = ${hashToken(token)} AND expires_at > now() AND absolute_expires_at > now()`;
  return row ? asSession(row) : null;
}

/** Moves the idle limit forward, never past the absolute one. */
export async function touchSession(token: string, db: Database = database()): Promise<SessionRow | null> {
  const [row] = await db.$queryRaw<Row[]>`
    UPDATE session
    SET last_seen_at = now(), expires_at = least(now() + ${IDLE}::interval, absolute_expires_at)
    WHERE token_hash = ${hashToken(token)} AND expires_at > now() AND absolute_expires_at > now()
    RETURNING id, user_id, expires_at`;
  return row ? asSession(row) : null;
}

export async function endSession(token: string, db: Database = database()): Promise<void> {
  const session = await findSession(token, db);
  if (!session) return;
  const actor = userActor(session.userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      const { count } = await tx.session.deleteMany({ where: { id: session.sessionId } });
      if (count === 0) return;
      const detail = { sessionId: session.sessionId, reason: "signed-out" } as const;
      await record(tx, { actor, patientId: null }, { action: "session.ended", detail });
    },
    { db },
  );
}

const asNextAuthSession = (token: string, { userId, expiresAt }: SessionRow): AdapterSession => ({
  sessionToken: token,
  userId,
  expires: expiresAt,
});

/**
 * The session half of next-auth's adapter, hashing tokens on the way in. next-auth signs nobody in here (the Dexcom
 * flow does, app/api/connect), so the user half stays empty. Its `expires` is ignored: the limits above decide.
 */
export function sessionAdapter(db: () => Database = database): Adapter {
  return {
    async getSessionAndUser(token) {
      const session = await findSession(token, db());
      if (!session) return null;
      // next-auth wants an e-mail address; Hindsight does not know one and must not invent one.
      const user: AdapterUser = { id: session.userId, email: "", emailVerified: null };
      return { session: asNextAuthSession(token, session), user };
    },
    async updateSession({ sessionToken }) {
      const session = await touchSession(sessionToken, db());
      return session ? asNextAuthSession(sessionToken, session) : null;
    },
    async deleteSession(token) {
      await endSession(token, db());
    },
  };
}
