import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { userOf } from "@/lib/audit/schema";
import { currentAsker, requireUserOrSignIn } from "@/lib/auth";
import { placeOf } from "@/lib/auth/place-of-request";
import { hasClinics } from "@/lib/clinics/data";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { GlucoseUnit } from "@/lib/format/unit";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { lastVisit, readVisitDates } from "@/lib/journal/data";
import { err, ok, type Result } from "@/lib/result";
import { PATHS, reportPath } from "@/lib/routes";
import { readSettings } from "@/lib/settings/data";
import { type PatientRead, readPatient } from "@/lib/sharing/access";
import { hasPeople, readSubject, type Subject } from "@/lib/sharing/data-frame";
import type { Asker } from "@/lib/sharing/data-reach";
import { visitUnit } from "@/lib/sharing/data-visits";
import type { LookedAtDays } from "@/lib/sharing/mutations-disclosure";
import type { Disclosed, PatientAccess } from "@/lib/sharing/policy";
import { type Standing, standingOf } from "./freshness";
import { type Overview, overviewOf } from "./overview";
import { type ChosenPeriod, type PageQuery, passedOnPeriod, periodFromQuery } from "./period-query";
import { rangesFromQuery, rangesQuery } from "./ranges-query";
import { sharedPeriod } from "./shared-period";

/** Of whom a page is, and which days can be shown: with it a page says which it shows. */
export interface ShownDates extends Standing {
  readonly access: PatientAccess;
  /** The newest local date that can have readings. */
  readonly lastDate: LocalDate;
  /** The newest local date that has some; null before the first. */
  readonly newestDate: LocalDate | null;
}

/** What every page about a patient needs before its own figures. Each page loads it anew and so authorises itself. */
export interface PatientPage extends ShownDates {
  /** Whether the reader has come by a view-only link, on which nobody is known. */
  readonly isVisit: boolean;
  /** Whose data it is; null for the person's own. */
  readonly subject: Subject | null;
  /** Whether there are others whose data the reader sees, or is offered. */
  readonly hasPeople: boolean;
  /** Whether the reader works in a clinic, or is invited to. */
  readonly hasClinics: boolean;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly locale: string;
}

/** The days that somebody looks at; null for none. */
type DaysOf = (dates: ShownDates) => LookedAtDays | null;

export async function loadPatientPage(
  patient: string,
  what: Disclosed,
  daysOf?: DaysOf,
): Promise<PatientPage> {
  const looked = daysOf && (({ dates }: ReadPage<null>) => daysOf(dates));
  return (await openPage({ patient, what, daysOf: looked }, async () => null)).page;
}

/** A page among a patient's views, through which the reader takes a period and ranges along. */
export interface ViewPage extends PatientPage {
  readonly query: PageQuery;
  /** What the reader looks with. It stands in the address alone: nobody else sees anything of it. */
  readonly ranges: RangeSetChoice;
  /** What links to other views carry: the period and the ranges as they were chosen. */
  readonly passedOn: Readonly<Record<string, string>>;
}

/** For a view without a period. */
export async function loadViewPage(
  patient: string,
  query: PageQuery,
  what: Disclosed,
  daysOf?: DaysOf,
): Promise<ViewPage> {
  const ranges = rangesIn(query);
  const page = await loadPatientPage(patient, what, daysOf);
  return { ...page, query, ranges, passedOn: { ...passedOnPeriod(query), ...rangesQuery(ranges) } };
}

function rangesIn(query: PageQuery): RangeSetChoice {
  const ranges = rangesFromQuery(query);
  if (!ranges.ok) notFound();
  return ranges.value;
}

async function askerOrSignIn(): Promise<Asker> {
  return (await currentAsker()) ?? redirect(PATHS.signIn);
}

/** The signed-in person's own page; null for somebody who holds no patient's data. */
export async function loadOwnPage(): Promise<PatientPage | null> {
  const asker = await requireUserOrSignIn();
  const own = { patient: "me", what: "overview" } as const;
  const found = await unlessRefused(readPage({ ...asker, visitToken: null }, own, async () => null));
  return found.ok ? found.value.page : null;
}

/** Which page, and which of its days whoever is not the owner looks at. */
interface PageWish<T> {
  readonly patient: string;
  readonly what: Disclosed;
  readonly daysOf?: ((read: ReadPage<T>) => LookedAtDays | null) | undefined;
}

