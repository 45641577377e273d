"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useMounted } from "@/components/ui/use-mounted";

interface OnePerson {
  /** Who is open beside the list. */
  readonly openId: string | null;
  /** Where the keyboard stops in the list: from there its keys go on. */
  readonly stopId: string | null;
}

const People = createContext<OnePerson>({ openId: null, stopId: null });

/** Tells the rows of a list which of them is open, and at which the keyboard stops. */
export function OpenPerson({ openId, stopId, children }: OnePerson & { readonly children: ReactNode }) {
  return <People value={{ openId, stopId }}>{children}</People>;
}

/** Somebody's name: their reports, and beside a list that is alive their preview. */
export function PersonLink({
  id,
  href,
  children,
}: {
  readonly id: string;
  readonly href: string;
  readonly children: ReactNode;
}) {
  const { openId, stopId } = useContext(People);
  // The whole list is one stop of the Tab key, with arrows inside; without script each link is one.
  const isStop = !useMounted() || stopId === null || stopId === id;
  return (
    <a
      href={href}
      data-preview={id}
      aria-current={openId === id || undefined}
      tabIndex={isStop ? undefined : -1}
    >
      {children}
    </a>
  );
}
