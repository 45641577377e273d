import type { Metadata } from "next";
import { Consent } from "@/app/consent";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { PATHS } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign in with Dexcom" };

export default function SignInPage() {
  return (
    <ReportBody>
      <ReportHeader
        title="Before you go to Dexcom"
        facts="One page of what happens next; then Dexcom asks you itself."
      />
      <Consent purpose="sign-in" backHref={PATHS.home} />
    </ReportBody>
  );
}
