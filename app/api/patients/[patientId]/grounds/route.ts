import { cookies } from "next/headers";
import { route } from "@/lib/api/route";
import { currentSession } from "@/lib/auth";
import { cookieNames } from "@/lib/auth/cookies";
import { env } from "@/lib/env";
import { groundsOf } from "@/lib/sharing/access";

/**
 * On what whoever has a page of a patient open rests now; null when it is nothing, or the patient nobody. Asked by the page
 * itself, so it moves no idle limit forward, and it shows nothing, so it is no look.
 */
export const GET = route<{ readonly patientId: string }>(async (_request, { patientId }) => {
  const session = await currentSession();
  const visitToken = (await cookies()).get(cookieNames(env()).visit)?.value ?? null;
  const asking = { userId: session?.userId ?? null, visitToken, patient: patientId };
  return Response.json({ grounds: await groundsOf(asking) });
});
