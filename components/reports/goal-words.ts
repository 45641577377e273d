import type { Goal } from "@/lib/glucose/bands";
import type { Words } from "@/lib/i18n/translate";

/** The text of each kind of goal; all take `bound` and mark it with `<b>`. */
export const GOAL_TEXTS = {
  "<": "states.goal.below",
  "<=": "states.goal.atMost",
  ">": "states.goal.above",
  ">=": "states.goal.atLeast",
} as const satisfies Record<Goal["comparison"], string>;

/** "Goal below 4 % · met" without markup, where a goal is text among texts. `bound` comes formatted, with its unit. */
export function goalWords(goal: Goal, bound: string, { t }: Words): string {
  const text = t.markup(GOAL_TEXTS[goal.comparison], { bound, b: (marked) => marked });
  return goal.met === null ? text : `${text} · ${t(goal.met ? "states.goal.met" : "states.goal.notMet")}`;
}