async function openPage<T>(wish: PageWish<T>, readAlso: PatientRead<T>): Promise<FoundPage<T>> {
  const asker = await askerOrSignIn();
  const found = await unlessRefused(readPage(asker, wish, readAlso));
  if (found.ok) return found.value;
  // Every share shows the overview; what else there is, its navigation says.
  if (found.error === "not-shared") redirect(reportPath.overview(wish.patient));
  if (asker.userId === null) redirect(found.error === "share-ended" ? PATHS.linkOver : PATHS.signIn);
  // Somebody without data of their own is here for others'.
  if (wish.patient === "me") redirect(PATHS.people);
  if (found.error === "share-ended") redirect(PATHS.shareEnded);
  notFound();
}

interface FoundPage<T> {
  readonly page: PatientPage;
  readonly also: T;
}

interface ReadPage<T> {
  readonly dates: ShownDates;
  readonly unit: GlucoseUnit;
  readonly isVisit: boolean;
  readonly subject: Subject | null;
  readonly hasPeople: boolean;
  readonly hasClinics: boolean;
  readonly also: T;
}

/** The page, and what `readAlso` finds: all in the one transaction in which the right to see it is looked up. */
async function readPage<T>(asker: Asker, wish: PageWish<T>, readAlso: PatientRead<T>): Promise<FoundPage<T>> {
  const { network } = placeOf(await headers());
  const [{ dates, also, ...frame }, words] = await Promise.all([
    readPatient<ReadPage<T>>({ ...asker, network, ...wish }, async (access, options) => {
      const userId = userOf(access.actor);
      return {
        dates: shownDates(access, await standingOf(access, options)),
        unit:
          userId === null
            ? await visitUnit(access, options)
            : (await readSettings(userId, options.tx)).glucoseUnit,
        subject: await readSubject(access, options),
        isVisit: userId === null,
        hasPeople: userId !== null && (await hasPeople(access, userId, options)),
        hasClinics: userId !== null && (await hasClinics(access, userId, options)),
        also: await readAlso(access, options),
      };
    }),
    loadWords(),
  ]);
  const page = { ...dates, ...frame, words, locale: words.locale };
  return { page, also };
}

function shownDates(access: PatientAccess, standing: Standing): ShownDates {
  const { availableUntil, dataThrough, displayOffsetMinutes } = standing.freshness;
  return {
    ...standing,
    access,
    lastDate: localDateOf(availableUntil, displayOffsetMinutes),
    newestDate: dataThrough === null ? null : localDateOf(dataThrough, displayOffsetMinutes),
  };
}

/** A page about a period. Every view that has one begins with this and computes its own from `access` and `period`. */
export interface PeriodPage extends ViewPage, ChosenPeriod {
  /** The date of the last visit so far, for "since the visit"; null before the first. */
  readonly visit: LocalDate | null;
}

/** `daysOf`: where a view shows other days than the period. */
export async function loadPeriodPage(
  patient: string,
  query: PageQuery,
  what: Disclosed,
  daysOf: (chosen: ChosenPeriod, dates: ShownDates) => LookedAtDays | null = ({ period }) => period,
): Promise<PeriodPage> {
  const ranges = rangesIn(query);
  const choose = ({ access, freshness, lastDate }: ShownDates, visits: readonly LocalDate[]) => {
    const visit = lastVisit(visits, lastDate);
    const asked = periodFromQuery(query, freshness, visit);
    return { visit, chosen: asked.ok ? sharedPeriod(asked.value, access.limits) : asked };
  };
  const looked = ({ dates, also }: ReadPage<LocalDate[]>) => {
    const { chosen } = choose(dates, also);
    return chosen.ok ? daysOf(chosen.value, dates) : null;
  };
  const { page, also } = await openPage({ patient, what, daysOf: looked }, readVisitDates);
  const { visit, chosen } = choose(page, also);
  // The page for what is not found says which dates would work (app/(app)/patients/[patientId]/not-found.tsx).
  if (!chosen.ok) notFound();
  const passedOn = { ...chosen.value.periodQuery, ...rangesQuery(ranges) };
  return { ...page, ...chosen.value, visit, query, ranges, passedOn };
}

export interface OverviewPage extends PeriodPage, Overview {}

export async function loadOverview(patient: string, query: PageQuery): Promise<OverviewPage> {
  const page = await loadPeriodPage(patient, query, "overview");
  const { access, period, freshness, ranges } = page;
  return { ...page, ...(await overviewOf(access, period, freshness, { ranges })) };
}

/** A refusal by its name, instead of an error. */
async function unlessRefused<T>(read: Promise<T>): Promise<Result<T, string>> {
  try {
    return ok(await read);
  } catch (error) {
    if (error instanceof AppError && REFUSED_IN_WORDS.includes(error.code))
      return err(error.refusal ?? error.code);
    throw error;
  }
}

const REFUSED_IN_WORDS: readonly ErrorCode[] = ["not_found", "gone", "forbidden"];
