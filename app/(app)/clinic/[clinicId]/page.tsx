import type { Metadata } from "next";
import { ClinicFrame } from "@/app/(app)/clinic/clinic-frame";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Worklist } from "@/components/worklist/worklist";
import type { HostedPatient } from "@/components/worklist/worklist-host";
import type { ListAddress } from "@/components/worklist/worklist-query";
import { mayInClinic } from "@/lib/clinics/policy";
import { loadWords } from "@/lib/i18n/loaders";
import { previewTexts } from "@/lib/i18n/words";
import { rangesQuery } from "@/lib/reports/ranges-query";
import { API_PATHS, clinicPath, clinicTeamPath, reportPath, withQuery } from "@/lib/routes";
import { loadWorklist } from "@/lib/worklist/loaders";
import { sortedBy, WORKLIST_DEFAULT, type WorklistQuery, worklistAddress } from "@/lib/worklist/query";
import { PERIODS, type WorklistRow } from "@/lib/worklist/row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("clinics.tabs.worklist") };
}

interface Props {
  readonly params: Promise<{ clinicId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Everybody who shares with a clinic: who needs a look, and why. */
export default async function WorklistRoute({ params, searchParams }: Props) {
  const view = await loadWorklist((await params).clinicId, await searchParams);
  const { page, access, query, list, labels, unit } = view;
  const { words } = page;
  const { clinicId } = access;
  const address = addressesOf(clinicId, query);
  const ofKind = (kind: "tag" | "site") => labels.filter((label) => label.kind === kind);
  const placings = { tags: ofKind("tag"), sites: ofKind("site") };
  return (
    <ClinicFrame
      page={view}
      current="worklist"
      wide
      controls={
        <ChoiceLinks
          label={words.t("worklist.period")}
          current={String(query.days)}
          choices={PERIODS.map((days) => ({
            id: String(days),
            label: words.t("worklist.days", { count: days }),
            href: address.changed({ days }),
          }))}
        />
      }
    >
      <Worklist
        list={list}
        query={query}
        search={view.search}
        searchUrl={API_PATHS.worklistSearch(clinicId)}
        labels={placings}
        address={address}
        clinic={view.name}
        code={view.code}
        teamHref={clinicTeamPath(clinicId)}
        patients={list.rows.map((row) => hosted(clinicId, row, query))}
        host={{
          canWork: mayInClinic(access.role, "work"),
          labels: placings,
          unit,
          locale: words.locale,
          texts: previewTexts(words.locale),
          watch: { url: API_PATHS.listGrounds(clinicId), grounds: list.grounds },
        }}
        unit={unit}
        now={view.now}
        words={words}
      />
    </ClinicFrame>
  );
}

function addressesOf(clinicId: string, query: WorklistQuery): ListAddress {
  const path = clinicPath(clinicId);
  return {
    changed: (change) => `${path}${worklistAddress(query, change)}`,
    sorted: (column) => `${path}${worklistAddress(query, sortedBy(query, column))}`,
    everybody: `${path}${worklistAddress({ ...WORKLIST_DEFAULT, days: query.days })}`,
  };
}

function hosted(
  clinicId: string,
  { patientId, name, targets }: WorklistRow,
  { days }: WorklistQuery,
): HostedPatient {
  return {
    id: patientId,
    name,
    previewUrl: withQuery(API_PATHS.preview(clinicId, patientId), { days: String(days) }),
    reviewUrl: API_PATHS.review(clinicId, patientId),
    noteUrl: API_PATHS.clinicNote(clinicId, patientId),
    placingUrl: API_PATHS.placing(clinicId, patientId),
    reportsHref: withQuery(reportPath.overview(patientId), rangesQuery(targets)),
  };
}
