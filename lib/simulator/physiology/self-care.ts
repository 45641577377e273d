import type { PlannedBolus } from "@/lib/simulator/physiology/day-plan";
import type { Physiology } from "@/lib/simulator/physiology/physiology";

/** What the person knows when deciding. */
export interface Situation {
  readonly glucose: number;
  /** mg/dL per minute. */
  readonly rate: number;
  readonly insulinOnBoard: number;
  /** Share by which past exercise still strengthens insulin. */
  readonly afterglow: number;
}

/** Units for a meal: carbohydrate by the person's own ratio, a part for being high, less when low or after exercise. */
export function mealDose(body: Physiology, planned: PlannedBolus, now: Situation): number {
  const afterExercise = 1 - Math.min(0.3, 0.8 * now.afterglow);
  const forFood = (planned.grams / body.gramsPerUnit) * planned.dosingFactor * afterExercise;
  const away = (now.glucose - body.bolusTarget) / body.dropPerUnit;
  const forLevel = away > 0 ? Math.max(0, 0.75 * away - 0.6 * now.insulinOnBoard) : 0.6 * away;
  return roundDose(body, forFood + forLevel);
}

/** Units against a high, with what is still working taken off. */
export function correctionDose(body: Physiology, now: Situation): number {
  const wanted = (now.glucose - body.bolusTarget) / body.dropPerUnit;
  return roundDose(body, 0.85 * wanted - now.insulinOnBoard);
}

export function wantsCorrection(body: Physiology, now: Situation): boolean {
  return body.doseStep > 0 && now.glucose > body.correctsAbove && now.rate > -0.8;
}

/** Low, or about to be. */
export function wantsTreatment(body: Physiology, now: Situation): boolean {
  return now.glucose < body.treatsBelow || (now.glucose < body.treatsBelow + 8 && now.rate < -1.2);
}

function roundDose(body: Physiology, units: number): number {
  const steps = Math.floor(units / body.doseStep + 0.5);
  return steps < 1 ? 0 : Math.round(steps * body.doseStep * 100) / 100;
}
