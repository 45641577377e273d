import { useId } from "react";
import { buttonLook } from "@/components/ui/button";
import { ChoiceLinks } from "@/components/ui/choice-links";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import type { Words } from "@/lib/i18n/translate";
import { withQuery } from "@/lib/routes";
import styles from "./other-period-picker.module.css";

export interface OtherPeriodPickerProps {
  readonly path: string;
  /** The page's own period, which stays, and what else its address keeps. */
  readonly kept: Readonly<Record<string, string>>;
  readonly other: Period;
  readonly comparedWith: "before" | "year" | "own";
  /** Null or left out where every date can be asked for. */
  readonly firstDate?: LocalDate | null;
  readonly lastDate: LocalDate;
  readonly words: Words;
}

/** What the page's days are compared with: links for those before and a year before, a plain form for other dates. */
export function OtherPeriodPicker({
  path,
  kept,
  other,
  comparedWith,
  firstDate = null,
  lastDate,
  words: { t },
}: OtherPeriodPickerProps) {
  const id = useId();
  const dates = { min: firstDate ?? undefined, max: lastDate };
  return (
    <div className={styles.picker} role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {t("compare.choose")}
      </span>
      <ChoiceLinks
        label={t("compare.choose")}
        choices={[
          { id: "before", label: t("compare.before"), href: withQuery(path, kept) },
          { id: "year", label: t("compare.year"), href: withQuery(path, { ...kept, with: "year" }) },
        ]}
        current={comparedWith}
      />
      <form
        action={path}
        method="get"
        className={styles.form}
        data-current={comparedWith === "own" || undefined}
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span>{t("compare.first")}</span>
          <input type="date" name="bfrom" defaultValue={other.from} {...dates} required />
        </label>
        <label>
          <span>{t("compare.last")}</span>
          <input type="date" name="bto" defaultValue={other.to} {...dates} required />
        </label>
        <button type="submit" className={buttonLook({})}>
          {t("compare.show")}
        </button>
      </form>
    </div>
  );
}
