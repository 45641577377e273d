import { readJsonBody } from "@/lib/api/body";
import { ownPatientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { dexcomGateway, refreshAt } from "@/lib/connections/gateway";
import { disconnect } from "@/lib/connections/mutations-disconnect";
import { disconnectBody } from "@/lib/connections/schema";
import { env } from "@/lib/env";

/** Disconnect Dexcom, keeping the data or not. Effective at once; the grant itself ends at Dexcom only. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { data } = await readJsonBody(request, disconnectBody);
  const { access } = await ownPatientOf({ id: "me" });
  await disconnect(access, { keepData: data === "keep" }, { refresh: refreshAt(dexcomGateway()) });
  // What the browser keeps for reading offline goes, too (components/offline); the session stays.
  return Response.json({}, { headers: { "clear-site-data": '"cache", "storage"' } });
});
