import { cookies, headers } from "next/headers";
import type { SignInMethod } from "@/lib/audit/schema";
import { currentSession } from "@/lib/auth";
import { env } from "@/lib/env";
import { endSession, startSession } from "./adapter";
import { cookieNames, cookieOptions } from "./cookies";
import { SESSION_ABSOLUTE_MS } from "./limits";
import { placeOf } from "./place-of-request";

/** Signs the asking browser in: a new session under a new token, and the one it had before ends. */
export async function signInHere(userId: string, method: SignInMethod): Promise<void> {
  const before = await currentSession();
  const { token } = await startSession(userId, { method, place: placeOf(await headers()) });
  const names = cookieNames(env());
  (await cookies()).set(names.session, token, cookieOptions(names.https, SESSION_ABSOLUTE_MS / 1000));
  if (before) await endSession(before.token);
}
