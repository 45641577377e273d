import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import type { Entry, EventSource } from "@/lib/simulator/people/events";
import type { DayPlan } from "@/lib/simulator/physiology/day-plan";
import { instantOfLocal, localDayAt } from "@/lib/simulator/physiology/day-times";
import { type Dice, dice } from "@/lib/simulator/physiology/dice";
import type { GlucoseTrace } from "@/lib/simulator/physiology/glucose-trace";

const NOTES = {
  illness: ["Flu, staying in bed", "Cold and sore throat", "Upset stomach"],
  stress: ["Deadline at work", "Slept badly", "Long meeting, no time for lunch"],
  ordinary: ["Set change", "New pen", "Ate out, guessed the carbs", "Walked home", "Checked with the meter"],
} as const;

/** Health entries, fingersticks and notes of a period, in no order. They speak of what the trace really went through. */
export function healthEntries(trace: GlucoseTrace, source: EventSource): Entry[] {
  const entries: Entry[] = [];
  const last = localDayAt(source.to, source.offsetAt);
  for (let day = localDayAt(source.from, source.offsetAt); day <= last; day++) {
    const roll = dice(source.seed, "health", day);
    const at = (minute: number) => instantOfLocal(day, Math.round(minute), source.offsetAt);
    const plan = trace.agenda.plan(day);
    entries.push(...dayEntries(plan, roll, source, at), ...symptomEntries(plan, roll, source, at));
  }
  return entries.filter(({ systemTime }) => systemTime >= source.from && systemTime < source.to);
}

function dayEntries(
  plan: DayPlan,
  roll: Dice,
  source: EventSource,
  at: (minute: number) => Instant,
): Entry[] {
  const entries: Entry[] = [];
  const logs = source.habits.health;
  const mid = roll.between(plan.wakesMinute + 60, plan.wakesMinute + 420);
  const [ill, stressed, drank, noted] = [
    roll.chance(logs),
    roll.chance(logs),
    roll.chance(logs),
    roll.chance(0.09),
  ];
  if (plan.illness > 0 && ill) {
    entries.push(health(at(mid), "illness"), note(at(mid + 4), roll.pick(NOTES.illness)));
  } else if (plan.stress > 25 && stressed) {
    entries.push(health(at(mid + 90), "stress"), note(at(mid + 93), roll.pick(NOTES.stress)));
  } else if (noted && logs > 0) {
    entries.push(note(at(mid + 200), roll.pick(NOTES.ordinary)));
  }
  if (plan.cycleBegins) entries.push(health(at(plan.wakesMinute + 25), "cycle"));
  if (plan.alcohol > 0 && drank) entries.push(health(at(1245 + roll.between(0, 60)), "alcohol"));
  return entries;
}

function symptomEntries(
  plan: DayPlan,
  roll: Dice,
  source: EventSource,
  at: (minute: number) => Instant,
): Entry[] {
  const entries: Entry[] = [];
  const { habits } = source;
  let quietUntil = Number.NEGATIVE_INFINITY;
  for (let minute = plan.wakesMinute; minute < plan.sleepsMinute; minute += 15) {
    const now = at(minute);
    const glucose = source.bloodAt(now);
    const feels = glucose < 58 ? 0.3 * habits.health : glucose > 300 ? 0.04 * habits.health : 0;
    const feltIt = roll.chance(feels);
    const measures = roll.chance(
      feltIt ? 0.6 : (habits.fingersticksPerDay * 15 * MINUTE_MS) / (16 * HOUR_MS),
    );
    const factor = roll.bell(1, 0.04);
    if (now < quietUntil || now < source.from || now >= source.to) continue;
    if (feltIt) entries.push(health(now, glucose < 58 ? "lowSymptoms" : "highSymptoms"));
    if (measures && habits.fingersticksPerDay > 0) {
      const measured = now + 2 * MINUTE_MS;
      entries.push(fingerstick(measured, Math.floor(source.bloodAt(measured) * factor + 0.5)));
    }
    if (feltIt) quietUntil = now + DAY_MS / 12;
  }
  return entries;
}

function health(systemTime: Instant, eventSubType: string): Entry {
  return { systemTime, eventType: "health", eventSubType, value: null, unit: null };
}

function note(systemTime: Instant, text: string): Entry {
  return { systemTime, eventType: "notes", eventSubType: null, value: text, unit: null };
}

function fingerstick(systemTime: Instant, value: number): Entry {
  return { systemTime, eventType: "bloodGlucose", eventSubType: null, value, unit: "mg/dL" };
}
