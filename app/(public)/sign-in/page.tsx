import type { Metadata } from "next";
import { Consent } from "@/app/consent";
import { DropCopyHere } from "@/components/offline/drop-copy-here";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { linkTo } from "@/components/ui/link-to";
import { hasOtherWays } from "@/lib/auth/other-ways";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("pages.landing.signIn") };
}

export default async function SignInPage() {
  const { t } = await loadWords();
  return (
    <ReportBody>
      <ReportHeader title={t("pages.signIn.title")} facts={t("pages.signIn.facts")} />
      <DropCopyHere />
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
