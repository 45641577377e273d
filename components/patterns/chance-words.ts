import { formatNumber } from "@/lib/format/number";
import { UNLIKELY_BELOW } from "@/lib/glucose/patterns/chance";
import type { PatternChance } from "@/lib/glucose/patterns/pattern";
import type { Words } from "@/lib/i18n/translate";

/** How a probability by chance is said to somebody who does not think in probabilities. */
export interface ChanceWords {
  /** Two or three words: "Unlikely by chance". */
  readonly label: string;
  /** A frequency: "… in about 3 of 100 such periods."; null where nothing was tested. */
  readonly sentence: string | null;
}

export function chanceWords({ probability }: PatternChance, { t, locale }: Words): ChanceWords {
  if (probability === null) return { label: t("patterns.card.describes"), sentence: null };
  const count = (of: number) => formatNumber(probability * of, 0, locale);
  const label = t(probability < UNLIKELY_BELOW ? "patterns.card.unlikely" : "patterns.card.mayBeChance");
  if (probability < 0.001) return { label, sentence: t("patterns.chance.rarely") };
  if (probability < 0.01)
    return { label, sentence: t("patterns.chance.perThousand", { count: count(1_000) }) };
  if (probability >= 0.995) return { label, sentence: t("patterns.chance.almostAlways") };
  return { label, sentence: t("patterns.chance.perHundred", { count: count(100) }) };
}
