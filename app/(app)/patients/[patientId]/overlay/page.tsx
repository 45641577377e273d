import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { OverlayReport } from "@/components/overlay/overlay-report";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage } from "@/lib/reports/loaders";
import { overlayOf } from "@/lib/reports/overlay";
import { type OverlayOptions, overlayOptions, overlayQuery } from "@/lib/reports/overlay-query";
import type { PageQuery } from "@/lib/reports/period-query";
import { viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("overlay.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function OverlayPage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const query = await searchParams;
  const options = optionsOf(query);
  const page = await loadPeriodPage(patient, query, "overlay");
  const { freshness, period, ranges } = page;
  const overlay = await overlayOf(page.access, { period, freshness, ranges, weekdays: options.weekdays });
  const path = viewPath(patient, "overlay");
  return (
    <PatientFrame
      page={page}
      patient={patient}
      current="overlay"
      // Another period has other days: only the weekdays go along.
      period={{ ...page, path, options: overlayQuery({ ...options, day: null }) }}
    >
      <OverlayReport
        {...overlay}
        {...options}
        period={period}
        ranges={ranges}
        reader={{ unit: page.unit, words: page.words, lastDate: page.lastDate }}
        hrefOf={(chosen) => withQuery(path, { ...page.passedOn, ...overlayQuery(chosen) })}
        dailyHref={(date) => withQuery(viewPath(patient, "daily"), { ...page.passedOn, date })}
        state={<ViewState page={page} patient={patient} view="overlay" readings={overlay.observed} />}
      />
    </PatientFrame>
  );
}

function optionsOf(query: PageQuery): OverlayOptions {
  const options = overlayOptions(query);
  if (!options.ok) notFound();
  return options.value;
}
