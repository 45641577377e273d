import type { Metadata } from "next";
import { PersonFrame } from "@/app/(app)/person-frame";
import { NameForm } from "@/components/account/name-form";
import { nameWords } from "@/components/account/name-words";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { EnterCode } from "@/components/sharing/enter-code";
import { enterCodeWords } from "@/components/sharing/form-words";
import { NothingToGoBackTo } from "@/components/sharing/nothing-to-go-back-to";
import { Said } from "@/components/sharing/said";
import { SharePart } from "@/components/sharing/share-card";
import { verifiedInWords } from "@/components/sharing/share-words";
import { EndedWithMe, SharedWithMe } from "@/components/sharing/shared-with-me";
import { linkTo } from "@/components/ui/link-to";
import { Notice } from "@/components/ui/notice";
import { loadWords } from "@/lib/i18n/loaders";
import { API_PATHS, PATHS, reportPath } from "@/lib/routes";
import { loadPeople, type PeoplePage } from "@/lib/sharing/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("accounts.people.title") };
}

interface Props {
  readonly searchParams: Promise<{ readonly ended?: string | string[] }>;
}

/** Whose glucose the signed-in person may see. */
export default async function SharedWithMePage({ searchParams }: Props) {
  const people = await loadPeople();
  const { page, own, shares, now } = people;
  const { account, words } = page;
  const { t } = words;
  const shown = {
    shares,
    clock: { now, displayOffsetMinutes: own?.freshness.displayOffsetMinutes ?? 0 },
    isKnown: people.identity !== null,
    shareUrl: API_PATHS.shareAsViewer,
    reportHref: reportPath.overview,
    words,
  };
  return (
    <PersonFrame current="people" page={page} own={own}>
      <ReportBody>
        <ReportHeader title={t("accounts.people.title")} />
        {(await searchParams).ended === "share" ? (
          <>
            <NothingToGoBackTo />
            <Notice role="status" title={t("sharing.people.ended")} />
          </>
        ) : null}
        {account.name === null ? <NameForm action={API_PATHS.name} name="" words={nameWords(words)} /> : null}
        <Said>
          <SharedWithMe {...shown} />
          <CodePart {...people} />
          <EndedWithMe {...shown} />
        </Said>
        {account.hasDexcom ? null : (
          <p className="muted">{t.rich("accounts.people.own", { link: linkTo(PATHS.joinDexcom) })}</p>
        )}
      </ReportBody>
    </PersonFrame>
  );
}

/** Where a code is entered, or what has to be done first: a code is for somebody who can be known. */
function CodePart({ page: { account, words }, identity }: PeoplePage) {
  const { t } = words;
  return (
    <SharePart id="code" title={t("sharing.people.code.title")} facts={t("sharing.people.code.facts")}>
      {identity === null ? (
        <p>
          {account.name === null
            ? t("sharing.people.code.nameFirst")
            : t.rich("sharing.people.code.verifiedFirst", { link: linkTo(PATHS.changeWays) })}
        </p>
      ) : (
        <>
          <p>
            {t("sharing.people.code.seen", {
              name: identity.name,
              verified: verifiedInWords(identity.verifiedBy, words),
            })}
          </p>
          <EnterCode action={API_PATHS.redeemCode} words={enterCodeWords(words)} />
        </>
      )}
    </SharePart>
  );
}
