import type { z } from "zod";
import { readJsonBody } from "@/lib/api/body";
import { invitationsOf } from "@/lib/api/invitation";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { isId } from "@/lib/ids";
import { writtenInGroups } from "@/lib/read-aloud-code";
import { refused } from "@/lib/refusals";
import { accessAsOwner } from "@/lib/sharing/access";
import { changeTerms, confirmShare, countOffer, endShare, renewOffer } from "@/lib/sharing/mutations";
import type { PatientAccess } from "@/lib/sharing/policy";
import { ownerActionBody } from "@/lib/sharing/schema";

/** What an owner does with one of their shares. A new code is in this answer and nowhere else. */
export const POST = route<{ shareId: string }>(async (request, { shareId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const wish = await readJsonBody(request, ownerActionBody);
  const access = await accessAsOwner({ userId, patient: "me" });
  if (!isId(shareId)) throw refused("no-such-share");
  if (wish.action === "renew") await countOffer(userId);
  const code = await act(access, shareId, wish);
  return Response.json({ shareId, code });
});

async function act(
  access: PatientAccess,
  shareId: string,
  wish: z.output<typeof ownerActionBody>,
): Promise<string | null> {
  const options = { now: systemClock.now() };
  switch (wish.action) {
    case "confirm":
      await confirmShare(access, shareId, options);
      return null;
    case "change":
      await changeTerms(access, shareId, wish.terms, options);
      return null;
    case "renew": {
      const { code } = await renewOffer(access, shareId, await invitationsOf(), options);
      return code && writtenInGroups(code);
    }
    case "decline":
    case "stop":
      await endShare(access, shareId, options);
      return null;
  }
}
