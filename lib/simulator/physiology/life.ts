import { type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { Agenda, Appointment } from "@/lib/simulator/physiology/agenda";
import { Body } from "@/lib/simulator/physiology/body";
import { uniformAt } from "@/lib/simulator/physiology/dice";
import type { Intake } from "@/lib/simulator/physiology/intake";
import type { Physiology } from "@/lib/simulator/physiology/physiology";
import {
  correctionDose,
  mealDose,
  wantsCorrection,
  wantsTreatment,
} from "@/lib/simulator/physiology/self-care";
import {
  awake,
  type DayContext,
  sensitivity,
  settlingPoint,
  unrest,
} from "@/lib/simulator/physiology/settling-point";

export const STEP_MINUTES = 5;
const STEP_MS = STEP_MINUTES * MINUTE_MS;

const ROLL = { treat: 11, correct: 12, grams: 13, preload: 14, seconds: 15 } as const;

/** A person in a body: keeps appointments, and reacts to highs and lows. */
export class Life {
  readonly body: Body;
  readonly intakes: Intake[] = [];
  private readonly physiology: Physiology;
  private readonly appointments: readonly Appointment[];
  private readonly settle: (at: Instant, day: DayContext) => number;
  private readonly sensitive: (at: Instant, day: DayContext) => number;
  private readonly stir: (at: Instant, day: DayContext) => number;
  private next = 0;
  private lastBolusAt = Number.NEGATIVE_INFINITY;
  private lastTreatmentAt = Number.NEGATIVE_INFINITY;

  constructor(physiology: Physiology, agenda: Agenda) {
    this.physiology = physiology;
    this.appointments = agenda.appointments;
    this.body = new Body(physiology, STEP_MINUTES);
    this.settle = settlingPoint(physiology);
    this.sensitive = sensitivity(physiology);
    this.stir = unrest(physiology);
  }

  step(at: Instant, day: DayContext): void {
    for (let due = this.appointments[this.next]; due && due.at < at + STEP_MS; ) {
      this.keep(due);
      due = this.appointments[++this.next];
    }
    this.react(at, awake(day.localMinute, day.today));
    this.body.step(this.settle(at, day), this.sensitive(at, day), this.stir(at, day));
  }

  private keep({ at, item }: Appointment): void {
    const { body, physiology } = this;
    switch (item.kind) {
      case "meal":
        body.eatMeal(item);
        this.take({ kind: "carbs", at, grams: item.grams, reason: item.name });
        return;
      case "bolus":
        this.bolus(at, mealDose(physiology, item, body), "meal");
        return;
      case "basal":
        this.take({ kind: "longActing", at, units: item.units });
        return;
      case "exercise":
        if (body.glucose < 80) return;
        if (body.glucose < 120 && this.roll(ROLL.preload, at) < 0.7) this.eatFast(at, 12, "beforeExercise");
        body.exercise(item.minutes, item.intensity);
        this.take({ kind: "exercise", at, minutes: item.minutes, intensity: item.intensity });
    }
  }

  private react(at: Instant, isAwake: boolean): void {
    const { body, physiology } = this;
    const notices = isAwake ? 0.3 : body.glucose < 56 ? 0.16 : 0.02;
    const sinceTreatment = at - this.lastTreatmentAt;
    if (
      wantsTreatment(physiology, body) &&
      sinceTreatment > 20 * MINUTE_MS &&
      this.roll(ROLL.treat, at) < notices
    ) {
      const [least, most] = physiology.treatmentGrams;
      const share = this.roll(ROLL.grams, at);
      this.lastTreatmentAt = at;
      const afraid = body.glucose < 56 ? 8 : 0;
      this.eatFast(at, Math.round(least + (most - least) * share) + afraid, "treatment");
    }
    const sinceBolus = at - this.lastBolusAt;
    const corrects = isAwake ? 0.07 : 0.006;
    if (
      wantsCorrection(physiology, body) &&
      sinceBolus > 130 * MINUTE_MS &&
      this.roll(ROLL.correct, at) < corrects
    ) {
      this.bolus(at, correctionDose(physiology, body), "correction");
    }
  }

  private bolus(at: Instant, units: number, reason: "meal" | "correction"): void {
    if (units <= 0) return;
    this.body.inject(units);
    this.lastBolusAt = at;
    this.take({ kind: "bolus", at, units, reason });
  }

  private eatFast(at: Instant, grams: number, reason: "treatment" | "beforeExercise"): void {
    this.body.eatFast(grams);
    this.take({ kind: "carbs", at, grams, reason });
  }

  /** Nobody acts on the full minute: the record gets seconds, within the step in which the body felt it. */
  private take(intake: Intake): void {
    const seconds = Math.floor(59 * this.roll(ROLL.seconds, intake.at));
    this.intakes.push({ ...intake, at: intake.at + seconds * SECOND_MS });
  }

  private roll(stream: number, at: Instant): number {
    return uniformAt(this.physiology.seed, stream, Math.floor(at / MINUTE_MS));
  }
}
