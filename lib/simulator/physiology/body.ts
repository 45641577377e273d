import { Chain, Gut } from "@/lib/simulator/physiology/absorption";
import type { PlannedMeal } from "@/lib/simulator/physiology/day-plan";
import type { Physiology } from "@/lib/simulator/physiology/physiology";

/** Depot under the skin twice, then the effect that outlasts the insulin in the blood: strongest after about 80 minutes. */
const INSULIN_STAYS_MINUTES = [42, 42, 34];
const TISSUE_LAG_MINUTES = 7;
const EXERCISE_PULL = { light: 0.75, medium: 1.15, heavy: 1.5 } as const;
const AFTER_EXERCISE = { light: 0.07, medium: 0.13, heavy: 0.2 } as const;
const AFTER_EXERCISE_MINUTES = 420;

/** One body's glucose, food, insulin and exertion, advanced in equal steps. */
export class Body {
  glucose: number;
  tissueGlucose: number;
  /** mg/dL per minute over the last step. */
  rate = 0;
  /** Share by which past exercise still strengthens insulin. */
  afterglow = 0;
  private readonly physiology: Physiology;
  private readonly stepMinutes: number;
  private readonly gut: Gut;
  private readonly insulin: Chain;
  private exertionMinutes = 0;
  private pull = 0;

  constructor(physiology: Physiology, stepMinutes: number) {
    this.physiology = physiology;
    this.stepMinutes = stepMinutes;
    this.gut = new Gut(stepMinutes);
    this.insulin = new Chain(INSULIN_STAYS_MINUTES, stepMinutes);
    this.glucose = physiology.settlesAt;
    this.tissueGlucose = physiology.settlesAt;
  }

  get insulinOnBoard(): number {
    return this.insulin.onBoard;
  }

  eatMeal(meal: PlannedMeal): void {
    const slow = meal.grams * meal.slowShare;
    this.gut.eat(meal.grams - slow, meal.peakMinutes);
    if (slow > 0) this.gut.eat(slow, 3 * meal.peakMinutes);
  }

  eatFast(grams: number): void {
    this.gut.eat(grams, 13);
  }

  inject(units: number): void {
    this.insulin.add(units);
  }

  exercise(minutes: number, intensity: keyof typeof EXERCISE_PULL): void {
    this.exertionMinutes = minutes;
    this.pull = EXERCISE_PULL[intensity];
    this.afterglow += AFTER_EXERCISE[intensity] * (minutes / 45);
  }

  /** @param unrest mg/dL per minute from everything the model has no name for. */
  step(settlingPoint: number, sensitivity: number, unrest: number): void {
    const { physiology, stepMinutes } = this;
    const exerting = this.exertionMinutes > 0;
    const effect = sensitivity * (1 + this.afterglow) * (exerting ? 1.5 : 1);
    const food = this.gut.step() * physiology.risePerGram;
    const insulin = this.insulin.step() * physiology.dropPerUnit * effect;
    const exertion = exerting ? this.pull * stepMinutes * Math.min(1.6, this.glucose / 130) : 0;
    const settled = settlingPoint - 40 * this.afterglow;
    const settling = ((settled - this.glucose) * stepMinutes) / physiology.settlingMinutes;
    const before = this.glucose;
    this.glucose = Math.max(
      22,
      before +
        food -
        insulin -
        exertion +
        settling +
        (rescue(before, physiology.rescue) - spill(before) + unrest) * stepMinutes,
    );
    this.rate = (this.glucose - before) / stepMinutes;
    this.tissueGlucose +=
      ((this.glucose - this.tissueGlucose) * stepMinutes) / (TISSUE_LAG_MINUTES + stepMinutes);
    this.exertionMinutes -= stepMinutes;
    this.afterglow -= (this.afterglow * stepMinutes) / AFTER_EXERCISE_MINUTES;
  }
}

/** The liver's answer to a low, mg/dL per minute. */
function rescue(glucose: number, strength: number): number {
  return glucose < 74 ? (74 - glucose) * strength : 0;
}

/** What the kidneys let go above their threshold, mg/dL per minute. */
function spill(glucose: number): number {
  return glucose > 190 ? (glucose - 190) * 0.0042 : 0;
}
