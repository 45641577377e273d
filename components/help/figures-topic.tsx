import { PROFILE_HOURS_PER_DAY_MIN, REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import type { Words } from "@/lib/i18n/translate";
import { BandsTable } from "./bands-table";
import { HELP_LINKS } from "./help-links";
import { Topic } from "./topic";

/** How percentages add up, whose goals these are, and why a figure can be missing. */
export function FiguresTopic({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <Topic topic="figures" words={words}>
      <p>{t("help.figures.percentages")}</p>
      <BandsTable words={words} />
      <p>{t("help.figures.goals")}</p>
      <p>
        {t("help.figures.withheld", {
          active: String(REPRESENTATIVE_ACTIVE_PERCENT_MIN),
          hours: String(PROFILE_HOURS_PER_DAY_MIN),
        })}
      </p>
      <p>{t.rich("help.figures.definitions", HELP_LINKS)}</p>
    </Topic>
  );
}
