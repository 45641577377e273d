import NextLink from "next/link";
import type { ComponentProps } from "react";
import { LinkPending } from "./link-pending";

/** A link inside the app. Pages hold health data and are never cached, so nothing is fetched before it is asked for. */
export function Link({
  children,
  ...props
}: Omit<ComponentProps<typeof NextLink>, "prefetch" | "href"> & { readonly href: string }) {
  return (
    <NextLink prefetch={false} {...props}>
      {children}
      <LinkPending />
    </NextLink>
  );
}
