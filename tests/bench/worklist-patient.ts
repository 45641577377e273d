import { DAY_MS, type Instant } from "@/lib/clock";
import type { DayAggregate } from "@/lib/glucose/aggregates/day-aggregate";
import { DayAggregates } from "@/lib/glucose/aggregates/day-aggregates";
import { addDays, type LocalDate, localDateOf, midnight } from "@/lib/glucose/local-time";
import { latestPeriod } from "@/lib/glucose/period";
import type { PatientAggregates } from "@/lib/reports/aggregates-codec";
import { SUMMARY_DATES } from "@/lib/reports/mutations-summary";
import type { ShareTerms } from "@/lib/sharing/schema";
import { type Dice, dice, seedOf } from "@/lib/simulator/physiology/dice";

/** A patient of a clinic as a list knows them: no reading, only what was counted of each date. */
export interface BenchPatient {
  readonly name: string;
  readonly status: "active" | "reconnect_needed" | "disconnected";
  readonly terms: ShareTerms;
  readonly aggregates: PatientAggregates;
}

const CADENCE_MINUTES = 5;
const READINGS_PER_DAY = 288;
const DAY_SECONDS = DAY_MS / 1_000;

/** Patient `index` of a run, always the same of the same seed and moment. */
export function benchPatient(seed: number, index: number, availableUntil: Instant): BenchPatient {
  const roll = dice(seedOf(`worklist ${seed}`), "patient", index);
  const status = roll.chance(0.05) ? "reconnect_needed" : roll.chance(0.03) ? "disconnected" : "active";
  const newestReadingAt = newestOf(roll, status, availableUntil);
  const displayOffsetMinutes = roll.pick([-480, -300, 0, 60, 345]);
  // Where the connection is broken nothing was fetched since, and so nothing was expected.
  const checkedThrough = status === "active" ? availableUntil : (newestReadingAt ?? availableUntil);
  const clock = { availableUntil, displayOffsetMinutes, newestReadingAt, checkedThrough };
  return {
    name: `${roll.pick(GIVEN_NAMES)} ${roll.pick(FAMILY_NAMES)}`,
    status,
    terms: termsOf(roll, localDateOf(availableUntil - 20 * DAY_MS, displayOffsetMinutes)),
    aggregates: {
      days: DayAggregates.of(daysOf(roll, clock), CADENCE_MINUTES),
      newestReadingAt,
      checkedThrough,
      displayOffsetMinutes,
      countedThrough: newestReadingAt ?? Number.NEGATIVE_INFINITY,
    },
  };
}

/** Words to search for: each is part of the names of some hundred patients. */
export function benchSearches(count: number): string[] {
  return Array.from({ length: count }, (_, i) => FAMILY_NAMES[i % FAMILY_NAMES.length] ?? FAMILY_NAMES[0]);
}

/** Some never had a reading, some stopped weeks ago, and with a broken connection everybody did. */
function newestOf(roll: Dice, status: BenchPatient["status"], availableUntil: Instant): Instant | null {
  if (roll.chance(0.02)) return null;
  const hasStopped = status !== "active" || roll.chance(0.03);
  return availableUntil - (hasStopped ? Math.floor(roll.between(1, 58)) * DAY_MS : 0);
}

function termsOf(roll: Dice, windowFrom: LocalDate): ShareTerms {
  return {
    scope: roll.chance(0.1) ? "summary" : "reports",
    withEvents: false,
    withNotes: false,
    window: roll.chance(0.8)
      ? { kind: "all" }
      : roll.pick<ShareTerms["window"]>([
          { kind: "days", days: 90 },
          { kind: "from", date: windowFrom },
        ]),
    lasts: roll.pick(["open", "90-days"]),
  };
}

interface PatientClock {
  readonly availableUntil: Instant;
  readonly displayOffsetMinutes: number;
  readonly newestReadingAt: Instant | null;
  readonly checkedThrough: Instant;
}

/** How somebody is, in parts of all readings. */
interface Control {
  readonly below: number;
  readonly above: number;
  readonly worn: number;
  /** How much more is above in the newest two weeks. */
  readonly slip: number;
}

