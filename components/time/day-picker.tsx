import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/format/date";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import styles from "./day-picker.module.css";

export interface DayPickerProps {
  readonly date: LocalDate;
  readonly firstDate: LocalDate | null;
  readonly lastDate: LocalDate;
  readonly hrefOf: (date: LocalDate) => string;
  /** The page itself: the form adds `?date=`. */
  readonly path: string;
  /** What else the address says, kept when another date is chosen. */
  readonly options?: Readonly<Record<string, string>>;
  readonly locale: string;
}

/** One day back, one day on, or any day by its date. All of it works as plain links and a plain form. */
export function DayPicker({ date, firstDate, lastDate, hrefOf, path, options = {}, locale }: DayPickerProps) {
  const before = firstDate === null || date > firstDate ? addDays(date, -1) : null;
  const after = date < lastDate ? addDays(date, 1) : null;
  return (
    <div className={styles.picker} role="group" aria-label="Day">
      <Step to={before} hrefOf={hrefOf} locale={locale} word="Previous day" icon="previous" />
      <form action={path} method="get" className={styles.form}>
        {Object.entries(options).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span className="visually-hidden">Date</span>
          <input
            key={date}
            type="date"
            name="date"
            defaultValue={date}
            min={firstDate ?? undefined}
            max={lastDate}
            required
          />
        </label>
        <button type="submit" className={buttonLook({})}>
          Show
        </button>
      </form>
      <Step to={after} hrefOf={hrefOf} locale={locale} word="Next day" icon="next" />
    </div>
  );
}

function Step({
  to,
  hrefOf,
  locale,
  word,
  icon,
}: {
  readonly to: LocalDate | null;
  readonly hrefOf: (date: LocalDate) => string;
  readonly locale: string;
  readonly word: string;
  readonly icon: "previous" | "next";
}) {
  if (to === null)
    return (
      <span className={styles.end} aria-hidden="true">
        <Icon name={icon} />
      </span>
    );
  return (
    <Link
      href={hrefOf(to)}
      className={styles.step}
      rel={icon === "previous" ? "prev" : "next"}
      aria-label={`${word}, ${formatDate(to, { locale })}`}
    >
      <Icon name={icon} />
    </Link>
  );
}
