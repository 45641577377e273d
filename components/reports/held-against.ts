import type { Choice } from "@/components/ui/choice-links";
import { RANGE_SET_CHOICES, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";

/** The ranges that a view is looked at with, and where it is looked at with others. */
export interface HeldAgainst {
  readonly ranges: RangeSetChoice;
  /** The same view, period and options with another set. */
  readonly hrefOf: (set: RangeSetChoice) => string;
}

/** The sets under the names that they have wherever one is chosen. */
export function rangeSetChoices({ hrefOf }: Pick<HeldAgainst, "hrefOf">, { t }: Words): Choice[] {
  return RANGE_SET_CHOICES.map((set) => ({
    id: set,
    label: t(`statistics.sets.${set}.short`),
    href: hrefOf(set),
  }));
}
