import { spanWith } from "@/components/i18n/tags";
import { Icon } from "@/components/ui/icon";
import type { Words } from "@/lib/i18n/translate";
import styles from "./goal-note.module.css";
import { GOAL_TEXTS, VERDICT_TEXTS } from "./goal-words";
import type { WrittenGoal } from "./written-goal";

/** "Goal below 4 % · met": a word and a shape say it, never a colour alone. Untested goals only name their bound. */
export function GoalNote({
  goal,
  bound,
  note,
  exact,
  words: { t },
}: WrittenGoal & { readonly words: Words }) {
  const verdict = VERDICT_TEXTS[goal.met ? "met" : "notMet"];
  const b = spanWith(styles.bound);
  return (
    <span className={styles.goal}>
      <span>
        {t.rich(GOAL_TEXTS[goal.comparison], { bound, b })}
        {note ? ` ${note}` : ""}
      </span>
      {goal.met === null ? null : (
        <span className={styles.verdict} data-met={goal.met}>
          <Icon name={goal.met ? "check" : "open"} size={14} />
          <span>{exact === null ? t(verdict.plain) : t.rich(verdict.exact, { value: exact, b })}</span>
        </span>
      )}
    </span>
  );
}
