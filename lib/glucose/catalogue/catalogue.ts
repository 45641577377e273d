import { formatNumber } from "@/lib/format/number";
import type { Words } from "@/lib/i18n/translate";
import { catalogueWords } from "./catalogue-words";
import { averageGroup } from "./entries-average";
import { comparisonGroup } from "./entries-comparison";
import { coverageGroup } from "./entries-coverage";
import { dynamicsGroup } from "./entries-dynamics";
import { episodesGroup } from "./entries-episodes";
import { exclusionsGroup } from "./entries-exclusions";
import { patternsGroup } from "./entries-patterns";
import { profileGroup } from "./entries-profile";
import { rangesGroup } from "./entries-ranges";
import { riskGroup } from "./entries-risk";
import { scoresGroup } from "./entries-scores";
import { spreadGroup } from "./entries-spread";
import type { MetricGroup } from "./metric";

const GROUPS = [
  coverageGroup,
  rangesGroup,
  averageGroup,
  spreadGroup,
  riskGroup,
  scoresGroup,
  dynamicsGroup,
  episodesGroup,
  profileGroup,
  patternsGroup,
  comparisonGroup,
  exclusionsGroup,
] as const;

const known = new Map<string, readonly MetricGroup[]>();

/**
 * Everything that Hindsight computes, in the order of a report, for a person to read in their language: exact definitions
 * in words, and a worked example each, whose numbers the engine computes once, when this file is loaded.
 */
export function catalogueFor(words: Words): readonly MetricGroup[] {
  const reading = readingOf(words.locale);
  let catalogue = known.get(reading);
  if (catalogue === undefined) {
    const inWords = catalogueWords(words);
    catalogue = GROUPS.map((group) => group(inWords));
    known.set(reading, catalogue);
  }
  return catalogue;
}

/** Language and way of writing numbers: a browser may name any region, but only a handful read differently. */
function readingOf(locale: string): string {
  const numbers = [1_234.5, 12_345.6].map((number) => formatNumber(number, 1, locale));
  return [new Intl.Locale(locale).language, ...numbers].join(" ");
}
