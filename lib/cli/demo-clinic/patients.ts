import type { Targets } from "@/lib/clinics/schema";
import { DAY_MS, type Instant } from "@/lib/clock";
import type { ShareTerms } from "@/lib/sharing/schema";
import { type Differences, ordinaryPerson } from "@/lib/simulator/people/ordinary-person";
import { simulatedPerson } from "@/lib/simulator/people/simulated-person";
import type { SimulatedPerson } from "@/lib/simulator/person";
import { type Dice, dice } from "@/lib/simulator/physiology/dice";
import { changedAt, endedAt } from "./lives";
import { nameOf } from "./names";
import { BETTER, ORDINARY_STORIES, type Story, URGENT_STORIES, WORSE } from "./stories";

/** Somebody whom the demo's clinic sees. */
export interface DemoPatient {
  /** By which they are found again at the next start. */
  readonly subject: string;
  readonly name: string;
  readonly person: SimulatedPerson;
  readonly terms: ShareTerms;
  readonly targets: Targets | null;
  readonly site: string;
  readonly tags: readonly string[];
  /** Why somebody of the clinic should call today; null where nobody need. */
  readonly callFor: string | null;
  /** Whether they have taken their permission back at Dexcom, on the last day of their readings. */
  readonly hasLeftDexcom: boolean;
}

export const SITES = ["Harbour Street", "North Hill"] as const;
export const TAGS = ["Pump", "Pens", "Pregnancy", "Over 65", "New to CGM"] as const;

const FULL: ShareTerms = {
  scope: "reports",
  withEvents: true,
  withNotes: true,
  window: { kind: "all" },
  lasts: "open",
};
const HISTORY_DAYS = [34, 70] as const;

/** What sets somebody apart beside how they live. */
interface Apart {
  readonly daysOfHistory?: number;
  /** Days before the clinic was made, after which there is no reading. */
  readonly endedDaysAgo?: number;
  readonly hasLeftDexcom?: boolean;
  readonly worseSinceDays?: number;
  readonly terms?: Partial<ShareTerms>;
}

/** A few of each, at the start of the list that is then shuffled. */
const SET_APART: readonly Apart[] = [
  { endedDaysAgo: 3 },
  { endedDaysAgo: 9 },
  { endedDaysAgo: 20 },
  { endedDaysAgo: 2, hasLeftDexcom: true },
  { endedDaysAgo: 5, hasLeftDexcom: true },
  { endedDaysAgo: 16, hasLeftDexcom: true },
  { worseSinceDays: 13 },
  { worseSinceDays: 12 },
  { worseSinceDays: 14 },
  { daysOfHistory: 4 },
  { daysOfHistory: 1 },
  { daysOfHistory: 9 },
  ...Array.from({ length: 6 }, () => ({
    terms: { scope: "summary" as const, withEvents: false, withNotes: false },
  })),
  ...Array.from({ length: 4 }, () => ({ terms: { window: { kind: "days" as const, days: 14 } } })),
  ...Array.from({ length: 3 }, () => ({
    terms: { window: { kind: "days" as const, days: 30 }, lasts: "90-days" as const },
  })),
  ...Array.from({ length: 4 }, () => ({ terms: { withNotes: false } })),
];

/**
 * Everybody in the demo's clinic, one after the other: the same people for the same `since`, on every machine. Five of them need
 * a call (`URGENT_STORIES`). A person holds weeks of readings once they were asked, so nobody should keep them all.
 *
 * @param since when the clinic was made, from which histories count back.
 */
export function* demoPatients(count: number, since: Instant): Generator<DemoPatient> {
  const urgent = URGENT_STORIES.map((story): Cast => ({ story, apart: {} }));
  const others = Array.from(
    { length: Math.max(0, count - urgent.length) },
    (_, i): Cast => ({ story: ordinaryStory(rollOf("story", i)), apart: SET_APART[i] ?? {} }),
  );
  for (const [index, { story, apart }] of shuffled([...urgent, ...others].slice(0, count)).entries())
    yield patientOf(index, story, apart, since);
}

interface Cast {
  readonly story: Story;
  readonly apart: Apart;
}

function patientOf(index: number, story: Story, apart: Apart, since: Instant): DemoPatient {
  const name = nameOf(index);
  const roll = rollOf("patient", index);
  const daysOfHistory = apart.daysOfHistory ?? Math.round(roll.between(...HISTORY_DAYS));
  const isNew = daysOfHistory < HISTORY_DAYS[0];
  const live = { daysOfHistory, ...apart };
  return {
    subject: `demo-clinic/${index}`,
    name,
    person: personOf(name, story, live, since),
    terms: { ...FULL, ...apart.terms },
    targets: story.targets,
    callFor: story.callFor,
    site: roll.chance(0.6) ? SITES[0] : SITES[1],
    tags: [...(story.tag === null ? [] : [story.tag]), ...(isNew ? ["New to CGM"] : [])],
    hasLeftDexcom: apart.hasLeftDexcom ?? false,
  };
}

function personOf(
  name: string,
  { differs }: Story,
  { daysOfHistory, endedDaysAgo, worseSinceDays }: Apart & { readonly daysOfHistory: number },
  since: Instant,
): SimulatedPerson {
  const historyStart = since - daysOfHistory * DAY_MS;
  const living = (more: Omit<Differences, "name" | "story">) =>
    simulatedPerson(
      ordinaryPerson({ ...more, name, story: "A patient of the demo's clinic.", historyStart }),
    );
  if (worseSinceDays !== undefined)
    return changedAt(since - worseSinceDays * DAY_MS, living({ body: BETTER }), living({ body: WORSE }));
  const person = living(differs);
  return endedDaysAgo === undefined ? person : endedAt(since - endedDaysAgo * DAY_MS, person);
}

function ordinaryStory(roll: Dice): Story {
  let left = roll.between(
    0,
    ORDINARY_STORIES.reduce((sum, { share }) => sum + share, 0),
  );
  for (const { share, story } of ORDINARY_STORIES) {
    if (left < share) return story;
    left -= share;
  }
  throw new Error("the shares of the stories are their sum");
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((entry, i) => ({ entry, at: rollOf("order", i).between(0, 1) }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

const rollOf = (what: string, index: number) => dice(SEED, `demo clinic ${what}`, index);
const SEED = 5;
