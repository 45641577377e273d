"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/**
 * The content of a popover, made when it opens for the first time: for what a browser is slow to make, as the first field
 * for a date of a page is. Without scripts it is there from the beginning.
 */
export function WhenOpened({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  const [wasOpened, setWasOpened] = useState(false);
  useEffect(() => {
    const popover = place.current?.closest("[popover]");
    if (!popover) return;
    // Before it shows, so that the focus finds the fields.
    const open = () => flushSync(() => setWasOpened(true));
    popover.addEventListener("beforetoggle", open, { once: true });
    // It may have been opened before this script had loaded.
    if (popover.matches(":popover-open")) setWasOpened(true);
    return () => popover.removeEventListener("beforetoggle", open);
  }, []);
  return wasOpened ? children : <noscript ref={place}>{children}</noscript>;
}
