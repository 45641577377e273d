"use client";

import { type ReactNode, useState } from "react";
import { useCameAsHtml } from "./use-mounted";

/**
 * A `details` whose content is made when it is first opened: closed tables and definitions would be half of what the
 * browser builds for a view. In HTML from the server it is there at once, for those without script.
 */
export function Disclosure({
  summary,
  className,
  isOpen = false,
  children,
}: {
  readonly summary: ReactNode;
  readonly className?: string | undefined;
  /** Open from the start. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  const cameAsHtml = useCameAsHtml();
  const [isFilled, setFilled] = useState(cameAsHtml || isOpen);
  return (
    <details className={className} open={isOpen} onToggle={() => setFilled(true)}>
      <summary>{summary}</summary>
      {isFilled ? children : null}
    </details>
  );
}
