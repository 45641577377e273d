import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import type { Place } from "@/components/layout/navigation";
import type { Reader } from "@/components/layout/reader-menu";
import { sharedWords } from "@/components/layout/shared-words";
import { OpenPageWatch } from "@/components/sharing/open-page-watch";
import { PERIOD_PRESETS_DAYS } from "@/lib/glucose/period";
import type { PatientPage, PeriodPage } from "@/lib/reports/loaders";
import { rangesQuery } from "@/lib/reports/ranges-query";
import {
  API_PATHS,
  clinicPath,
  PATHS,
  reportPath,
  sharingPath,
  VIEWS,
  viewPath,
  withQuery,
} from "@/lib/routes";
import { shows } from "@/lib/sharing/policy";

/** What a view adds to its address besides the period and the ranges, so that changing the period keeps it. */
export type ViewOptions = Readonly<Record<string, string>>;

/** The frame of a page about a patient, filled from what its loader found. */
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
  /** For views without a period: what their links to other views carry. */
  readonly passedOn?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}) {
  const { subject, isVisit, freshness, words } = page;
  const { limits } = page.access;
  // Views keep the period and the ranges of the one before; what else a view offers is its own.
  const query = period?.passedOn ?? passedOn;
  return (
    <AppShell
      reader={readerOf(page)}
      homeHref={reportPath.overview(patient)}
      places={placesOf(page, { patient, current, query })}
      current={current}
      unit={page.unit}
      unitAction={isVisit ? API_PATHS.visit : API_PATHS.preferences}
      period={
        period && {
          path: period.path,
          options: { ...period.options, ...rangesQuery(period.ranges) },
          period: period.period,
          presetDays: period.presetDays,
          visit: period.visit,
          sinceVisit: "since" in period.periodQuery,
          presetsDays: PERIOD_PRESETS_DAYS,
          firstDate: limits?.from ?? null,
          lastDate: page.lastDate,
        }
      }
      shared={subject && limits && sharedWords({ ...subject, limits, isVisit }, freshness, words)}
      freshness={freshness}
      words={words}
    >
      {limits && <OpenPageWatch url={API_PATHS.grounds(patient)} grounds={page.access.grounds} />}
      {children}
    </AppShell>
  );
}

/** Whoever has come by a link is not known: all that they can do is close the view. */
function readerOf({ subject, isVisit, words }: PatientPage): Reader {
  const frame = {
    subject: subject?.name ?? words.t("settings.account.subject"),
    languageAction: API_PATHS.language,
  };
  if (isVisit) return { kind: "visit", ...frame, closeAction: API_PATHS.visit, closedHref: PATHS.linkOver };
  return {
    kind: "person",
    ...frame,
    settingsHref: subject === null ? PATHS.connection : PATHS.security,
    signOutAction: API_PATHS.signOut,
    signedOutHref: PATHS.home,
  };
}

interface Around {
  readonly patient: string;
  readonly current: Place | null;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Whoever is let in is offered what their share reaches, and the way back: to their clinic's list, where they look on its
 * behalf, and to everybody who shares with them. By a link there is nobody else.
 */
function placesOf(
  { access: { limits, clinic }, hasPeople, hasClinics, isVisit }: PatientPage,
  { patient, current, query }: Around,
) {
  const views = VIEWS.filter((view) => limits === null || shows(limits, view)).map((view) => ({
    place: view,
    href: withQuery(viewPath(patient, view), query),
  }));
  const people = { place: "people", href: PATHS.people } as const;
  const clinics = { place: "clinics", href: PATHS.clinics } as const;
  const help = { place: "help", href: PATHS.help } as const;
  if (isVisit) return [...views, help];
  if (limits !== null)
    return [
      ...views,
      ...(clinic === null ? [] : [{ place: "worklist", href: clinicPath(clinic.id) } as const]),
      ...(clinic === null || hasPeople ? [people] : []),
      ...(clinic === null && hasClinics ? [clinics] : []),
      help,
    ];
  return [
    ...views,
    ...(hasPeople || current === "people" ? [people] : []),
    ...(hasClinics || current === "clinics" ? [clinics] : []),
    { place: "sharing", href: sharingPath(patient) } as const,
    { place: "settings", href: PATHS.connection } as const,
    help,
  ];
}
