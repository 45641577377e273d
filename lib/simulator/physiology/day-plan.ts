import { type Dice, dice } from "@/lib/simulator/physiology/dice";
import type { MealHabit, Physiology } from "@/lib/simulator/physiology/physiology";

export interface PlannedMeal {
  readonly kind: "meal";
  readonly minute: number;
  readonly name: MealHabit["name"];
  readonly grams: number;
  readonly peakMinutes: number;
  /** Share of the meal that fat and protein hold back, absorbed three times as slowly. */
  readonly slowShare: number;
}

export interface PlannedBolus {
  readonly kind: "bolus";
  readonly minute: number;
  readonly grams: number;
  readonly dosingFactor: number;
}

export interface PlannedExercise {
  readonly kind: "exercise";
  readonly minute: number;
  readonly minutes: number;
  readonly intensity: "light" | "medium" | "heavy";
}

export interface PlannedBasal {
  readonly kind: "basal";
  readonly minute: number;
  readonly units: number;
}

export type PlannedItem = PlannedMeal | PlannedBolus | PlannedExercise | PlannedBasal;

/** What a person means to do on one local day. Minutes are local and may pass midnight. */
export interface DayPlan {
  readonly wakesMinute: number;
  readonly sleepsMinute: number;
  readonly items: readonly PlannedItem[];
  /** 0 well … 1 at the height of an illness. */
  readonly illness: number;
  /** Extra mg/dL on the settling point during the waking day. */
  readonly stress: number;
  /** Fall of the settling point in the night that follows, mg/dL. */
  readonly alcohol: number;
  /** mg/dL added to the settling point by a missed long-acting dose of the evening before. */
  readonly missedBasal: number;
  /** First day of the four-weekly cycle. */
  readonly cycleBegins: boolean;
}

const ILLNESS_SLOT_DAYS = 40;
export const CYCLE_DAYS = 28;

/**
 * @param localDay days since 1970-01-01 on the person's own calendar. The same day always gives the same plan, whatever
 * was asked before.
 */
export function planOfDay(body: Physiology, localDay: number): DayPlan {
  const { routine, seed } = body;
  const roll = dice(seed, "day", localDay);
  const weekday = (((localDay + 4) % 7) + 7) % 7;
  const weekend = weekday === 0 || weekday === 6;
  const wakesMinute = Math.round(roll.bell(routine.wakes[weekend ? 1 : 0], weekend ? 40 : 20));
  const eveningOut = weekday === 5 || weekday === 6;
  const drinks = eveningOut && roll.chance(routine.alcohol);
  const sleepsMinute = Math.round(roll.bell(routine.sleeps[eveningOut ? 1 : 0] + (drinks ? 45 : 0), 28));
  const illness = illnessOn(body, localDay);
  const items: PlannedItem[] = [];
  for (const habit of routine.meals)
    items.push(...meal(body, habit, roll, { wakesMinute, weekend, illness }));
  const exercise = plannedExercise(body, roll, weekend, illness);
  if (exercise) items.push(exercise);
  if (body.longActingUnits > 0 && !missesBasal(body, localDay)) {
    const minute = Math.round(Math.min(roll.bell(1320, 25), sleepsMinute - 5));
    items.push({ kind: "basal", minute, units: body.longActingUnits });
  }
  return {
    wakesMinute,
    sleepsMinute,
    items,
    illness,
    stress: roll.chance(routine.stress) ? roll.between(12, 45) : 0,
    alcohol: drinks ? roll.between(15, 40) : 0,
    missedBasal: body.longActingUnits > 0 && missesBasal(body, localDay - 1) ? 55 : 0,
    cycleBegins: routine.cycle && localDay % CYCLE_DAYS === 0,
  };
}

function meal(
  body: Physiology,
  habit: MealHabit,
  roll: Dice,
  day: { wakesMinute: number; weekend: boolean; illness: number },
): PlannedItem[] {
  const base = habit.name === "breakfast" ? day.wakesMinute + habit.minute : habit.minute;
  const late = day.weekend && (habit.name === "lunch" || habit.name === "dinner") ? 25 : 0;
  const minute = Math.round(roll.bell(base + late, habit.minuteSd));
  const feast = roll.chance(day.weekend ? 0.12 : 0.04) ? 1.5 : 1;
  const grams = Math.round(roll.bell(habit.grams, habit.gramsSd) * feast * (1 - 0.4 * day.illness));
  const peakMinutes = habit.peakMinutes * roll.between(0.7, 1.5);
  const slowShare = habit.name === "snack" ? roll.between(0, 0.2) : roll.between(0.1, 0.5);
  const dosingFactor = Math.max(0.3, roll.bell(1, body.dosingError));
  const delay = roll.bell(body.bolusDelayMinutes[0], body.bolusDelayMinutes[1]);
  const eaten = roll.chance(habit.share);
  const bolused = roll.chance(habit.bolused) && !roll.chance(body.missedBoluses);
  if (!eaten || grams < 5) return [];
  const planned: PlannedItem[] = [{ kind: "meal", minute, name: habit.name, grams, peakMinutes, slowShare }];
  if (bolused && body.doseStep > 0) {
    planned.push({ kind: "bolus", minute: Math.round(minute + delay), grams, dosingFactor });
  }
  return planned;
}

function plannedExercise(
  body: Physiology,
  roll: Dice,
  weekend: boolean,
  illness: number,
): PlannedExercise | undefined {
  const happens = roll.chance(body.routine.exercisePerWeek / 7) && illness === 0;
  const minute = Math.round(weekend ? roll.bell(640, 70) : roll.bell(1065, 50));
  const minutes = 5 * Math.round(roll.between(4, 16));
  const intensity = roll.pick(["light", "light", "medium", "medium", "heavy"] as const);
  return happens ? { kind: "exercise", minute, minutes, intensity } : undefined;
}

function missesBasal(body: Physiology, localDay: number): boolean {
  return dice(body.seed, "missed-basal", localDay).chance(0.012);
}

function illnessOn(body: Physiology, localDay: number): number {
  const slot = Math.floor(localDay / ILLNESS_SLOT_DAYS);
  const roll = dice(body.seed, "illness", slot);
  if (!roll.chance((body.routine.illnessesPerYear * ILLNESS_SLOT_DAYS) / 365)) return 0;
  const days = Math.round(roll.between(2, 4));
  const first = slot * ILLNESS_SLOT_DAYS + Math.floor(roll.between(0, ILLNESS_SLOT_DAYS - days));
  const since = localDay - first;
  if (since < 0 || since >= days) return 0;
  return since === 0 ? 0.6 : since === days - 1 ? 0.5 : 1;
}
