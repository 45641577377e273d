import { notFound } from "next/navigation";
import { requireUserOrSignIn } from "@/lib/auth";
import { AppError } from "@/lib/errors";
import type { GlucoseUnit } from "@/lib/format/unit";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { lastVisit, readVisitDates } from "@/lib/journal/data";
import { readSettings } from "@/lib/settings/data";
import { type PatientRead, readAsOwner } from "@/lib/sharing/access";
import type { PatientAccess } from "@/lib/sharing/policy";
import { type Standing, standingOf } from "./freshness";
import { type Overview, overviewOf } from "./overview";
import { type ChosenPeriod, type PageQuery, periodFromQuery } from "./period-query";

/** What every page about a patient needs before its own figures. Each page loads it anew and so authorises itself. */
export interface PatientPage extends Standing {
  readonly access: PatientAccess;
  readonly userId: string;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly locale: string;
  /** The newest local date that can have readings. */
  readonly lastDate: LocalDate;
  /** The newest local date that has some; null before the first. */
  readonly newestDate: LocalDate | null;
}

export async function loadPatientPage(patient: string): Promise<PatientPage> {
  return (await openPage(patient, async () => null)).page;
}

/** The page, and what `readAlso` finds: all in the one transaction in which the right to see it is looked up. */
async function openPage<T>(
  patient: string,
  readAlso: PatientRead<T>,
): Promise<{ readonly page: PatientPage; readonly also: T }> {
  const { userId } = await requireUserOrSignIn();
  const [{ access, standing, settings, also }, words] = await Promise.all([
    orNotFound(
      readAsOwner({ userId, patient }, async (own, options) => ({
        access: own,
        standing: await standingOf(own, options),
        settings: await readSettings(userId, options.tx),
        also: await readAlso(own, options),
      })),
    ),
    loadWords(),
  ]);
  const { availableUntil, dataThrough, displayOffsetMinutes } = standing.freshness;
  const page = {
    ...standing,
    access,
    userId,
    unit: settings.glucoseUnit,
    words,
    locale: words.locale,
    lastDate: localDateOf(availableUntil, displayOffsetMinutes),
    newestDate: dataThrough === null ? null : localDateOf(dataThrough, displayOffsetMinutes),
  };
  return { page, also };
}

/** A page about a period. Every view that has one begins with this and computes its own from `access` and `period`. */
export interface PeriodPage extends PatientPage, ChosenPeriod {
  /** The date of the last visit so far, for "since the visit"; null before the first. */
  readonly visit: LocalDate | null;
}

export async function loadPeriodPage(patient: string, query: PageQuery): Promise<PeriodPage> {
  const { page, also: visits } = await openPage(patient, readVisitDates);
  const visit = lastVisit(visits, page.lastDate);
  const chosen = periodFromQuery(query, page.freshness, visit);
  // The page for what is not found says which dates would work (app/(app)/patients/[patientId]/not-found.tsx).
  if (!chosen.ok) notFound();
  return { ...page, ...chosen.value, visit };
}

export interface OverviewPage extends PeriodPage, Overview {}

export async function loadOverview(patient: string, query: PageQuery): Promise<OverviewPage> {
  const page = await loadPeriodPage(patient, query);
  return { ...page, ...(await overviewOf(page.access, page.period, page.freshness)) };
}

async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
