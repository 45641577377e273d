import { redirect } from "next/navigation";
import { Landing } from "@/components/layout/landing";
import { currentUser } from "@/lib/auth";
import { hasOtherWays } from "@/lib/auth/other-ways";
import { passkeySite } from "@/lib/auth/passkey-settings";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { reportPath } from "@/lib/routes";
import { site } from "@/lib/site";

export default async function LandingPage() {
  if (await currentUser()) redirect(reportPath.overview("me"));
  return (
    <Landing
      site={site()}
      hasOtherWays={hasOtherWays()}
      hasPasskeys={passkeySite(env()) !== null}
      words={await loadWords()}
    />
  );
}
