import type { NextRequest } from "next/server";
import { joinOidc } from "@/lib/accounts/mutations-joining";
import { signInWithOidc } from "@/lib/accounts/mutations-oidc";
import { seeOther } from "@/lib/api/see-other";
import { returnFromOidc } from "@/lib/auth/oidc-return";
import { oidcSettings } from "@/lib/auth/oidc-settings";
import { signInHere } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { createLogger, errorFields } from "@/lib/log";
import { PATHS } from "@/lib/routes";

const log = createLogger({ part: "oidc" });

/** Where a hospital's provider sends the browser back to. Always ends in a redirect: the code must not stay in the address bar. */
export async function GET(request: NextRequest): Promise<Response> {
  const { NEXTAUTH_URL } = env();
  const settings = oidcSettings(env());
  if (!settings) return seeOther(PATHS.signIn, NEXTAUTH_URL);
  try {
    const returned = await returnFromOidc(request, settings);
    if (!returned.ok) return seeOther(PATHS.problem(returned.error), NEXTAUTH_URL);
    const { person, joins } = returned.value;
    if (joins !== null) {
      const joined = await joinOidc(person, joins);
      return seeOther(joined.ok ? PATHS.security : PATHS.problem(joined.error), NEXTAUTH_URL);
    }
    const { userId } = await signInWithOidc(person);
    await signInHere(userId, "oidc");
    return seeOther(PATHS.home, NEXTAUTH_URL);
  } catch (error) {
    log.error("callback.failed", errorFields(error));
    return seeOther(PATHS.problem("unavailable"), NEXTAUTH_URL);
  }
}
