import type { Goal } from "@/lib/glucose/bands";
import type { Words } from "@/lib/i18n/translate";
import type { WrittenGoal } from "./written-goal";

/** The text of each kind of goal; all take `bound` and mark it with `<b>`. */
export const GOAL_TEXTS = {
  "<": "states.goal.below",
  "<=": "states.goal.atMost",
  ">": "states.goal.above",
  ">=": "states.goal.atLeast",
} as const satisfies Record<Goal["comparison"], string>;

/**
 * The text of each verdict. The second of a pair takes the exact `value` and marks it with `<b>`, for where the rounded
 * number beside it seems to say the opposite.
 */
export const VERDICT_TEXTS = {
  met: { plain: "states.goal.met", exact: "states.goal.metAt" },
  notMet: { plain: "states.goal.notMet", exact: "states.goal.notMetAt" },
} as const;

const unmarked = (marked: string) => marked;

/** "Goal below 4 % with very low · met" without markup, where a goal is text among texts. */
export function goalWords(written: WrittenGoal, words: Words): string {
  const { goal, bound, note, exact } = written;
  const text = words.t.markup(GOAL_TEXTS[goal.comparison], { bound, b: unmarked });
  const whole = note === null ? text : `${text} ${note}`;
  if (goal.met === null) return whole;
  const texts = VERDICT_TEXTS[goal.met ? "met" : "notMet"];
  const verdict =
    exact === null ? words.t(texts.plain) : words.t.markup(texts.exact, { value: exact, b: unmarked });
  return `${whole} · ${verdict}`;
}
