import type { Instant } from "@/lib/clock";

/** What the body really took in or did; the simulator's events are made from these and from nothing else. */
export type Intake =
  | {
      readonly kind: "carbs";
      readonly at: Instant;
      readonly grams: number;
      readonly reason: "breakfast" | "lunch" | "dinner" | "snack" | "supper" | "treatment" | "beforeExercise";
    }
  | {
      readonly kind: "bolus";
      readonly at: Instant;
      readonly units: number;
      readonly reason: "meal" | "correction";
    }
  | { readonly kind: "longActing"; readonly at: Instant; readonly units: number }
  | {
      readonly kind: "exercise";
      readonly at: Instant;
      readonly minutes: number;
      readonly intensity: "light" | "medium" | "heavy";
    };
