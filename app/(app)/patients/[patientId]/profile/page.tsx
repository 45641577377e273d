import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ProfileReport } from "@/components/profile/profile-report";
import { ConnectionNotice, EmptyReport } from "@/components/reports/report-states";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import { PERIOD_DEFAULT_DAYS } from "@/lib/glucose/period";
import type { ProfileChoice } from "@/lib/glucose/profile-choice";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { profileCurvesOf } from "@/lib/reports/profile";
import { profileOptions, profileQueryOf } from "@/lib/reports/profile-query";
import { API_PATHS, PATHS, viewPath, withQuery } from "@/lib/routes";

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
  const page = await loadPeriodPage(patient, query);
  const { connection, freshness, locale, period } = page;
  const curves = await profileCurvesOf(page.access, { period, freshness, chosen });
  const path = viewPath(patient, "profile");
  const options = profileQueryOf(chosen);
  return (
    <PatientFrame page={page} patient={patient} current="profile" period={{ ...page, path, options }}>
      <ProfileReport
        {...curves}
        chosen={chosen}
        reader={{ unit: page.unit, words: page.words }}
        hrefOf={(choice) => withQuery(path, { ...page.periodQuery, ...profileQueryOf(choice) })}
        longer={
          period.days < LONGER_DAYS
            ? { days: LONGER_DAYS, href: withQuery(path, { days: String(LONGER_DAYS), ...options }) }
            : null
        }
        state={
          <>
            <ConnectionNotice
              connection={connection}
              freshness={freshness}
              locale={locale}
              syncUrl={API_PATHS.sync(patient)}
              connectHref={PATHS.reconnect}
            />
            {curves.observed === 0 ? (
              <EmptyReport
                connection={connection}
                delayMinutes={freshness.delayMinutes}
                hasReadings={freshness.dataThrough !== null}
                latestHref={latestHref(path, page.newestDate)}
                connectHref={PATHS.reconnect}
                locale={locale}
              />
            ) : null}
          </>
        }
      />
    </PatientFrame>
  );
}

function chosenIn(query: PageQuery): ProfileChoice {
  const options = profileOptions(query);
  if (!options.ok) notFound();
  return options.value;
}

/** The days that end with the newest reading there is. */
function latestHref(path: string, newest: LocalDate | null): string {
  return newest === null
    ? path
    : withQuery(path, { from: addDays(newest, 1 - PERIOD_DEFAULT_DAYS), to: newest });
}
