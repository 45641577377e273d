import type { Targets } from "@/lib/clinics/schema";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import type { Freshness } from "@/lib/glucose/figures";
import { sealedSummaries } from "./data-sealed";
import { aggregatesIn, keyOf, knownBy } from "./known";
import type { ListedPatient } from "./listed-patient";
import { datesOf, type ListedDates } from "./periods";
import { PERIODS, type PeriodDays } from "./row";
import { type Standing, standingOf } from "./standing";
import { type StandingGround, StandingMemory } from "./standing-memory";

const memory = new StandingMemory();

/** So many rows are a few megabytes on their way: enough for one statement, little enough for several readers at once. */
const ROWS_PER_STATEMENT = 1_000;

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
  let missing: Missing[] = [];
  const reckonMissing = async () => {
    const sealed = await sealedSummaries(
      tx,
      missing.flatMap(({ patient: { summary } }) => summary ?? []),
    );
    for (const { patient, key, ground } of missing) {
      const aggregates = aggregatesIn(sealed.get(patient.patientId), patient, key, now);
      const known = knownBy(aggregates, patient, defaultTargets);
      // What was opened is let go of again with this round: thousands of patients need not lie open at a time.
      const standings = ofEachPeriod((period) => standingOf(known, datesIn(period, patient)));
      if (aggregates !== null && ground !== null)
        memory.keep(key, ground, { countedThrough: aggregates.countedThrough, standings });
      found.set(patient.patientId, standings[days]);
    }
    missing = [];
  };
  const keys = await keysOf(patients);
  for (let at = 0; at < patients.length; at += 1) {
    const [patient, key] = [patients[at], keys[at]];
    if (patient === undefined || key === undefined) continue;
    const ground = groundOf(patient, datesIn(days, patient), defaultTargets);
    const kept = ground && memory.find(key, ground, now);
    if (kept === null) missing.push({ patient, key, ground });
    else found.set(patient.patientId, kept[days]);
    if (missing.length === ROWS_PER_STATEMENT) await reckonMissing();
  }
  await reckonMissing();
  return found;
}

/** In parts: unwrapping waits for other threads, and all of a large clinic at once would be as many promises. */
async function keysOf(patients: readonly ListedPatient[]): Promise<DataKey[]> {
  const keys: DataKey[] = [];
  for (let first = 0; first < patients.length; first += ROWS_PER_STATEMENT)
    keys.push(...(await Promise.all(patients.slice(first, first + ROWS_PER_STATEMENT).map(keyOf))));
  return keys;
}

interface Missing {
  readonly patient: ListedPatient;
  readonly key: DataKey;
  readonly ground: StandingGround | null;
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
