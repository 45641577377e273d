import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { placeOf } from "@/lib/auth/place-of-request";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { redeemCode } from "@/lib/sharing/mutations-viewer";
import { redeemBody } from "@/lib/sharing/schema";

/** Enters a code that somebody read aloud: it asks them to be let in, and shows nothing yet. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { code: typed } = await readJsonBody(request, redeemBody);
  const network = placeOf(request.headers).network ?? "unknown";
  const { shareId } = await redeemCode({ userId, typed, network }, { now: systemClock.now() });
  return Response.json({ shareId });
});
