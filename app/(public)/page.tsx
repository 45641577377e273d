import { redirect } from "next/navigation";
import { Landing } from "@/components/layout/landing";
import { currentUser } from "@/lib/auth";
import { DEXCOM_REGIONS } from "@/lib/dexcom/environments";
import { PATHS, reportPath } from "@/lib/routes";
import { site } from "@/lib/site";

export default async function LandingPage() {
  if (await currentUser()) redirect(reportPath.overview("me"));
  const { environment, delayMinutes } = site();
  return (
    <Landing
      signInHref={PATHS.signIn}
      privacyHref={PATHS.privacy}
      accounts={DEXCOM_REGIONS[environment].accounts}
      delayMinutes={delayMinutes}
    />
  );
}
