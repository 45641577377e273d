import { keptPasskeysOf } from "@/lib/accounts/data-passkeys";
import { requestOptions } from "@/lib/accounts/passkey-options";
import { passkeyAskBody } from "@/lib/accounts/schema";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireSession } from "@/lib/auth";
import { beginPasskey } from "@/lib/auth/passkey-trip";
import { env } from "@/lib/env";

/**
 * Asks for a passkey: to sign in, whichever the person chooses on their device, or to confirm who one is, one of one's own.
 * Answers with what the browser wants to know for it. Nothing is looked up of whoever is not signed in.
 */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { purpose } = await readJsonBody(request, passkeyAskBody);
  if (purpose === "sign-in")
    return Response.json(
      await requestOptions({ ...(await beginPasskey({ purpose, member: null })), known: [] }),
    );
  const member = await requireSession();
  const known = await keptPasskeysOf(member.userId);
  return Response.json(await requestOptions({ ...(await beginPasskey({ purpose, member })), known }));
});
