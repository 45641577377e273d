import { Icon } from "@/components/ui/icon";
import type { Goal } from "@/lib/glucose/bands";
import styles from "./goal-note.module.css";

const SIGNS: Readonly<Record<Goal["comparison"], string>> = {
  "<": "below",
  "<=": "at most",
  ">": "above",
  ">=": "at least",
};

/** "Goal below 4 % · met": a word and a shape say it, never a colour alone. Untested goals only name their bound. */
export function GoalNote({
  goal,
  bound,
  note,
}: {
  readonly goal: Goal;
  /** The bound with its unit, formatted. */
  readonly bound: string;
  /** What counts together: "with very low". */
  readonly note?: string | null;
}) {
  return (
    <span className={styles.goal}>
      <span>
        Goal {SIGNS[goal.comparison]} <span className={styles.bound}>{bound}</span>
        {note ? ` ${note}` : ""}
      </span>
      {goal.met === null ? null : (
        <span className={styles.verdict} data-met={goal.met}>
          <Icon name={goal.met ? "check" : "open"} size={14} />
          {goal.met ? "met" : "not met"}
        </span>
      )}
    </span>
  );
}
