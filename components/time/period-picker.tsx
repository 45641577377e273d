import { useId } from "react";
import { spanWith } from "@/components/i18n/tags";
import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { WhenOpened } from "@/components/ui/when-opened";
import { formatDate, formatDateRange } from "@/lib/format/date";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import type { Words } from "@/lib/i18n/translate";
import { withQuery } from "@/lib/routes";
import styles from "./period-picker.module.css";

export interface PeriodChoices {
  /** The page that shows the period; presets and the form add their query to it. */
  readonly path: string;
  /** Options of the view that stay when the period changes. */
  readonly options: Readonly<Record<string, string>>;
  readonly period: Period;
  /** The preset in use, null for a custom period. */
  readonly presetDays: number | null;
  readonly presetsDays: readonly number[];
  /** The date of the last visit, null before the first; and whether the period counts from it. */
  readonly visit: LocalDate | null;
  readonly sinceVisit: boolean;
  /** The first date that is shared; null or left out where every date can be asked for. */
  readonly firstDate?: LocalDate | null;
  readonly lastDate: LocalDate;
}

/** The neighbouring period of the same length. */
function shifted({ from, to, days }: Period, direction: -1 | 1): Period {
  return { from: addDays(from, direction * days), to: addDays(to, direction * days), days };
}

/** Presets are links and a custom period is a plain form, so a period is an address that can be kept and shared. */
export function PeriodPicker({
  path,
  options,
  period,
  presetDays,
  presetsDays,
  visit,
  sinceVisit,
  firstDate = null,
  lastDate,
  words,
}: PeriodChoices & { readonly words: Words }) {
  const id = useId();
  const { t } = words;
  const [before, after] = [shifted(period, -1), shifted(period, 1)];
  const dates = { min: firstDate ?? undefined, max: lastDate };
  const step = (to: Period | null, name: "before" | "after") => (
    <PeriodStep
      href={to && withQuery(path, { ...options, from: to.from, to: to.to })}
      label={to && t(`shell.period.${name}`, { dates: formatDateRange(to.from, to.to, words) })}
      icon={name === "before" ? "previous" : "next"}
    />
  );
  return (
    <div className={styles.picker} role="group" aria-label={t("shell.period.title")}>
      {step(firstDate !== null && before.to < firstDate ? null : before, "before")}
      {presetsDays.map((days) => (
        <Link
          key={days}
          href={withQuery(path, { ...options, days: String(days) })}
          className={styles.choice}
          aria-current={days === presetDays ? "true" : undefined}
        >
          {t.rich("shell.period.days", {
            count: days,
            word: spanWith(styles.word),
          })}
        </Link>
      ))}
      <button
        type="button"
        className={styles.choice}
        popoverTarget={id}
        aria-current={presetDays === null ? "true" : undefined}
      >
        {t("shell.period.custom")}
      </button>
      {step(after.from > lastDate ? null : after, "after")}
      <form id={id} popover="auto" className={styles.custom} action={path} method="get">
        {visit === null ? null : (
          <Link
            href={withQuery(path, { ...options, since: "visit" })}
            className={buttonLook({})}
            aria-current={sinceVisit ? "true" : undefined}
          >
            {t("shell.period.sinceVisit", { date: formatDate(visit, words) })}
          </Link>
        )}
        <p className={styles.title}>{t("shell.period.choose")}</p>
        {Object.entries(options).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <WhenOpened>
          <div className={styles.dates}>
            <label>
              {t("shell.period.first")}
              <input type="date" name="from" defaultValue={period.from} {...dates} required />
            </label>
            <label>
              {t("shell.period.last")}
              <input type="date" name="to" defaultValue={period.to} {...dates} required />
            </label>
          </div>
        </WhenOpened>
        <button type="submit" className={buttonLook({ tone: "primary" })}>
          {t("shell.period.show")}
        </button>
      </form>
    </div>
  );
}

function PeriodStep({
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
