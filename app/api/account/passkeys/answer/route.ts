import { addPasskey } from "@/lib/accounts/mutations-passkey";
import { newPasskeyBody } from "@/lib/accounts/schema";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { endPasskey, passkeyWasRight } from "@/lib/auth/passkey-trip";
import { placeOf } from "@/lib/auth/place-of-request";
import { env } from "@/lib/env";
import { refused } from "@/lib/refusals";

/** Takes a passkey that was just made: by whoever began to add it, in the session in which they did. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const answer = await readJsonBody(request, newPasskeyBody);
  const { challenge, site, asked } = await endPasskey(answer.response.clientDataJSON, ["add"]);
  if (asked.member === null) throw refused("signed-out");
  await addPasskey({ answer, challenge, site, member: asked.member, place: placeOf(request.headers) });
  await passkeyWasRight();
  return Response.json({}, { status: 201 });
});
