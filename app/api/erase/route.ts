import { cookies } from "next/headers";
import { z } from "zod";
import { readJsonBody } from "@/lib/api/body";
import { ownPatientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { dexcomGateway, refreshAt } from "@/lib/connections/gateway";
import { disconnect } from "@/lib/connections/mutations-disconnect";
import { env } from "@/lib/env";
import { erasePatient } from "@/lib/patients/mutations-erasure";
import { PATHS } from "@/lib/routes";

const eraseBody = z.strictObject({ confirmation: z.literal("delete everything") });

/** Deletes everything and signs out. The answer names the receipt; nothing else of the person is left to name. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  await readJsonBody(request, eraseBody);
  const { access } = await ownPatientOf({ id: "me" });
  await disconnect(access, { keepData: false }, { refresh: refreshAt(dexcomGateway()) });
  const receipt = await erasePatient(access);
  const names = cookieNames(env());
  (await cookies()).set(names.session, "", cookieOptions(names.https, 0));
  return Response.json(
    { location: PATHS.receipt(receipt.id) },
    { headers: { "clear-site-data": '"cache", "storage"' } },
  );
});
