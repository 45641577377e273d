import type { ReactNode } from "react";

// What tags in texts of the catalogue become, for `t.rich`. Plain functions, not components: they run while a text is put
// together.

export function strong(text: ReactNode): ReactNode {
  return <strong>{text}</strong>;
}

export function small(text: ReactNode): ReactNode {
  return <small>{text}</small>;
}

/** A tag that becomes a span with a class. */
export function spanWith(className: string | undefined): (text: ReactNode) => ReactNode {
  return (text) => <span className={className}>{text}</span>;
}
