import type { Targets } from "@/lib/clinics/schema";
import type { Transaction } from "@/lib/db/client";
import type { Freshness } from "@/lib/glucose/figures";
import { openedPatients } from "./data-known";
import type { ListedPatient } from "./listed-patient";
import { knownKeyOf } from "./patient-key";
import { datesOf, type ListedDates } from "./periods";
import { PERIODS, type PeriodDays } from "./row";
import { type Standing, standingOf } from "./standing";
import { type StandingGround, StandingMemory } from "./standing-memory";

const memory = new StandingMemory();

/** So many rows are a few megabytes on their way: enough for one statement, little enough for several readers at once. */
const OPENED_AT_ONCE = 1_000;

export interface StandingWish {
  readonly days: PeriodDays;
  readonly defaultTargets: Targets;
  readonly now: Pick<Freshness, "availableUntil" | "delayMinutes">;
}

/**
 * How these patients stand, by their ids. Only of those whose summary, targets, window or day is another than the last
 * time anything is opened; then all periods are reckoned at once, since whoever turns a list by one turns it by the others.
 */
export async function standingsOf(
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
    const key = knownKeyOf(patient);
    const ground = key && groundOf(patient, datesIn(days, patient), defaultTargets);
    const kept = key && ground && memory.find(key, ground, now);
    if (kept === null) toOpen.push(patient);
    else found.set(patient.patientId, kept[days]);
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
