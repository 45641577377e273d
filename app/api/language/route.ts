import { cookies } from "next/headers";
import { z } from "zod";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { DAY_MS } from "@/lib/clock";
import { env } from "@/lib/env";
import { isLanguage, LANGUAGE_COOKIE } from "@/lib/i18n/languages";

const languageBody = z.strictObject({
  language: z.string().refine(isLanguage, "Must be the code of a language that Hindsight speaks"),
});

const REMEMBERED_SECONDS = (365 * DAY_MS) / 1000;

/** Remembers the chosen language in this browser. Needs no session: the pages before sign-in are read in it, too. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { language } = await readJsonBody(request, languageBody);
  const { https } = cookieNames(env());
  (await cookies()).set(LANGUAGE_COOKIE, language, cookieOptions(https, REMEMBERED_SECONDS));
  return Response.json({ language });
});
