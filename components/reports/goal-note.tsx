import { spanWith } from "@/components/i18n/tags";
import { Icon } from "@/components/ui/icon";
import type { Goal } from "@/lib/glucose/bands";
import type { Words } from "@/lib/i18n/translate";
import styles from "./goal-note.module.css";
import { GOAL_TEXTS } from "./goal-words";

/** "Goal below 4 % · met": a word and a shape say it, never a colour alone. Untested goals only name their bound. */
export function GoalNote({
  goal,
  bound,
  note,
  words: { t },
}: {
  readonly goal: Goal;
  /** The bound with its unit, formatted. */
  readonly bound: string;
  /** What counts together: "with very low". */
  readonly note?: string | null;
  readonly words: Words;
}) {
  return (
    <span className={styles.goal}>
      <span>
        {t.rich(GOAL_TEXTS[goal.comparison], {
          bound,
          b: spanWith(styles.bound),
        })}
        {note ? ` ${note}` : ""}
      </span>
      {goal.met === null ? null : (
        <span className={styles.verdict} data-met={goal.met}>
          <Icon name={goal.met ? "check" : "open"} size={14} />
          {t(goal.met ? "states.goal.met" : "states.goal.notMet")}
        </span>
      )}
    </span>
  );
}
