import { readJsonBody } from "@/lib/api/body";
import { invitationsOf } from "@/lib/api/invitation";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { writtenInGroups } from "@/lib/read-aloud-code";
import { PATHS } from "@/lib/routes";
import { readSettings } from "@/lib/settings/data";
import { accessAsOwner } from "@/lib/sharing/access";
import { countOffer, offerShare } from "@/lib/sharing/mutations";
import { shareWithClinic } from "@/lib/sharing/mutations-clinic";
import { offerLink } from "@/lib/sharing/mutations-view-link";
import { offerBody } from "@/lib/sharing/schema";

/**
 * Offers to share one's own data, or lets in a clinic that was shown (`POST /api/shares/clinic`). A code, or a link's token and passcode, are in this answer and nowhere else: only their
 * hashes are kept.
 */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const wish = await readJsonBody(request, offerBody);
  const access = await accessAsOwner({ userId, patient: "me" });
  await countOffer(userId);
  const options = { now: systemClock.now() };
  if (wish.by === "link") {
    const { glucoseUnit } = await readSettings(userId);
    const { shareId, token, passcode } = await offerLink(access, wish, glucoseUnit, options);
    return Response.json(
      { shareId, link: viewLink(token), passcode: writtenInGroups(passcode) },
      { status: 201 },
    );
  }
  if (wish.by === "clinic")
    return Response.json(await shareWithClinic(access, wish.proposal, options), { status: 201 });
  const { shareId, code } = await offerShare(access, wish, await invitationsOf(), options);
  return Response.json({ shareId, code: code && writtenInGroups(code) }, { status: 201 });
});

/** The token stands behind a #, which no server ever sees. */
function viewLink(token: string): string {
  return `${env().NEXTAUTH_URL}${PATHS.viewLink}#${token}`;
}
