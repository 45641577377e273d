import type { Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import type { Freshness } from "@/lib/glucose/figures";
import { openedPatients } from "./data-known";
import type { ListedPatient } from "./listed-patient";
import { mostNeedFirst } from "./order";
import { knownKeyOf } from "./patient-key";
import { datesOf, type ListedDates, windowKey } from "./periods";
import { type Reckoned, ReckonedLists } from "./reckoned-list";
import { PERIODS, type PeriodDays } from "./row";
import { type Standing, standingOf } from "./standing";
import { type StandingGround, StandingMemory } from "./standing-memory";

const memory = new StandingMemory();
const lists = new ReckonedLists();

/** So many rows are a few megabytes on their way: enough for one statement, little enough for several readers at once. */
const OPENED_AT_ONCE = 1_000;

export interface StandingWish {
  readonly days: PeriodDays;
  readonly defaultTargets: Targets;
  readonly now: Pick<Freshness, "availableUntil" | "delayMinutes">;
}

/**
 * How all these patients stand, whoever needs a look first. The very same patients on the same dates are not reckoned again
 * (reckoned-list.ts); of others nothing is opened but whose summary, targets, window or day is another than the last time.
 */
export async function reckonedList(
  tx: Transaction,
  patients: readonly ListedPatient[],
  wish: StandingWish,
): Promise<readonly Reckoned[]> {
  const { days, defaultTargets, now } = wish;
  const datesFor = datesOf({ days, ...now });
  const dates = clocksOf(patients).map(
    ({ displayOffsetMinutes, window }) => datesFor(displayOffsetMinutes, window).today,
  );
  const ground = { days, defaultTargets, dates: dates.join(" ") };
  const known = lists.find(patients, ground, now);
  if (known !== null) return known;
  const standings = await standingsOf(tx, patients, wish);
  const list = mostNeedFirst(
    patients.map((patient) => {
      const standing = standings.get(patient.patientId);
      if (standing === undefined) throw new Error("Everybody in a list stands somehow.");
      return {
        ...standing,
        reviewedAt: patient.review?.at ?? null,
        patient,
        dates: datesFor(patient.displayOffsetMinutes, patient.window),
      };
    }),
  );
  lists.keep(patients, ground, { availableUntil: now.availableUntil, until: keptUntil(patients), list });
  return list;
}

const clocks = new WeakMap<readonly ListedPatient[], readonly ListedPatient[]>();

/** One patient of each wall clock and window: others of them have the same dates. */
function clocksOf(patients: readonly ListedPatient[]): readonly ListedPatient[] {
  let known = clocks.get(patients);
  if (known === undefined) {
    const clockOf = ({ displayOffsetMinutes, window }: ListedPatient) =>
      `${displayOffsetMinutes} ${windowKey(window)}`;
    known = [...new Map(patients.map((patient) => [clockOf(patient), patient])).values()];
    clocks.set(patients, known);
  }
  return known;
}

/** When the first of their keys is let go of; in the past where one was already. */
function keptUntil(patients: readonly ListedPatient[]): Instant {
  return patients.reduce(
    (until, patient) => Math.min(until, knownKeyOf(patient)?.until ?? Number.NEGATIVE_INFINITY),
    Number.POSITIVE_INFINITY,
  );
}

/**
 * How these patients stand, by their ids. Where one is opened, all periods are reckoned: whoever turns a list by one turns it
 * by the others.
 */
async function standingsOf(
  tx: Transaction,
  patients: readonly ListedPatient[],
  { days, defaultTargets, now }: StandingWish,
): Promise<ReadonlyMap<string, Standing>> {
  const datesFor = ofEachPeriod((one) => datesOf({ days: one, ...now }));
  const datesIn = (one: PeriodDays, { displayOffsetMinutes, window }: ListedPatient) =>
    datesFor[one](displayOffsetMinutes, window);
  const found = new Map<string, Standing>();
  const toOpen: ListedPatient[] = [];
  for (const patient of patients) {
    const key = knownKeyOf(patient)?.key;
    const ground = key && groundOf(patient, datesIn(days, patient), defaultTargets);
    const kept = key && ground && memory.find(key, ground, now);
    if (kept) found.set(patient.patientId, kept[days]);
    else toOpen.push(patient);
  }
  for (let first = 0; first < toOpen.length; first += OPENED_AT_ONCE) {
    const part = toOpen.slice(first, first + OPENED_AT_ONCE);
    const opened = await openedPatients(tx, part, { defaultTargets, now });
    for (const { patient, key, known, countedThrough } of opened) {
      const standings = ofEachPeriod((period) => standingOf(known, datesIn(period, patient)));
      const ground = groundOf(patient, datesIn(days, patient), defaultTargets);
      if (countedThrough !== null && ground !== null) memory.keep(key, ground, { countedThrough, standings });
      found.set(patient.patientId, standings[days]);
    }
  }
  return found;
}

function groundOf(
  { summary, chosenTargets, connection, displayOffsetMinutes }: ListedPatient,
  { today, sharedFrom }: ListedDates,
  defaultTargets: Targets,
): StandingGround | null {
  if (summary === null) return null;
  return {
    revision: summary.revision,
    format: summary.format,
    targets: chosenTargets ?? defaultTargets,
    connection,
    displayOffsetMinutes,
    today,
    sharedFrom,
  };
}

function ofEachPeriod<T>(make: (days: PeriodDays) => T): Readonly<Record<PeriodDays, T>> {
  const [one, week, fortnight, month] = PERIODS;
  return {
    [one]: make(one),
    [week]: make(week),
    [fortnight]: make(fortnight),
    [month]: make(month),
  };
}
