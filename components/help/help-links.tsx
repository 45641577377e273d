import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { helpPath, PATHS, viewPath } from "@/lib/routes";

function linkTo(href: string) {
  return (text: ReactNode) => <Link href={href}>{text}</Link>;
}

/** The tags with which texts of the help page lead elsewhere: `<metrics>the page of figures</metrics>`. */
export const HELP_LINKS = {
  metrics: linkTo(PATHS.metrics),
  connection: linkTo(PATHS.connection),
  data: linkTo(PATHS.data),
  device: linkTo(PATHS.device),
  daily: linkTo(viewPath("me", "daily")),
  leftOut: linkTo(helpPath("left-out")),
};
