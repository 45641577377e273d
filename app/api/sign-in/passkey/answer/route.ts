import { takePasskey } from "@/lib/accounts/mutations-passkey";
import { passkeyBody } from "@/lib/accounts/schema";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { confirmSession } from "@/lib/auth/mutations";
import { endPasskey, passkeyWasRight } from "@/lib/auth/passkey-trip";
import { signInHere } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { PATHS } from "@/lib/routes";

/** Takes what a passkey signed, and answers with the page to go on with. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const answer = await readJsonBody(request, passkeyBody);
  const { challenge, site, asked } = await endPasskey(answer.response.clientDataJSON, ["sign-in", "confirm"]);
  const { userId } = await takePasskey({ answer, challenge, site, member: asked.member });
  await passkeyWasRight();
  if (asked.member === null) {
    await signInHere(userId, "passkey");
    return Response.json({ location: PATHS.home });
  }
  await confirmSession(asked.member, "passkey");
  return Response.json({ location: PATHS.changeWays });
});
