import { cookies } from "next/headers";
import { endSession } from "@/lib/auth/adapter";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { env } from "@/lib/env";

/** Ends the session of the browser that asks; the answer makes it forget its cookie and what it kept. */
export async function signOutHere(): Promise<Response> {
  const names = cookieNames(env());
  const jar = await cookies();
  const token = jar.get(names.session)?.value;
  if (token) await endSession(token);
  jar.set(names.session, "", cookieOptions(names.https, 0));
  if (jar.has(names.search)) jar.set(names.search, "", cookieOptions(names.https, 0));
  return new Response(null, { status: 204, headers: { "clear-site-data": '"cache", "storage"' } });
}
