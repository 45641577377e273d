/** What makes one body and one way of living differ from another. All of the model's numbers are here. */
export interface Physiology {
  readonly seed: number;

  /** Where glucose settles without food, bolus and disturbance, mg/dL. */
  readonly settlesAt: number;
  /** Minutes over which it settles (basal insulin, an automated pump or a working pancreas make this shorter). */
  readonly settlingMinutes: number;
  /** mg/dL that one gram of carbohydrate adds. */
  readonly risePerGram: number;
  /** mg/dL that one unit of insulin takes away. */
  readonly dropPerUnit: number;

  /** How strongly the liver answers a low: mg/dL per minute for each mg/dL below 74. Weak in long-standing diabetes. */
  readonly rescue: number;

  /** Grams that the person believes one unit covers. */
  readonly gramsPerUnit: number;
  readonly bolusTarget: number;
  /** SD of the factor between the dose that would have fitted and the dose taken. */
  readonly dosingError: number;
  /** Share of meals without a bolus. */
  readonly missedBoluses: number;
  /** Minutes from the first bite to the bolus: mean and SD; negative is before. */
  readonly bolusDelayMinutes: readonly [mean: number, sd: number];
  /** Smallest step of the pen or pump, units. 0 for people without mealtime insulin. */
  readonly doseStep: number;
  /** Units of long-acting insulin in the evening; 0 for pump users and people without insulin. */
  readonly longActingUnits: number;
  /** Glucose above which the person corrects when awake. */
  readonly correctsAbove: number;
  /** Glucose below which the person eats fast carbohydrate when awake. */
  readonly treatsBelow: number;
  /** Grams taken for a low. */
  readonly treatmentGrams: readonly [from: number, to: number];

  /** Rise of the settling point towards morning, mg/dL. */
  readonly dawnRise: number;
  /** Fall of the settling point after midnight, mg/dL. */
  readonly nightFall: number;
  /** SD of the settling point over hours, and over days, mg/dL. */
  readonly driftHours: number;
  readonly driftDays: number;
  /** Unrest within the hour, mg/dL per minute. */
  readonly unrest: number;
  /** SD of insulin sensitivity from day to day, as a share. */
  readonly sensitivityDrift: number;

  readonly routine: Routine;
}

export interface Routine {
  /** Local minute of the day, weekday and weekend. */
  readonly wakes: readonly [weekday: number, weekend: number];
  readonly sleeps: readonly [weekday: number, weekend: number];
  readonly meals: readonly MealHabit[];
  /** Sessions of exercise per week. */
  readonly exercisePerWeek: number;
  /** Share of weekend evenings with alcohol. */
  readonly alcohol: number;
  /** Illnesses per year, each two to four days. */
  readonly illnessesPerYear: number;
  /** Share of days with unusual stress. */
  readonly stress: number;
  /** Whether the four-weekly cycle shows in insulin sensitivity. */
  readonly cycle: boolean;
}

export interface MealHabit {
  readonly name: "breakfast" | "lunch" | "dinner" | "snack" | "supper";
  /** Local minute of the day and its SD. Breakfast counts from waking. */
  readonly minute: number;
  readonly minuteSd: number;
  readonly grams: number;
  readonly gramsSd: number;
  /** Share of days on which it is eaten. */
  readonly share: number;
  /** Minutes to the peak of absorption. */
  readonly peakMinutes: number;
  /** Snacks are often eaten without insulin. */
  readonly bolused: number;
}

const ORDINARY_MEALS: readonly MealHabit[] = [
  {
    name: "breakfast",
    minute: 45,
    minuteSd: 22,
    grams: 42,
    gramsSd: 14,
    share: 0.9,
    peakMinutes: 20,
    bolused: 0.97,
  },
  {
    name: "snack",
    minute: 630,
    minuteSd: 30,
    grams: 16,
    gramsSd: 6,
    share: 0.35,
    peakMinutes: 17,
    bolused: 0.45,
  },
  {
    name: "lunch",
    minute: 755,
    minuteSd: 35,
    grams: 58,
    gramsSd: 18,
    share: 0.96,
    peakMinutes: 25,
    bolused: 0.97,
  },
  {
    name: "snack",
    minute: 960,
    minuteSd: 45,
    grams: 20,
    gramsSd: 8,
    share: 0.5,
    peakMinutes: 17,
    bolused: 0.4,
  },
  {
    name: "dinner",
    minute: 1150,
    minuteSd: 45,
    grams: 66,
    gramsSd: 22,
    share: 0.99,
    peakMinutes: 31,
    bolused: 0.97,
  },
  {
    name: "supper",
    minute: 1320,
    minuteSd: 35,
    grams: 18,
    gramsSd: 8,
    share: 0.3,
    peakMinutes: 24,
    bolused: 0.3,
  },
];

export const ORDINARY_ROUTINE: Routine = {
  wakes: [400, 480],
  sleeps: [1380, 1420],
  meals: ORDINARY_MEALS,
  exercisePerWeek: 2.5,
  alcohol: 0.3,
  illnessesPerYear: 3,
  stress: 0.1,
  cycle: false,
};

/** Type 1 diabetes, pen or pump, reasonably kept: the middle of the cast, from which the others differ. */
export const TYPE_1: Omit<Physiology, "seed"> = {
  settlesAt: 143,
  settlingMinutes: 300,
  risePerGram: 4.3,
  dropPerUnit: 43,
  rescue: 0.026,
  gramsPerUnit: 9.3,
  bolusTarget: 115,
  dosingError: 0.3,
  missedBoluses: 0.06,
  bolusDelayMinutes: [6, 13],
  doseStep: 0.5,
  longActingUnits: 0,
  correctsAbove: 215,
  treatsBelow: 68,
  treatmentGrams: [8, 22],
  dawnRise: 24,
  nightFall: 14,
  driftHours: 41,
  driftDays: 17,
  unrest: 0.37,
  sensitivityDrift: 0.14,
  routine: ORDINARY_ROUTINE,
};
