import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { isId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { acceptInvitation, leaveShare } from "@/lib/sharing/mutations-viewer";
import { viewerActionBody } from "@/lib/sharing/schema";

/** What somebody does with a share that lets them in, or offers to. */
export const POST = route<{ shareId: string }>(async (request, { shareId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { action } = await readJsonBody(request, viewerActionBody);
  if (!isId(shareId)) throw refused("no-such-share");
  const act = action === "accept" ? acceptInvitation : leaveShare;
  await act({ userId, shareId }, { now: systemClock.now() });
  return new Response(null, { status: 204 });
});
