import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { ProfileReport } from "@/components/profile/profile-report";
import type { ProfileChoice } from "@/lib/glucose/profile-choice";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { profileCurvesOf } from "@/lib/reports/profile";
import { profileOptions, profileQueryOf } from "@/lib/reports/profile-query";
import { queryWithRanges, rangesQuery } from "@/lib/reports/ranges-query";
import { viewPath, withQuery } from "@/lib/routes";

/** Long enough for seven days of a weekend. */
const LONGER_DAYS = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("profile.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function ProfilePage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const query = await searchParams;
  const chosen = chosenIn(query);
  const page = await loadPeriodPage(patient, query, "profile");
  const { freshness, period, ranges } = page;
  const curves = await profileCurvesOf(page.access, { period, freshness, chosen });
  const path = viewPath(patient, "profile");
  const options = profileQueryOf(chosen);
  return (
    <PatientFrame page={page} patient={patient} current="profile" period={{ ...page, path, options }}>
      <ProfileReport
        {...curves}
        chosen={chosen}
        reader={{ unit: page.unit, words: page.words }}
        held={{ ranges, hrefOf: (set) => withQuery(path, queryWithRanges(query, set)) }}
        hrefOf={(choice) => withQuery(path, { ...page.passedOn, ...profileQueryOf(choice) })}
        longer={
          period.days < LONGER_DAYS
            ? {
                days: LONGER_DAYS,
                href: withQuery(path, { days: String(LONGER_DAYS), ...rangesQuery(ranges), ...options }),
              }
            : null
        }
        state={<ViewState page={page} patient={patient} view="profile" readings={curves.observed} />}
      />
    </PatientFrame>
  );
}

function chosenIn(query: PageQuery): ProfileChoice {
  const options = profileOptions(query);
  if (!options.ok) notFound();
  return options.value;
}
