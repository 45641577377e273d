import { cookies } from "next/headers";
import { type OpenedLink, openLink } from "@/lib/accounts/mutations-link";
import { openBody } from "@/lib/accounts/schema";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { currentSession } from "@/lib/auth";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { confirmSession } from "@/lib/auth/mutations";
import { signInHere } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { refused } from "@/lib/refusals";
import { PATHS } from "@/lib/routes";

/** Opens a message's link or code, and answers with the page to go on with. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const proof = await readJsonBody(request, openBody);
  const { link: name, https } = cookieNames(env());
  const jar = await cookies();
  const opened = await openLink(proof, {
    browserToken: jar.get(name)?.value ?? null,
    member: await currentSession(),
  });
  if (!opened.ok) throw refused(opened.error);
  jar.set(name, "", cookieOptions(https, 0));
  return Response.json({ location: await welcome(opened.value) });
});

async function welcome(opened: OpenedLink): Promise<string> {
  if (opened.kind === "signed-in") {
    await signInHere(opened.userId, "email");
    return PATHS.home;
  }
  if (opened.kind === "address-added") return PATHS.security;
  await confirmSession(opened, "email");
  return PATHS.changeWays;
}
