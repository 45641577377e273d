import type { ComponentProps } from "react";

/** What `LinkFollower` knows its links by; the value says where the page is scrolled to. */
export const SCROLL_TO = { top: "top", stay: "stay" } as const;

/**
 * A link inside the app: a plain one, which `LinkFollower` follows without loading everything anew. A view has hundreds,
 * and none of them needs a component in the browser. Pages hold health data and are never cached, so nothing is fetched
 * before it is asked for.
 */
export function Link({
  scroll = true,
  children,
  ...props
}: Omit<ComponentProps<"a">, "target" | "href"> & {
  readonly href: string;
  /** False keeps the page where it is, for links that change a part of it. */
  readonly scroll?: boolean;
}) {
  return (
    <a {...props} data-link={scroll ? SCROLL_TO.top : SCROLL_TO.stay}>
      {children}
    </a>
  );
}
