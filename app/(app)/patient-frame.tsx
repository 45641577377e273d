import type { ReactNode } from "react";
import { AppShell, type AppShellProps } from "@/components/layout/app-shell";
import type { PatientPage } from "@/lib/reports/loaders";
import { API_PATHS, PATHS, reportPath } from "@/lib/routes";

/** The frame of a signed-in page, filled from what its loader found. */
export function PatientFrame({
  page,
  patient,
  current,
  period = null,
  children,
}: {
  readonly page: PatientPage;
  readonly patient: string;
  readonly current: AppShellProps["current"];
  readonly period?: AppShellProps["period"];
  readonly children: ReactNode;
}) {
  return (
    <AppShell
      account={{
        subject: "Your data",
        settingsHref: PATHS.connection,
        signOutAction: API_PATHS.signOut,
        signedOutHref: PATHS.home,
      }}
      places={{
        overview: reportPath.overview(patient),
        daily: reportPath.daily(patient),
        settings: PATHS.connection,
      }}
      current={current}
      unit={page.unit}
      unitAction={API_PATHS.preferences}
      period={period}
      freshness={page.freshness}
      locale={page.locale}
    >
      {children}
    </AppShell>
  );
}
