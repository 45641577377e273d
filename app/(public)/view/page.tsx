import type { Metadata } from "next";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { TreatmentNotice } from "@/components/reports/treatment-notice";
import { viewLinkWords } from "@/components/sharing/form-words";
import { NothingToGoBackTo } from "@/components/sharing/nothing-to-go-back-to";
import { OpenViewLink } from "@/components/sharing/open-view-link";
import { Notice } from "@/components/ui/notice";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { API_PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("sharedView.door.title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly ended?: string | string[] }>;
}

/** Where a view-only link leads. The token stands behind the #, so this page cannot know whose data it opens. */
export default async function ViewLinkPage({ searchParams }: Props) {
  const words = await loadWords();
  const { t } = words;
  return (
    <ReportBody>
      <ReportHeader title={t("sharedView.door.title")} />
      {(await searchParams).ended === "link" ? (
        <>
          <NothingToGoBackTo />
          <Notice role="status" title={t("sharedView.door.ended")}>
            {t("sharedView.door.endedText")}
          </Notice>
        </>
      ) : (
        <Door words={words} />
      )}
    </ReportBody>
  );
}

function Door({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <>
      <div className="prose">
        <p>{t("sharedView.door.seen")}</p>
        <p>{t("sharedView.door.noted")}</p>
        {/* Without its link: whoever follows it loses the token, which is in this page only. */}
        <TreatmentNotice words={words} />
      </div>
      <noscript>
        <p>{t("sharedView.door.scripts")}</p>
      </noscript>
      <OpenViewLink action={API_PATHS.openViewLink} words={viewLinkWords(words)} />
    </>
  );
}
