import { linkTo } from "@/components/ui/link-to";
import { helpPath, PATHS, sharingPath, viewPath } from "@/lib/routes";

/** The tags with which texts of the help page lead elsewhere: `<metrics>the page of figures</metrics>`. */
export const HELP_LINKS = {
  metrics: linkTo(PATHS.metrics),
  connection: linkTo(PATHS.connection),
  security: linkTo(PATHS.security),
  data: linkTo(PATHS.data),
  device: linkTo(PATHS.device),
  daily: linkTo(viewPath("me", "daily")),
  leftOut: linkTo(helpPath("left-out")),
  sharing: linkTo(sharingPath("me")),
};
