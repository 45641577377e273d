import type { Metadata } from "next";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { OpenLink } from "@/components/sign-in/open-link";
import { Link } from "@/components/ui/link";
import { loadWords } from "@/lib/i18n/loaders";
import { API_PATHS, PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("accounts.link.title") };
}

/** Where a message's link leads. The token stands behind the #, so only the script below ever sees it. */
export default async function OpenLinkPage() {
  const { t } = await loadWords();
  return (
    <ReportBody>
      <ReportHeader title={t("accounts.link.title")} />
      <noscript>
        <p>{t("accounts.link.scripts")}</p>
      </noscript>
      <OpenLink
        action={API_PATHS.openLink}
        words={{ opening: t("accounts.link.opening"), missing: t("accounts.link.missing") }}
        again={<Link href={PATHS.emailSignIn}>{t("accounts.link.again")}</Link>}
      />
    </ReportBody>
  );
}
