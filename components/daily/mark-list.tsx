import type { DayMark } from "@/components/charts/day-marks";
import { EventSign } from "@/components/charts/event-marks";
import styles from "./day-lists.module.css";

/** Things that happened on a day, each with its time, in order. `empty` is said where there are none. */
export function MarkList({
  id,
  title,
  note,
  marks,
  empty,
  isShort = false,
}: {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly marks: readonly DayMark[];
  /** Null: without marks the whole section is left out. */
  readonly empty: string | null;
  /** Whether the title already says of what kind the marks are. */
  readonly isShort?: boolean;
}) {
  if (marks.length === 0 && empty === null) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
      {marks.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        <ul className={styles.marks}>
          {marks.map((mark) => (
            <li key={mark.id}>
              <time dateTime={new Date(mark.instant).toISOString()}>{mark.time}</time>
              <EventSign type={mark.shape} />
              <span>{isShort ? (mark.label ?? mark.text) : mark.text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
