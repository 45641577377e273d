import type { ReactNode } from "react";
import { Link } from "./link";

/** What a tag such as `<link>` in a text of the catalogue becomes, for `t.rich`. */
export function linkTo(href: string): (text: ReactNode) => ReactNode {
  return (text) => <Link href={href}>{text}</Link>;
}
