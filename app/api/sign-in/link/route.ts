import { cookies } from "next/headers";
import type { z } from "zod";
import { accountOf } from "@/lib/accounts/data";
import { linkMessage } from "@/lib/accounts/link-message";
import { countLinkAsked } from "@/lib/accounts/mutations-attempts";
import { askForLink } from "@/lib/accounts/mutations-link";
import { askBody, LINK_MINUTES_MAX } from "@/lib/accounts/schema";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { currentSession } from "@/lib/auth";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { isRecentlyConfirmed } from "@/lib/auth/data";
import { placeOf } from "@/lib/auth/place-of-request";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { newSecretToken } from "@/lib/ids";
import { mailDelivery } from "@/lib/mail/delivery-kind";
import { refused } from "@/lib/refusals";

/**
 * "Send me a link": to sign in, to add an address to an account, or to confirm who one is. The answer is the same for an
 * address that is known and one that is not; it says only that a message was written.
 */
export const POST = route(async (request) => {
  const settings = env();
  requireSameOrigin(request, settings.NEXTAUTH_URL);
  if (mailDelivery(settings) === "none") throw refused("no-mail");
  const asked = await readJsonBody(request, askBody);
  const { address, member } = await recipientOf(asked);
  await countLinkAsked({ address, network: placeOf(request.headers).network ?? "unknown" });

  const names = cookieNames(settings);
  const jar = await cookies();
  // One secret for all that this browser asks for, so that an older message still opens beside a newer one.
  const browserToken = jar.get(names.link)?.value ?? newSecretToken();
  const words = await loadWords();
  await askForLink({
    address,
    member,
    browserToken,
    purpose: asked.purpose,
    compose: (secrets) =>
      linkMessage({ ...secrets, purpose: asked.purpose, origin: settings.NEXTAUTH_URL }, words),
  });
  jar.set(names.link, browserToken, cookieOptions(names.https, LINK_MINUTES_MAX * 60));
  return Response.json({}, { status: 202 });
});

async function recipientOf(asked: z.output<typeof askBody>) {
  if (asked.purpose === "sign-in") return { address: asked.address, member: null };
  const member = await currentSession();
  if (!member) throw refused("session-ended");
  if (asked.purpose === "add-address") {
    if (!(await isRecentlyConfirmed(member.sessionId))) throw refused("confirm-first");
    return { address: asked.address, member };
  }
  const account = await accountOf(member.userId);
  if (!account?.email) throw refused("no-such-entry");
  return { address: account.email.address, member };
}
