import { useId } from "react";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import styles from "./period-picker.module.css";

export interface PeriodChoices {
  /** The page that shows the period; presets and the form add their query to it. */
  readonly path: string;
  readonly period: Period;
  /** The preset in use, null for a custom period. */
  readonly presetDays: number | null;
  readonly presetsDays: readonly number[];
  readonly lastDate: LocalDate;
  /** Why the dates that were asked for are refused; shown in the open form. */
  readonly refusal?: string | null;
}

/** Presets are links and a custom period is a plain form, so a period is an address that can be kept and shared. */
export function PeriodPicker({ path, period, presetDays, presetsDays, lastDate, refusal }: PeriodChoices) {
  const id = useId();
  return (
    <div className={styles.picker} role="group" aria-label="Period">
      {presetsDays.map((days) => (
        <Link
          key={days}
          href={`${path}?days=${days}`}
          className={styles.choice}
          aria-current={days === presetDays ? "true" : undefined}
        >
          {days} <span className={styles.word}>days</span>
        </Link>
      ))}
      <button
        type="button"
        className={styles.choice}
        popoverTarget={id}
        aria-current={presetDays === null ? "true" : undefined}
      >
        Custom
      </button>
      <form id={id} popover="auto" className={styles.custom} action={path} method="get">
        <p className={styles.title}>Choose the days</p>
        <div className={styles.dates}>
          <label>
            First day
            <input type="date" name="from" defaultValue={period.from} max={lastDate} required />
          </label>
          <label>
            Last day
            <input type="date" name="to" defaultValue={period.to} max={lastDate} required />
          </label>
        </div>
        {refusal ? <p role="alert">{refusal}</p> : null}
        <button type="submit" className={buttonLook({ tone: "primary" })}>
          Show these days
        </button>
      </form>
    </div>
  );
}
