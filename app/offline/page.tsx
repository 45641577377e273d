import type { Metadata } from "next";
import { BrowserWordsProvider } from "@/components/i18n/browser-words";
import { BareShell } from "@/components/layout/bare-shell";
import { KeptOverviewReader } from "@/components/offline/kept-overview-reader";
import { OfflineHeader } from "@/components/offline/offline-header";
import { ReportBody } from "@/components/reports/report-body";
import { loadWords } from "@/lib/i18n/loaders";
import { browserTexts } from "@/lib/i18n/words";
import { PATHS, reportPath } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("offline.page.title") };
}

/** Kept in browsers that read offline, so it looks at nobody: what it shows is opened in the browser. */
export default async function OfflinePage() {
  const words = await loadWords();
  const { t, locale } = words;
  return (
    <BareShell homeHref={PATHS.home} skipLabel={t("pages.skip")}>
      <ReportBody>
        <OfflineHeader words={words} />
        <BrowserWordsProvider locale={locale} texts={browserTexts(locale)}>
          <KeptOverviewReader overviewHref={reportPath.overview("me")} />
        </BrowserWordsProvider>
        <noscript>{t("offline.page.noScript")}</noscript>
      </ReportBody>
    </BareShell>
  );
}