function daysOf(roll: Dice, clock: PatientClock): DayAggregate[] {
  const { displayOffsetMinutes, newestReadingAt, checkedThrough } = clock;
  const control: Control = {
    below: between(0, roll.bell(0.02, 0.015), 0.15),
    above: between(0.03, roll.bell(0.2, 0.12), 0.9),
    worn: roll.chance(0.85) ? roll.between(0.9, 1) : roll.between(0.3, 0.8),
    slip: roll.chance(0.1) ? 0.22 : 0,
  };
  const { from } = latestPeriod(SUMMARY_DATES, clock);
  return Array.from({ length: SUMMARY_DATES }, (_, i): DayAggregate => {
    const date = addDays(from, i);
    const began = midnight(date, displayOffsetMinutes);
    const hours = (until: Instant | null) =>
      until === null ? 0 : between(0, (until - began) / 1_000, DAY_SECONDS) / DAY_SECONDS;
    const readings = Math.round(READINGS_PER_DAY * control.worn * hours(newestReadingAt));
    const isNewest = i >= SUMMARY_DATES - 14;
    return {
      ...readingsOf(roll, readings, { ...control, slip: isNewest ? control.slip : 0 }),
      date,
      expectedSeconds: Math.round(DAY_SECONDS * hours(checkedThrough)),
    };
  });
}

/** A value of each class (lib/glucose/aggregates/day-aggregate.ts): all readings of a class are this one. */
const VALUES = [50, 58, 66, 105, 160, 210, 290] as const;

function readingsOf(
  roll: Dice,
  readings: number,
  { below, above, slip }: Control,
): Omit<DayAggregate, "date" | "expectedSeconds"> {
  const low = between(0, below * roll.between(0.3, 1.7), 0.3);
  const high = between(0, above + slip + roll.bell(0, 0.08), 1 - low);
  const inRange = 1 - low - high;
  const count = (share: number) => Math.round(readings * share);
  const counts = [
    count(low * 0.15),
    count(low * 0.35),
    count(low * 0.5),
    count(inRange * 0.6),
    count(inRange * 0.4),
    count(high * 0.88),
    count(high * 0.12),
  ] as const;
  const sum = (of: (value: number) => number) =>
    counts.reduce((total, n, i) => total + n * of(VALUES[i] ?? 0), 0);
  const observed = counts.reduce((total, n) => total + n, 0);
  // Two hours of high and half an hour of low glucose make an episode, more or less.
  const veryLow = Math.floor(counts[0] / 3);
  const veryHigh = Math.floor(counts[6] / 24);
  return {
    counts,
    sum: sum((value) => value),
    sumOfSquares: sum((value) => value * value),
    isWorn: observed > 0,
    observed,
    observedInFigures: observed,
    episodes: {
      low: veryLow + Math.floor((counts[1] + counts[2]) / 6),
      veryLow,
      high: veryHigh + Math.floor(counts[5] / 24),
      veryHigh,
    },
  };
}

function between(min: number, value: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

const GIVEN_NAMES = [
  "Amélie",
  "Anna",
  "Björn",
  "Carlos",
  "Chiara",
  "Đorđe",
  "Elif",
  "Émile",
  "Fatima",
  "Grace",
  "Håkon",
  "Hiroshi",
  "Inés",
  "Ivan",
  "José",
  "Kwame",
  "Lena",
  "Łukasz",
  "Maria",
  "Mohamed",
  "Noah",
  "Olga",
  "Priya",
  "Renée",
  "Şebnem",
  "Siobhán",
  "Tomáš",
  "Uma",
  "Wei",
  "Zoë",
] as const;

const FAMILY_NAMES = [
  "Adeyemi",
  "Andersson",
  "Ångström",
  "Brown",
  "Çelik",
  "Dvořák",
  "Fernández",
  "García",
  "Gutiérrez",
  "Haddad",
  "Hoffmann",
  "Ionescu",
  "Jørgensen",
  "Kowalska",
  "Lefèvre",
  "Mukherjee",
  "Müller",
  "Nakamura",
  "Nguyễn",
  "O’Connor",
  "Öztürk",
  "Papadopoulos",
  "Patel",
  "Petrović",
  "Rossi",
  "Schröder",
  "Smith",
  "Strauß",
  "Wójcik",
  "Žukauskas",
] as const;
