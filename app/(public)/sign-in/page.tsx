import type { Metadata } from "next";
import { Consent } from "@/app/consent";
import { DropCopyHere } from "@/components/offline/drop-copy-here";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
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
      <Consent purpose="sign-in" backHref={PATHS.home} />
    </ReportBody>
  );
}
