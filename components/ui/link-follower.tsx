"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { SCROLL_TO } from "./link";
import styles from "./link-follower.module.css";

/**
 * Follows every `Link` of the page, and draws a hairline at the top of the window once the next page has been on its way
 * for longer than a moment. Whatever asks for a new tab or window keeps its meaning; without script they are links.
 */
export function LinkFollower() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-link]") : null;
      if (!link || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const { pathname, search, hash } = link;
      // To another place on the same page: the browser does that best.
      if (hash !== "" && pathname === location.pathname && search === location.search) return;
      event.preventDefault();
      const scroll = link.dataset["link"] === SCROLL_TO.top;
      startTransition(() => router.push(pathname + search + hash, { scroll }));
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return pending ? <span className={styles.pending} aria-hidden="true" data-pending="" /> : null;
}
