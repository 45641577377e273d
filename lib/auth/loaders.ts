import { redirect } from "next/navigation";
import { type Instant, systemClock } from "@/lib/clock";
import { PATHS } from "@/lib/routes";
import { sessionsOf } from "./data";
import { currentSession } from "./index";
import type { SessionView } from "./status";

export interface SignedInPlaces {
  readonly sessions: readonly SessionView[];
  /** What "5 minutes ago" is reckoned from: the browser's clock may be wrong. */
  readonly now: Instant;
}

/** Where the person who asks is signed in; to the sign-in page without a session. */
export async function loadSessions(): Promise<SignedInPlaces> {
  const session = await currentSession();
  if (!session) redirect(PATHS.signIn);
  return { sessions: await sessionsOf(session.userId, session.sessionId), now: systemClock.now() };
}
