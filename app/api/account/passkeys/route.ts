import { z } from "zod";
import { accountOf } from "@/lib/accounts/data";
import { keptPasskeysOf } from "@/lib/accounts/data-passkeys";
import { creationOptions } from "@/lib/accounts/passkey-options";
import { PASSKEYS_MAX } from "@/lib/accounts/schema";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireRecentSession } from "@/lib/auth";
import { beginPasskey } from "@/lib/auth/passkey-trip";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { refused } from "@/lib/refusals";

/** Begins to add a passkey; answers with what the browser wants to know to make one. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  await readJsonBody(request, z.strictObject({}));
  const member = await requireRecentSession();
  const { userId } = member;
  const account = await accountOf(userId);
  // Before the person makes one in vain.
  if ((account?.passkeys ?? 0) >= PASSKEYS_MAX) throw refused("too-many-passkeys");
  const name = account?.name ?? (await loadWords()).t("accounts.account.unnamed");
  const known = await keptPasskeysOf(userId);
  const trip = await beginPasskey({ purpose: "add", member });
  return Response.json(await creationOptions({ ...trip, userId, name, known }));
});
