import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/format/date";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
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
  readonly words: Words;
}

/** One day back, one day on, or any day by its date. All of it works as plain links and a plain form. */
export function DayPicker({ date, firstDate, lastDate, hrefOf, path, options = {}, words }: DayPickerProps) {
  const { t } = words;
  const before = firstDate === null || date > firstDate ? addDays(date, -1) : null;
  const after = date < lastDate ? addDays(date, 1) : null;
  const step = (to: LocalDate | null, name: "before" | "after") => (
    <Step
      href={to && hrefOf(to)}
      label={to && t(`shell.day.${name}`, { date: formatDate(to, words) })}
      icon={name === "before" ? "previous" : "next"}
    />
  );
  return (
    <div className={styles.picker} role="group" aria-label={t("shell.day.title")}>
      {step(before, "before")}
      <form action={path} method="get" className={styles.form}>
        {Object.entries(options).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span className="visually-hidden">{t("shell.day.date")}</span>
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
          {t("shell.day.show")}
        </button>
      </form>
      {step(after, "after")}
    </div>
  );
}

function Step({
  href,
  label,
  icon,
}: {
  readonly href: string | null;
  readonly label: string | null;
  readonly icon: "previous" | "next";
}) {
  if (href === null || label === null)
    return (
      <span className={styles.end} aria-hidden="true">
        <Icon name={icon} />
      </span>
    );
  return (
    <Link href={href} className={styles.step} rel={icon === "previous" ? "prev" : "next"} aria-label={label}>
      <Icon name={icon} />
    </Link>
  );
}
