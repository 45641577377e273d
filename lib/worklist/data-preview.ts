import { type ClinicAccess, mayInClinic } from "@/lib/clinics/policy";
import { type Clock, systemClock } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { enterClinic, enterPatient, type TransactionOptions } from "@/lib/db/context";
import { env } from "@/lib/env";
import type { Freshness, ProfilePoint } from "@/lib/glucose/figures";
import { daysBetween } from "@/lib/glucose/local-time";
import { profileOf } from "@/lib/glucose/profile";
import { boundsInMgDl, RANGE_SETS } from "@/lib/glucose/range-sets";
import { workingsOf } from "@/lib/glucose/workings";
import { refused } from "@/lib/refusals";
import { standingOf as freshnessOf } from "@/lib/reports/freshness";
import { loadPeriodInput } from "@/lib/reports/period-input";
import { readPatient } from "@/lib/sharing/access";
import type { PatientAccess } from "@/lib/sharing/policy";
import { listClinic } from "./data-clinic";
import { openedPatients } from "./data-known";
import { listedPatient } from "./data-listed";
import { namesNow } from "./data-names";
import { clinicNoteOf, placingOf } from "./data-placing";
import { reviewsOf } from "./data-reviews";
import { dayQuarters } from "./day-quarters";
import type { ListedPatient } from "./listed-patient";
import { datesOf, type ListedDates } from "./periods";
import type { Preview, PreviewPoint } from "./preview";
import type { PeriodDays } from "./row";
import { inRangeOn, type Known, listedFigures, standingOf } from "./standing";

export interface PreviewWish {
  /** An id. */
  readonly patient: string;
  readonly days: PeriodDays;
  /** From where; null where it is not known. */
  readonly network: string | null;
}

export interface PreviewOptions extends TransactionOptions {
  readonly clock?: Clock;
  readonly delayMinutes?: number;
}

/**
 * One patient beside the list, with a row in their record like everything of theirs that is opened. The figures are those
 * of the list, from the same numbers; curves of single days and of the day as a whole only where more than a summary is
 * shared.
 */
export async function readPreview(
  access: ClinicAccess,
  { patient, days, network }: PreviewWish,
  { clock = systemClock, delayMinutes = env().DEXCOM_DATA_DELAY_MINUTES, ...options }: PreviewOptions = {},
): Promise<Preview> {
  access.demand("look");
  const { userId, clinicId } = access;
  const looking = {
    userId,
    clinicId,
    patient,
    what: "preview",
    network,
    daysOf: ({ period }: Preview) => period,
  } as const;
  return readPatient(
    looking,
    async (reader, { tx }) => {
      if (tx === undefined) throw new Error("A patient is read in a transaction.");
      const { freshness } = await freshnessOf(reader, { clock, delayMinutes, tx });
      const kept = await keptByClinic(tx, access, { reader, days, freshness });
      const { known, dates, preview } = kept;
      const curves =
        preview.scope === "summary" ? null : await curvesOf(reader, { known, dates, freshness }, { tx });
      return { ...preview, profile: curves?.profile ?? null, days: curves?.days ?? [] };
    },
    { ...options, clock, delayMinutes },
  );
}

interface Kept {
  readonly known: Known;
  readonly dates: ListedDates;
  readonly preview: Omit<Preview, "profile" | "days">;
}

/** What the list knows of this patient and what the clinic keeps about them; the transaction is about them again afterwards. */
async function keptByClinic(
  tx: Transaction,
  access: ClinicAccess,
  {
    reader,
    days,
    freshness,
  }: { readonly reader: PatientAccess; readonly days: PeriodDays; readonly freshness: Freshness },
): Promise<Kept> {
  const { clinicId } = access;
  const { patientId, actor, shareId } = reader;
  await enterClinic(tx, access);
  const clinic = await listClinic(tx, clinicId);
  const patient = await listedPatient(tx, patientId);
  // Ended a moment ago, or it is whoever asks, who does not share their own data with this clinic.
  if (patient === null) throw refused(shareId === null ? "no-such-person" : "share-ended");
  const dates = datesOf({ days, ...freshness })(patient.displayOffsetMinutes, patient.window);
  const [opened] = await openedPatients(tx, [patient], {
    defaultTargets: clinic.defaultTargets,
    now: freshness,
  });
  if (opened === undefined) throw new Error("Whoever is asked for is answered for.");
  const { known } = opened;
  const at = { clinicId, patientId };
  const preview = {
    patientId,
    name: await nameOf(tx, patient),
    scope: patient.scope,
    sharedFrom: patient.window.kind === "from" ? patient.window.date : null,
    sharedDays: patient.window.kind === "days" ? patient.window.days : null,
    expiresAt: patient.expiresAt,
    targets: known.targets,
    placing: await placingOf(tx, at, clinic.labelIds),
    note: await clinicNoteOf(tx, at),
    mayWork: mayInClinic(access.role, "work"),
    period: { from: dates.period.from, to: dates.period.to },
    displayOffsetMinutes: patient.displayOffsetMinutes,
    connection: patient.connection,
    figures: listedFigures(known, dates, freshness),
    ...foundOf(known, dates),
    reviews: await reviewsOf(tx, access, patientId),
  };
  await enterPatient(tx, { patientId, actor, shareId });
  return { known, dates, preview };
}

function foundOf(known: Known, dates: ListedDates): Pick<Preview, "dataThrough" | "change" | "flags"> {
  const { dataThrough, change, flags } = standingOf(known, dates);
  return { dataThrough, change, flags };
}

async function nameOf(tx: Transaction, patient: ListedPatient): Promise<string> {
  const name = (await namesNow(tx, [patient])).get(patient.patientId);
  if (name === undefined) throw refused("share-ended");
  return name;
}

/** The profile of the period and its newest dates, small. */
async function curvesOf(
  reader: PatientAccess,
  {
    known,
    dates: { period },
    freshness,
  }: { readonly known: Known; readonly dates: ListedDates; readonly freshness: Freshness },
  options: TransactionOptions,
): Promise<Pick<Preview, "days"> & { readonly profile: NonNullable<Preview["profile"]> }> {
  const asked = { ...period, days: daysBetween(period.from, period.to) + 1 };
  const { targets } = known;
  const workings = workingsOf(await loadPeriodInput(reader, asked, freshness, options));
  const { covered, sufficiency } = workings;
  const { verdict, points } = profileOf(covered.readings, 60, sufficiency.profile);
  return {
    profile: { verdict, points: verdict.status === "insufficient" ? [] : points.map(pointOf) },
    days: dayQuarters(covered, boundsInMgDl("mg/dL", RANGE_SETS[targets])).map((day) => ({
      ...day,
      inRange: inRangeOn(known, day.date),
    })),
  };
}

function pointOf({ minuteOfDay, p5, p25, p50, p75, p95 }: ProfilePoint): PreviewPoint {
  const whole = (value: number | null) => (value === null ? null : Math.round(value));
  return { minuteOfDay, p5: whole(p5), p25: whole(p25), p50: whole(p50), p75: whole(p75), p95: whole(p95) };
}
