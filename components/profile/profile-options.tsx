import { type HeldAgainst, rangeSetChoices } from "@/components/reports/held-against";
import { ChoiceLinks } from "@/components/ui/choice-links";
import {
  detailOf,
  PROFILE_COMPARES,
  PROFILE_DAYS,
  PROFILE_DETAILS,
  type ProfileChoice,
} from "@/lib/glucose/profile-choice";
import type { Words } from "@/lib/i18n/translate";
import styles from "./profile-options.module.css";

/** Which days, what lies over them, how fine, whose ranges: each choice is an address. */
export function ProfileOptions({
  chosen,
  hrefOf,
  held,
  words,
}: {
  readonly chosen: ProfileChoice;
  readonly hrefOf: (choice: ProfileChoice) => string;
  readonly held: HeldAgainst;
  readonly words: Words;
}) {
  const { t } = words;
  const { compare } = chosen;
  const rows = [
    {
      id: "days",
      label: t("profile.days.label"),
      choices: PROFILE_DAYS.map((weekdays) => ({
        id: weekdays,
        label: t(`profile.days.${weekdays}`),
        // Weekends over weekdays are drawn from all days: choosing some ends that.
        href: hrefOf({ ...chosen, weekdays, compare: compare === "weekend" ? "none" : compare }),
      })),
      current: compare === "weekend" ? "" : chosen.weekdays,
    },
    {
      id: "over",
      label: t("profile.over.label"),
      choices: PROFILE_COMPARES.map((over) => ({
        id: over,
        label: t(`profile.over.${over}`),
        href: hrefOf({
          ...chosen,
          compare: over,
          weekdays: over === "weekend" ? "all" : chosen.weekdays,
        }),
      })),
      current: compare,
    },
    {
      id: "detail",
      label: t("profile.detail.label"),
      choices: PROFILE_DETAILS.map(({ id, binMinutes, smooth }) => ({
        id,
        label: t(`profile.detail.${id}`),
        href: hrefOf({ ...chosen, binMinutes, smooth }),
      })),
      current: detailOf(chosen),
    },
    {
      id: "ranges",
      label: t("ranges.label"),
      choices: rangeSetChoices(held, words),
      current: held.ranges,
    },
  ];
  return (
    <div className={styles.options}>
      {rows.map(({ id, label, choices, current }) => (
        <div key={id} className={styles.option}>
          <p className={styles.label} aria-hidden="true">
            {label}
          </p>
          <ChoiceLinks label={label} choices={choices} current={current} />
        </div>
      ))}
    </div>
  );
}
