"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useTransition } from "react";

/**
 * Follows plain links inside of an element as `Link` follows its own, for pages with hundreds of them: one listener
 * instead of a component each. Whatever asks for a new tab or window keeps its meaning, and without script they are links.
 */
export function usePlainLinks(selector: string) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(selector) : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    startTransition(() => router.push(link.pathname + link.search));
  };
  return { onClick, pending };
}
