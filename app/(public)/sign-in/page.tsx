import type { Metadata } from "next";
import { Consent } from "@/app/consent";
import { DropCopyHere } from "@/components/offline/drop-copy-here";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { PasskeyInstead } from "@/components/sign-in/passkey-sign-in";
import { linkTo } from "@/components/ui/link-to";
import { hasOtherWays } from "@/lib/auth/other-ways";
import { passkeySite } from "@/lib/auth/passkey-settings";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("pages.landing.signIn") };
}

export default async function SignInPage() {
  const words = await loadWords();
  const { t } = words;
  return (
    <ReportBody>
      <ReportHeader title={t("pages.signIn.title")} facts={t("pages.signIn.facts")} />
      <DropCopyHere />
      {passkeySite(env()) === null ? null : <PasskeyInstead words={words} />}
      {hasOtherWays() ? (
        <p className="muted">
          {t.rich("accounts.email.elsewhere", {
            link: linkTo(PATHS.emailSignIn),
          })}
        </p>
      ) : null}
      <Consent purpose="sign-in" backHref={PATHS.home} />
    </ReportBody>
  );
}
