import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import type { Place } from "@/components/layout/navigation";
import { PERIOD_PRESETS_DAYS } from "@/lib/glucose/period";
import type { PatientPage, PeriodPage } from "@/lib/reports/loaders";
import { API_PATHS, PATHS, reportPath, VIEWS, viewPath, withQuery } from "@/lib/routes";

/** What a view adds to its address besides the period, so that changing the period keeps it. */
export type ViewOptions = Readonly<Record<string, string>>;

/** The frame of a signed-in page, filled from what its loader found. */
export function PatientFrame({
  page,
  patient,
  current,
  period = null,
  passedOn = {},
  children,
}: {
  readonly page: PatientPage;
  readonly patient: string;
  readonly current: Place | null;
  /** For pages about a period: where the picker leads, and the options that it keeps. */
  readonly period?: (PeriodPage & { readonly path: string; readonly options?: ViewOptions }) | null;
  /** For pages without a period: `passedOnPeriod` of their address. */
  readonly passedOn?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}) {
  // Views keep the period of the one before; what else a view offers is its own.
  const query = period?.periodQuery ?? passedOn;
  return (
    <AppShell
      account={{
        subject: page.words.t("settings.account.subject"),
        settingsHref: PATHS.connection,
        signOutAction: API_PATHS.signOut,
        signedOutHref: PATHS.home,
        languageAction: API_PATHS.language,
      }}
      homeHref={reportPath.overview(patient)}
      places={[
        ...VIEWS.map((view) => ({ place: view, href: withQuery(viewPath(patient, view), query) })),
        { place: "settings", href: PATHS.connection },
        { place: "help", href: PATHS.help },
      ]}
      current={current}
      unit={page.unit}
      unitAction={API_PATHS.preferences}
      period={
        period && {
          path: period.path,
          options: period.options ?? {},
          period: period.period,
          presetDays: period.presetDays,
          visit: period.visit,
          sinceVisit: "since" in period.periodQuery,
          presetsDays: PERIOD_PRESETS_DAYS,
          lastDate: page.lastDate,
        }
      }
      freshness={page.freshness}
      words={page.words}
    >
      {children}
    </AppShell>
  );
}
