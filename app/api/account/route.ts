import { cookies } from "next/headers";
import { z } from "zod";
import { deleteAccount } from "@/lib/accounts/mutations";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { env } from "@/lib/env";
import { PATHS } from "@/lib/routes";

const deleteBody = z.strictObject({ confirmation: z.literal("delete this account") });

/** Deletes the account of somebody who holds no glucose data, and signs out. With data it is app/api/erase. */
export const DELETE = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  await readJsonBody(request, deleteBody);
  const { userId } = await requireUser();
  await deleteAccount(userId);
  const names = cookieNames(env());
  (await cookies()).set(names.session, "", cookieOptions(names.https, 0));
  return Response.json({ location: PATHS.home }, { headers: { "clear-site-data": '"cache", "storage"' } });
});
