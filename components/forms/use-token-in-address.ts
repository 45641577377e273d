"use client";

import { useEffect, useState } from "react";

const TOKEN = /^#([\w-]{43})$/;

/**
 * The token that stands behind the # of a link: taken out of the address bar and its history, so that it is in this page
 * and nowhere else. Undefined before it was looked for, null where there is none.
 */
export function useTokenInAddress(): string | null | undefined {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const take = () => {
      const found = TOKEN.exec(globalThis.location.hash)?.[1] ?? null;
      globalThis.history.replaceState(null, "", globalThis.location.pathname);
      setToken(found);
    };
    // After the first frame: the server knows nothing of what stands behind the #, and drew the page without it.
    const reading = requestAnimationFrame(take);
    // A second link in the same tab loads no page. What else stands behind a #, such as the way to the content, is none.
    const takeAnother = () => {
      if (TOKEN.test(globalThis.location.hash)) take();
    };
    globalThis.addEventListener("hashchange", takeAnother);
    return () => {
      cancelAnimationFrame(reading);
      globalThis.removeEventListener("hashchange", takeAnother);
    };
  }, []);
  return token;
}
