import { bandGoal, figureGoal, type WrittenGoal } from "@/components/reports/written-goal";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Summary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";

/** Bands stand here with one decimal. */
const SHARE_DECIMALS = 1;

/** The goal of a figure by its name in a summary, or null where no common goal exists. */
export function goalOf(
  figure: string,
  summary: Summary,
  { unit, words }: { readonly unit: GlucoseUnit; readonly words: Words },
): WrittenGoal | null {
  if (figure === "mean" || figure === "gmi" || figure === "cv")
    return figureGoal(figure, summary, { unit, locale: words.locale });
  const share = summary.bands.find(({ band }) => figure === `timeInRanges.${band}`);
  return share === undefined ? null : bandGoal(share, summary.bands, words, SHARE_DECIMALS);
}
