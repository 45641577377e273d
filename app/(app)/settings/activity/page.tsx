import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ActivityReport } from "@/components/activity/activity-report";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { loadWords } from "@/lib/i18n/loaders";
import { loadOwnPage } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { API_PATHS, PATHS, sharingPath, withQuery } from "@/lib/routes";
import { sharesOf } from "@/lib/sharing/data";
import { disclosuresOf, recordFactsOf } from "@/lib/sharing/data-disclosures";
import { shareMovesOf } from "@/lib/sharing/data-share-moves";
import { COALESCED_MINUTES } from "@/lib/sharing/mutations-disclosure";
import { SettingsTabs } from "../settings-tabs";
import { looksFromQuery } from "./looks-from-query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("activity.title") };
}

interface Props {
  readonly searchParams: Promise<PageQuery>;
}

export default async function ActivityPage({ searchParams }: Props) {
  const own = await loadOwnPage();
  // Somebody without data of their own is here for others'.
  if (own === null) redirect(PATHS.people);
  const wish = looksFromQuery(await searchParams);
  if (wish === null) notFound();
  const { access, words } = own;
  const { now, displayOffsetMinutes } = own.freshness;
  const facts = await recordFactsOf(access);
  const { looks, hasNewer, hasOlder, from, to } = await disclosuresOf(access, wish);
  const { viewerId, what } = wish;
  // A list that is narrowed holds looks only.
  const isWhole = viewerId === null && what === null && (looks.length > 0 || facts.count === 0);
  const moves = isWhole ? await shareMovesOf(access, { from, to }) : [];
  // Of a look by a link only its share tells which link it was.
  const needsShares = moves.length > 0 || facts.viewers.some(({ name }) => name === null);
  const href = (cursor: Readonly<Record<string, string>>) =>
    withQuery(PATHS.activity, { who: viewerId, what, ...cursor });
  const [first, last] = [looks.at(0), looks.at(-1)];
  return (
    <PatientFrame page={own} patient="me" current="settings">
      <SettingsTabs current="activity" words={words} />
      <ReportBody>
        <ReportHeader title={words.t("activity.title")} facts={words.t("activity.facts")} />
        <ActivityReport
          {...facts}
          looks={looks}
          moves={moves}
          shares={needsShares ? await sharesOf(access, { now }) : []}
          viewerId={viewerId}
          what={what}
          coalescedMinutes={COALESCED_MINUTES}
          displayOffsetMinutes={displayOffsetMinutes}
          path={PATHS.activity}
          newerHref={hasNewer && first ? href({ after: String(first.seq) }) : null}
          olderHref={hasOlder && last ? href({ before: String(last.seq) }) : null}
          csvHref={API_PATHS.activity}
          sharingHref={sharingPath("me")}
          words={words}
        />
      </ReportBody>
    </PatientFrame>
  );
}
