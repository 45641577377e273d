import { route } from "@/lib/api/route";
import { currentSession } from "@/lib/auth";
import { listGroundsOf } from "@/lib/worklist/data-grounds";

/**
 * On what the list rests that somebody has open; null for whoever is not signed in. Asked by the page itself, so it moves no
 * idle limit forward, and it shows nothing, so it is no look.
 */
export const GET = route<{ readonly clinicId: string }>(async (_request, { clinicId }) => {
  const session = await currentSession();
  const grounds = session && (await listGroundsOf({ userId: session.userId, clinicId }));
  return Response.json({ grounds });
});
