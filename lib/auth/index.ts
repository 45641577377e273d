import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { env } from "@/lib/env";
import { refused } from "@/lib/refusals";
import { PATHS } from "@/lib/routes";
import type { Asker } from "@/lib/sharing/data-reach";
import { findSession, type SessionRow, touchSession } from "./adapter";
import { cookieNames } from "./cookies";
import { isRecentlyConfirmed } from "./data";
import { authOptions } from "./options";

/** Who asks. Holds nothing but an id: what this person may see is decided in lib/sharing. */
export interface SignedIn {
  readonly userId: string;
}

/** The signed-in person, or null. Reads the session row; a database that does not answer is an error, not a sign-out. */
export async function currentUser(): Promise<SignedIn | null> {
  const token = (await cookies()).get(cookieNames(env()).session)?.value;
  if (!token) return null;
  const session = await getServerSession(authOptions()).catch(() => null);
  if (session) return { userId: session.user.id };
  // next-auth turns an outage into "no session" and fails on a cookie of its own that it cannot read. The row decides.
  const row = await touchSession(token);
  return row && { userId: row.userId };
}

/** Who asks for a page: somebody signed in, a browser that opened a link, or both; null for neither. */
export async function currentAsker(): Promise<Asker | null> {
  const user = await currentUser();
  const visitToken = (await cookies()).get(cookieNames(env()).visit)?.value ?? null;
  return user === null && visitToken === null ? null : { userId: user?.userId ?? null, visitToken };
}

/** The session row behind the browser's cookie, for what must be bound to it; null without one. */
export async function currentSession(): Promise<(SessionRow & { readonly token: string }) | null> {
  const token = (await cookies()).get(cookieNames(env()).session)?.value;
  const session = token ? await findSession(token) : null;
  return token && session ? { ...session, token } : null;
}

/** Whether the session of this cookie goes on: for answers that take minutes. */
export async function sessionGoesOn(token: string): Promise<boolean> {
  return (await findSession(token)) !== null;
}

/** For API routes about sessions: the one that asks, 401 without it. */
export async function requireSession(): Promise<SessionRow> {
  const session = await currentSession();
  if (!session) throw refused("signed-out");
  return session;
}

/** For API routes that add or remove a way in: 403 too, when nobody proved lately in it who they are. */
export async function requireRecentSession(): Promise<SessionRow> {
  const session = await requireSession();
  if (!(await isRecentlyConfirmed(session.sessionId))) throw refused("confirm-first");
  return session;
}

/** For API routes: 401 without a session. */
export async function requireUser(): Promise<SignedIn> {
  const user = await currentUser();
  if (!user) throw refused("signed-out");
  return user;
}

/** For pages: to the sign-in page without a session. */
export async function requireUserOrSignIn(): Promise<SignedIn> {
  return (await currentUser()) ?? redirect(PATHS.signIn);
}
