import { cookies, headers } from "next/headers";
import { cache } from "react";
import { isLanguage, LANGUAGE_COOKIE, readerLocale } from "./languages";
import type { Words } from "./translate";
import { wordsFor } from "./words";

/** How to speak to whoever asks for this page. */
export const loadWords = cache(async (): Promise<Words> => {
  const [requestHeaders, requestCookies] = await Promise.all([headers(), cookies()]);
  const chosen = requestCookies.get(LANGUAGE_COOKIE)?.value;
  return wordsFor(readerLocale(requestHeaders.get("accept-language"), isLanguage(chosen) ? chosen : null));
});
